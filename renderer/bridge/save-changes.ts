import { changedStretch } from '../../shared/base/stretch';
import type { Client } from '../../shared/ipc/contract';

type Save = Client['article']['save'];

/** What stands on the disk with a content hash, as this window and the main process both know it. */
interface Known {
  readonly slug: string;
  readonly hash: string;
  readonly article: Parameters<Save>[0]['article'];
}

/**
 * The same calls, but a save carries only what changed since the article was last read or written: a long article would
 * otherwise be copied whole for every few words. Both sides know the former article by the hash of its file; where the
 * main process does not, the article goes whole, as it does the first time.
 */
export function savingChanges(client: Client): Client {
  let known: Known | null = null;
  return {
    ...client,
    article: {
      ...client.article,
      async read(argument) {
        const answer = await client.article.read(argument);
        if (answer.ok) known = answer.value;
        return answer;
      },
      async save({ slug, article, expectedHash }) {
        const former = known;
        if (former && former.slug === slug && former.hash === expectedHash) {
          const answer = await client.article.saveChanges({
            slug,
            expectedHash,
            head: { ...article, body: [], quotations: [], sources: [] },
            body: changedStretch(former.article.body, article.body),
            quotations: changedStretch(former.article.quotations, article.quotations),
            sources: changedStretch(former.article.sources, article.sources),
          });
          if (answer.ok) known = { slug, hash: answer.value.hash, article };
          if (answer.ok || answer.error.code !== 'former-unknown') {
            return answer as Awaited<ReturnType<Save>>;
          }
        }
        const answer = await client.article.save({ slug, article, expectedHash });
        if (answer.ok) known = { slug, hash: answer.value.hash, article };
        return answer;
      },
    },
  };
}
