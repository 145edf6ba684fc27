import { expect, it } from 'vitest';
import { createClient } from '../../../renderer/bridge/client';
import { sendOut } from '../../../renderer/export/send-out';
import { article, p, quote } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import type { Source, Terms } from '../../../shared/article/source';
import { newSource } from '../../../shared/article/source';
import { fail, ok } from '../../../shared/base/result';
import type { ArticleEntry, SourceBookState } from '../../../shared/ipc/desk-entries';
import { fakeDoor } from '../../builders/fake-door';
import { desk } from './stories';

const source = (terms: Terms): Source => ({ ...newSource('s1', 'Mary Sinclair'), terms });
const story = article(
  { slug: 'tides', sources: [source('on-the-record')], quotations: [newQuotation('q1', 's1')] },
  p(quote('q1', '“It sank,”'), ' somebody said.'),
);

/** Sends the story out from a desk with this book; answers what came of it, and the sources that were to be published. */
async function sendWith(book: SourceBookState) {
  const { door } = fakeDoor({
    sources: { read: () => ok(book) },
    article: { read: () => ok({ slug: 'tides', bytes: Buffer.from(serialiseArticle(story)), hash: 'h' }) },
  });
  const given: Source[] = [];
  const sent = await sendOut(
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
  return { sent, given };
}

it('articles that go out without being opened follow the source book: terms that became more binding hold', async () => {
  const { given } = await sendWith({ sources: [source('off-the-record')], merges: [], problem: null });
  expect(given).toEqual([source('off-the-record')]);
});

it.each<NonNullable<SourceBookState['problem']>>([
  { code: 'not-json' },
  { code: 'no-permission', path: 'sources.json', errno: 'EACCES' },
])('no article goes out where the source book cannot be read ($code)', async (problem) => {
  const { sent, given } = await sendWith({ sources: [], merges: [], problem });
  expect(given).toEqual([]);
  expect(sent).toEqual(
    fail(expect.stringMatching(/source book .* nothing leaves .* Bring back an older copy/)),
  );
});
