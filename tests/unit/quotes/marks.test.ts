import { describe, expect, it } from 'vitest';
import { pairMarks } from '../../../shared/quotes/marks';

const pairs = (paragraph: string, unclosedBefore = false): string[] =>
  pairMarks(paragraph, unclosedBefore).map(
    ({ start, end, closed }) => paragraph.slice(start, end) + (closed ? '' : ' (open)'),
  );

describe('pairing quotation marks', () => {
  it('takes straight, curly, single and doubled single marks', () => {
    expect(pairs('"Go," she said.')).toEqual(['"Go,"']);
    expect(pairs('“Go,” she said.')).toEqual(['“Go,”']);
    expect(pairs('‘Go,’ she said. ‘Now.’')).toEqual(['‘Go,’', '‘Now.’']);
    expect(pairs("'Go,' she said, 'and don't stop.'")).toEqual(["'Go,'", "'and don't stop.'"]);
    expect(pairs("''Go,'' she said.")).toEqual(["''Go,''"]);
  });

  it('takes German and French marks', () => {
    expect(pairs('„Das ist gut“, sagte sie.')).toEqual(['„Das ist gut“']);
    expect(pairs('»Das ist gut«, sagte sie.')).toEqual(['»Das ist gut«']);
    expect(pairs('« C’est vrai », dit-elle.')).toEqual(['« C’est vrai »']);
  });

  it('keeps a nested quotation inside the outer one', () => {
    expect(pairs('“He said ‘no’ to me,” she said.')).toEqual(['“He said ‘no’ to me,”']);
    expect(pairs('"They chant "no dam" all day," she said.')).toEqual(['"They chant "no dam" all day,"']);
    expect(pairs('“They chant “no dam” all day,” she said.')).toEqual(['“They chant “no dam” all day,”']);
  });

  it('keeps curly marks inside straight ones and the reverse', () => {
    expect(pairs('"It isn’t about “fair play” anymore," she said.')).toEqual([
      '"It isn’t about “fair play” anymore,"',
    ]);
    expect(pairs('"It isn’t about “fair play” anymore.')).toEqual([
      '"It isn’t about “fair play” anymore. (open)',
    ]);
    expect(pairs('“It isn’t about "fair play" anymore,” she said.')).toEqual([
      '“It isn’t about "fair play" anymore,”',
    ]);
  });

  it('runs a quotation without closing mark to the end of the paragraph', () => {
    expect(pairs('She said: “We stay here')).toEqual(['“We stay here (open)']);
  });

  it('ends a quotation without closing mark at the words of saying when another one opens', () => {
    expect(pairs('“We stay here, she said. “We always did.”')).toEqual([
      '“We stay here, (open)',
      '“We always did.”',
    ]);
  });

  it('accepts an opening mark typed where a closing one belongs', () => {
    expect(pairs('“Not really,“ he said. “Ask her.”')).toEqual(['“Not really,“', '“Ask her.”']);
  });

  it('ignores a closing mark that nothing opened', () => {
    expect(pairs('We stay here,” she said.')).toEqual([]);
  });

  it('looks past marks of another kind inside', () => {
    expect(pairs('« C’est “fini” », dit-elle. “So «va», no.”')).toEqual([
      '« C’est “fini” »',
      '“So «va», no.”',
    ]);
  });

  it('goes on from an unclosed paragraph when only a closing mark follows', () => {
    expect(pairs('and we will stay,” she said.', true)).toEqual(['and we will stay,”']);
  });

  it('leaves feet, inches and apostrophes alone', () => {
    expect(pairs('He is 6\'2" tall, she 5\'4" at most.')).toEqual([]);
    expect(pairs('A 12" record and a "big" one.')).toEqual(['"big"']);
    expect(pairs("Rock 'n' roll in the '90s at the Smiths' house.")).toEqual([]);
    expect(pairs('Rock ’n’ roll in the ‘90s at the Smiths’ house.')).toEqual([]);
  });

  it('finds marks beside emoji and right-to-left text', () => {
    expect(pairs('"😀" he wrote. “👩‍👩‍👧!”')).toEqual(['"😀"', '“👩‍👩‍👧!”']);
    expect(pairs('\u200f"שלום לכולם" אמר')).toEqual(['"שלום לכולם"']);
  });

  it('opens a quotation glued to the sentence before', () => {
    expect(pairs('It was a loss."We did all we could," she said.')).toEqual(['"We did all we could,"']);
  });
});
