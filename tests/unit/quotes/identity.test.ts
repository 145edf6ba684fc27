import { describe, expect, it } from 'vitest';
import { aloud, names } from './reading-aloud';

describe('the name a mention stands for', () => {
  it('is the full name for a surname, with or without courtesy title', () => {
    expect(
      names('Vin Weber left early.\n\n“We are done here,” Mr. Weber said. “Good night,” Weber added.'),
    ).toEqual(['Vin Weber', 'Vin Weber']);
  });

  it('is the full name even when it comes later in the text', () => {
    expect(names('“We are done here,” Weber said.\n\nVin Weber has led the board since May.')).toEqual([
      'Vin Weber',
    ]);
  });

  it('is who was last in view for a pronoun', () => {
    expect(
      names('Governor Ellis Grant met Joan Pike. “She had one job,” he said. “He has none,” she said.'),
    ).toEqual(['Ellis Grant', 'Joan Pike']);
  });

  it('is the person with that role for a phrase', () => {
    expect(
      names('Sen. Ruth Calder voted no. Reporters waited.\n\n“It was a bad bill,” the senator said.'),
    ).toEqual(['Ruth Calder']);
    expect(
      names('Mayor Tom Birk sent his spokeswoman, Lena Ortiz.\n\n“The mayor is ill,” the spokeswoman said.'),
    ).toEqual(['Lena Ortiz']);
  });

  it('is the long name for initials', () => {
    expect(names('The National Harbour Board met on Monday. “Fees will rise,” the NHB said.')).toEqual([
      'National Harbour Board',
    ]);
  });

  it('keeps namesakes apart', () => {
    const text =
      'Ann Clay and Robert Clay run the mill. “I do the books,” said Ann Clay. “I do the rest,” said Mr. Clay.';
    expect(names(text)).toEqual(['Ann Clay', 'Robert Clay']);
  });

  it('is who holds the office', () => {
    expect(aloud('“No,” said Secretary of State Ana Poe.')).toEqual([
      '“No,” ← Secretary = Ana Poe [Secretary of State]',
    ]);
  });

  it('is the longer name even when a shorter one comes first', () => {
    expect(names('“Maybe,” Clay Benn said.\n\nMarta Clay Benn leads the party.')).toEqual([
      'Marta Clay Benn',
    ]);
  });

  it('is no place', () => {
    expect(names('Ruth Lane lives in Aurora, Colorado, near the river. “I stay,” she said.')).toEqual([
      'Ruth Lane',
    ]);
  });

  it('is the namesake last seen, or the one with the title', () => {
    const met =
      'Bill Clay and Hilda Clay met. Hilda Clay left. “Fine,” Clay said.\n\nBill Clay came back. “Good,” Clay said.';
    expect(names(met)).toEqual(['Hilda Clay', 'Bill Clay']);
    const president =
      'President George Clay spoke. His wife, Laura Clay, listened. “Enough,” President Clay said.';
    expect(names(president)).toEqual(['George Clay']);
  });

  it('is the phrase itself for a source without a name', () => {
    expect(names('A spokesman for Delta Water said: “Repairs are under way.”')).toEqual([
      'a spokesman for Delta Water',
    ]);
    expect(names('According to a note on the ministry’s website, “no parcels will be delivered.”')).toEqual([
      'a note on the ministry’s website',
    ]);
  });

  it('is empty for a pronoun that nothing explains', () => {
    expect(names('“Go home,” she said.')).toEqual(['']);
  });

  it('does not take a headline for a name', () => {
    expect(
      names('Angry Tenants Tell Joan Pike To Resign\n\nJoan Pike listened. “I hear you,” Pike said.'),
    ).toEqual(['Joan Pike']);
  });
});

describe('the role read from the text', () => {
  it('stands behind the name', () => {
    expect(aloud('“It will hold,” said Vin Weber, a lobbyist and a former congressman.')).toEqual([
      '“It will hold,” ← Vin Weber = Vin Weber [a lobbyist and a former congressman]',
    ]);
    expect(aloud('“Nobody helped us,” said Karl Benn, 61, a baker from Port Hale.')).toEqual([
      '“Nobody helped us,” ← Karl Benn = Karl Benn [a baker from Port Hale]',
    ]);
  });

  it('stands before the name', () => {
    expect(aloud('“It will hold,” said structural engineer Ana Lopez.')).toEqual([
      '“It will hold,” ← Ana Lopez = Ana Lopez [structural engineer]',
    ]);
    expect(aloud('“It will hold,” Sen. Ruth Calder said.')).toEqual([
      '“It will hold,” ← Sen. Ruth Calder = Ruth Calder [Sen.]',
    ]);
  });

  it('stands before the name with a comma between', () => {
    expect(aloud('“We will appeal,” the company’s lawyer, Ivo Brandt, told reporters.')).toEqual([
      '“We will appeal,” ← the company’s lawyer = Ivo Brandt [the company’s lawyer]',
    ]);
  });

  it('stays with the person when only a pronoun speaks', () => {
    expect(aloud('Harbour master Ana Lopez opened the meeting. “We are late,” she said.')).toEqual([
      '“We are late,” ← she = Ana Lopez [Harbour master]',
    ]);
  });

  it('is no other noun between commas', () => {
    expect(aloud('“It will hold,” said Ana Lopez, an unusual answer in a meeting of lawyers.')).toEqual([
      '“It will hold,” ← Ana Lopez = Ana Lopez',
    ]);
  });
});
