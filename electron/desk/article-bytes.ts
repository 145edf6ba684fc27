import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../shared/article/article';
import { articlePieces } from '../../shared/article/file';

const written = new WeakMap<object, Uint8Array>();

/**
 * The bytes of an `article.json`: `serialiseArticle` in UTF-8. The piece of each block, quotation and source is remembered with
 * it. A long article is written each second while somebody types, in the process through which every key goes to the window:
 * making all of its text anew held up keys for the time of several of them.
 */
export const articleBytes = (article: Article): Buffer =>
  Buffer.concat(
    articlePieces(
      article,
      (text) => Buffer.from(text),
      (item, text) => {
        const remembered = written.get(item);
        if (remembered) return remembered;
        // Whoever changed it from now on would have its former words written.
        freeze(item);
        const bytes = Buffer.from(text());
        written.set(item, bytes);
        return bytes;
      },
    ),
  );

/** So many blocks are made bytes in one go. */
const slice = 128;

/** Makes the bytes of an article that is likely to be written soon, with time for other work in between. */
export async function prepareBytes(article: Article): Promise<void> {
  const { body, quotations, sources } = article;
  const longest = Math.max(body.length, quotations.length, sources.length);
  for (let from = 0; from < longest; from += slice) {
    const part = <Item>(items: readonly Item[]) => items.slice(from, from + slice);
    articleBytes({ ...article, body: part(body), quotations: part(quotations), sources: part(sources) });
    await setImmediate();
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}
