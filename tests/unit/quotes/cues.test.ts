import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/quotes/reading';

/** The verbs of saying of a text with their subjects. */
function cues(text: string): string[] {
  const { words, cues: found } = readText(text);
  return found
    .filter((cue) => cue.strength === 'plain')
    .map((cue) => `${words[cue.at]?.word.text} ← ${text.slice(cue.subject.start, cue.subject.end)}`);
}

describe('the subject of a verb of saying', () => {
  it('stands before it, past adverbs and auxiliaries', () => {
    expect(cues('Ana Lopez has also said no.')).toEqual(['said ← Ana Lopez']);
  });

  it('stands behind it after a quotation', () => {
    expect(cues('“No,” said Ana Lopez.')).toEqual(['said ← Ana Lopez']);
  });

  it('stands before an aside, a bracket or a relative clause', () => {
    expect(cues('Ana Lopez, the harbour pilot, said no.')).toEqual(['said ← Ana Lopez']);
    expect(cues('Ruth Calder (I-Hale) said no.')).toEqual(['said ← Ruth Calder']);
    expect(cues('Tom Birk, who runs the market, said no.')).toEqual(['said ← Tom Birk']);
  });

  it('is the head of a phrase with prepositions', () => {
    expect(cues('The head of the board of Delta Water said no.')).toEqual(['said ← The head']);
  });

  it('is shared by joined verbs', () => {
    expect(cues('Ana Lopez shook her head and said no.')).toEqual(['said ← Ana Lopez']);
  });

  it('is the noun before a participle', () => {
    expect(cues('They showed footage of Birk saying no.')).toEqual(['saying ← Birk']);
  });

  it('is not whom somebody told', () => {
    expect(cues('Lopez, a pilot, told reporters “no.”')).toEqual(['told ← Lopez']);
  });
});

describe('sentences', () => {
  const sentences = (text: string): number =>
    1 + Math.max(...readText(text).words.map((word) => word.sentence));

  it('do not end at titles, initials and abbreviations', () => {
    expect(sentences('Sen. Ruth M. Calder of the U.S. Senate met Dr. Poe.')).toBe(1);
  });

  it('end at an abbreviation when no name follows', () => {
    expect(sentences('The doors opened at 7 p.m. He was late.')).toBe(2);
  });

  it('end with a quotation that ends in a full stop', () => {
    expect(sentences('She said: “We stay.” He left.')).toBe(2);
    expect(sentences('“We stay,” she said.')).toBe(1);
    expect(sentences('“Do we stay?” Lopez asked.')).toBe(1);
  });
});
