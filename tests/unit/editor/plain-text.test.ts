import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../renderer/editor/plain-text';
import { br, p } from '../../../shared/article/build';

const wrapped = [
  'The council of Wick voted on Tuesday evening to keep the old harbour',
  'wall, which the sea had taken down twice since the winter of 1953 and',
  'which the fishermen of the town had built up again with their own well-',
  'known patience, stone by stone, and without a penny from the capital of',
  'the county, said the clerk.',
];
const joined = wrapped.join(' ').replace('well- known', 'well-known');

describe('pasted plain text', () => {
  it('parts paragraphs at empty lines, and at every line where there are none', () => {
    expect(readPlainText('one\ntwo\n\nthree\n')).toEqual([p('one', br, 'two'), p('three')]);
    expect(readPlainText('one\r\ntwo')).toEqual([p('one'), p('two')]);
  });

  it('keeps the indent of lines', () => {
    expect(readPlainText('if a:\n    b')).toEqual([p('if a:'), p('    b')]);
  });

  it('joins lines that a PDF viewer or a mail program wrapped, with and without empty lines', () => {
    expect(readPlainText(wrapped.join('\n'))).toEqual([p(joined)]);
    expect(readPlainText(`${wrapped.join('\n')}\n\n${wrapped.join('\n')}\n`)).toEqual([p(joined), p(joined)]);
  });

  it('leaves out what nobody sees and keeps words apart that a page break parts', () => {
    expect(readPlainText('\ufefft\u200bhe \u202eend\u0000\fnext')).toEqual([p('the end'), p('next')]);
  });

  it('is read in linear time', () => {
    const begun = performance.now();
    readPlainText(`a${'\n'.repeat(300_000)}b`);
    readPlainText(`${wrapped[0]}\n`.repeat(40_000));
    expect(performance.now() - begun).toBeLessThan(8_000);
  }, 400_000);
});
