import { expect, it } from 'vitest';
import { createClient } from '../../../renderer/bridge/client';
import { sendOut } from '../../../renderer/export/send-out';
import { article, p, quote } from '../../../shared/article/build';
import { newQuotation } from '../../../shared/article/quotation';
import type { Source, Terms } from '../../../shared/article/source';
import { newSource } from '../../../shared/article/source';
import { fail, ok } from '../../../shared/base/result';
import type { ArticleEntry } from '../../../shared/ipc/desk-entries';
import { fakeDoor } from '../../builders/fake-door';
import { desk } from './stories';

it('articles that go out without being opened follow the source book: terms that became more binding hold', async () => {
  const source = (terms: Terms): Source => ({ ...newSource('s1', 'Mary Sinclair'), terms });
  const story = article(
    { slug: 'tides', sources: [source('on-the-record')], quotations: [newQuotation('q1', 's1')] },
    p(quote('q1', '“It sank,”'), ' somebody said.'),
  );
  const { door } = fakeDoor({
    sources: { read: () => ok({ sources: [source('off-the-record')], merges: [], problem: null }) },
    article: { read: () => ok({ slug: 'tides', article: story, hash: 'h' }) },
  });
  const given: Source[] = [];
  await sendOut(
    createClient(door),
    {
      async make(order) {
        given.push(...order.article.sources);
        return fail({ code: 'refused', reasons: [] });
      },
      end: () => undefined,
    },
    {
      entries: [{ slug: 'tides' } as ArticleEntry],
      handover: { way: 'text', ads: 'none', look: 'wire' },
      desk,
      houseStyle: null,
      place: 'p',
      taken: new Set(),
      replace: false,
    },
    { next: () => undefined, isStopped: () => false },
  );
  expect(given).toEqual([source('off-the-record')]);
});
