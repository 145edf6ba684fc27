import { describe, expect, it } from 'vitest';
import { article, br, p, quote, tk } from '../../../shared/article/build';
import { quotationWords } from '../../../shared/article/traverse';
import { checkState } from '../../../shared/sources/checking';

const story = article(
  {},
  p(quote('q1', '“Yes,', br, 'yes,”'), ' she said, ', quote('q1', '“soon', tk(), '.”')),
);
const checked = (text: string) => ({ checked: { by: 'Ben', at: '2026-01-01T00:00:00Z', text } });

describe('the words of a quotation', () => {
  it('are its stretches with a space between', () => {
    expect([...quotationWords(story)]).toEqual([['q1', '“Yes,\nyes,” “soon.”']]);
  });

  it('are checked as long as they are the words that were checked', () => {
    expect(checkState({ checked: null }, 'Yes')).toBe('unchecked');
    expect(checkState(checked('Yes'), 'Yes')).toBe('checked');
    expect(checkState(checked('Yes'), 'Yes.')).toBe('changed');
  });
});
