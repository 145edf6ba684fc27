import { expect, it } from 'vitest';
import { article, p, quote } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Terms } from '../../../shared/article/source';
import { keepingTerms } from '../../../shared/sources/keep-terms';

const state = (terms: Terms | null, ofSource: Terms = 'on-the-record', words = '“Yes”') =>
  article(
    {
      sources: [{ ...newSource('s', 'Zebulon Quist'), terms: ofSource }],
      quotations: [{ ...newQuotation('q', 's'), terms }],
    },
    p(quote('q', words), ' he said.'),
  );

it('words that were taken off the record since stay off it when an older state is put back', () => {
  const then = state(null, 'on-the-record', '“Yes, always”');
  const restored = keepingTerms(then, state('off-the-record'));
  expect(restored.quotations[0]?.terms).toBe('off-the-record');
  expect(restored.body).toBe(then.body);
});

it('a source that binds more now binds the older state too, and what it said there', () => {
  const restored = keepingTerms(state('on-the-record'), state(null, 'on-background'));
  expect(restored.sources[0]?.terms).toBe('on-background');
  expect(restored.quotations[0]?.terms).toBe('on-background');
});

it('nothing is loosened, and nothing made anew, where the older state binds as much', () => {
  const then = state('deep-background', 'on-background');
  expect(keepingTerms(then, state(null))).toBe(then);
  expect(keepingTerms(then, then)).toBe(then);
  // By its source it is bound more than by what was said of the quotation since.
  const bySource = state(null, 'deep-background');
  expect(keepingTerms(bySource, state('on-background', 'deep-background'))).toBe(bySource);
  expect(keepingTerms(then, article({}, p('Nobody speaks.')))).toBe(then);
});
