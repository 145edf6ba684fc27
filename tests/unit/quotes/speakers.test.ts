import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../shared/quotes/index';

/** Each quotation with the mention taken for its speaker. */
const spoken = (text: string): [string, string | null][] =>
  findQuotations(text).map((quotation) => [quotation.text, quotation.speaker?.text ?? null]);

describe('who says a quotation', () => {
  it('is the subject of the words of saying before, after and inside it', () => {
    expect(spoken('Priya Nair said: “We need nurses.”')).toEqual([['“We need nurses.”', 'Priya Nair']]);
    expect(spoken('“We need nurses,” said Priya Nair.')).toEqual([['“We need nurses,”', 'Priya Nair']]);
    expect(spoken('“We need nurses,” Nair said, “and we need beds.”')).toEqual([
      ['“We need nurses,”', 'Nair'],
      ['“and we need beds.”', 'Nair'],
    ]);
  });

  it('goes on in the sentence after', () => {
    expect(spoken('“Did you hear that?” Okafor asked. “It came from the cellar.”')).toEqual([
      ['“Did you hear that?”', 'Okafor'],
      ['“It came from the cellar.”', 'Okafor'],
    ]);
  });

  it('is the same for every paragraph of a longer quotation', () => {
    const text = '“The first thing is the roof.\n\n“And the second is the cellar,” said Ana Lopez.';
    expect(spoken(text).map(([, speaker]) => speaker)).toEqual(['Ana Lopez', 'Ana Lopez']);
  });

  it('is who introduces a block of paragraphs', () => {
    const text = 'Ana Lopez wrote:\n\n“We have been here for forty years.\n\n“We will not move.”';
    expect(spoken(text).map(([, speaker]) => speaker)).toEqual(['Ana Lopez', 'Ana Lopez']);
  });

  it('is the head of the phrase, not what hangs on it', () => {
    const text =
      'A spokesman for Delta Water declined to comment but said in an email that “repairs are under way.”';
    expect(spoken(text)).toEqual([['“repairs are under way.”', 'A spokesman']]);
  });

  it('is found across an aside', () => {
    const text = 'Judge Olga Marin, who heard the case in May, said the evidence was “thin at best.”';
    expect(spoken(text)).toEqual([['“thin at best.”', 'Judge Olga Marin']]);
  });

  it('can be an organisation or a document', () => {
    expect(spoken('The Treasury said in a statement that the plan was “sound in every part.”')[0]?.[1]).toBe(
      'The Treasury',
    );
    expect(
      spoken('The report, published on Friday, concludes that “the valve was never tested.”')[0]?.[1],
    ).toBe('The report');
    expect(spoken('According to the ministry, “no parcels will be delivered on Sunday.”')[0]?.[1]).toBe(
      'the ministry',
    );
  });

  it('is not the person spoken about', () => {
    expect(
      spoken(
        'Grant criticised Mayor Joan Pike on Tuesday. “She had one job,” he said. Pike replied: “He has none.”',
      ),
    ).toEqual([
      ['“She had one job,”', 'he'],
      ['“He has none.”', 'Pike'],
    ]);
  });

  it('is found for words built into the sentence', () => {
    const [quotation] = findQuotations('Pike called the ruling “a disaster for every tenant.”');
    expect(quotation).toMatchObject({ kind: 'partial', speaker: { text: 'Pike' } });
  });

  it('is surer beside the words of saying than far from them', () => {
    const near = findQuotations('“We need nurses,” said Priya Nair.')[0];
    const far = findQuotations(
      'Priya Nair looked at Tom Birk and at the empty ward behind him. “We need nurses.”',
    )[0];
    expect(near?.confidence).toBeGreaterThan(far?.confidence ?? 1);
  });
});
