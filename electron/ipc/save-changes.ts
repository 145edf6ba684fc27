import type { Article } from '../../shared/article/article';
import { fail, type Result } from '../../shared/base/result';
import { withStretch } from '../../shared/base/stretch';
import { type ArticleFile, opened } from '../../shared/ipc/article-file';
import type { Handlers } from '../../shared/ipc/contract';
import type { OpenArticle, Saved } from '../../shared/ipc/desk-entries';
import type { DeskFailure, ReadProblem, SaveFailure } from '../../shared/ipc/failures';
import { prepareBytes } from '../desk/article-bytes';
import { noDesk } from './no-desk';

/** What of a desk is needed to read and save its articles. */
interface ArticleDesk {
  articleFile(slug: string): Promise<Result<ArticleFile, ReadProblem | DeskFailure>>;
  save(slug: string, article: Article, expectedHash: string): Promise<Result<Saved, SaveFailure>>;
}

/**
 * How long after an article was read its first save is prepared, in milliseconds: later than the window shows it, and sooner
 * than most writers have found their place. A long one took the time of several keys at the first save.
 */
const prepareAfter = 1500;

/**
 * Answers reading and saving, whole and by changes. The article that was last read or written is kept in mind with the
 * hash of its file: changes since then are put into it, and what is saved is always a whole article. What was read is made
 * an article a moment later, or when there are changes: the window is not to wait for it.
 */
export function savingChanges(
  desk: () => ArticleDesk | null,
): Pick<Handlers['article'], 'read' | 'save' | 'saveChanges'> {
  let known: OpenArticle | ArticleFile | null = null;

  function former(slug: string, hash: string): Article | null {
    if (known?.slug !== slug || known.hash !== hash) return null;
    if ('article' in known) return known.article;
    const read = opened(known);
    known = read.ok ? read.value : null;
    return read.ok ? read.value.article : null;
  }

  function prepare({ slug, hash }: ArticleFile): void {
    setTimeout(() => {
      const article = former(slug, hash);
      if (article) void prepareBytes(article);
    }, prepareAfter).unref();
  }

  async function save(
    slug: string,
    article: Article,
    expectedHash: string,
  ): Promise<Result<Saved, SaveFailure>> {
    const answer = (await desk()?.save(slug, article, expectedHash)) ?? noDesk;
    if (answer.ok) known = { slug, hash: answer.value.hash, article };
    return answer;
  }

  return {
    async read({ slug }) {
      const answer = (await desk()?.articleFile(slug)) ?? noDesk;
      if (answer.ok) {
        known = answer.value;
        prepare(answer.value);
      }
      return answer;
    },
    save: ({ slug, article, expectedHash }) => save(slug, article, expectedHash),
    async saveChanges({ slug, expectedHash, head, ...changes }) {
      const article = former(slug, expectedHash);
      const body = article && withStretch(article.body, changes.body);
      const quotations = article && withStretch(article.quotations, changes.quotations);
      const sources = article && withStretch(article.sources, changes.sources);
      if (!body || !quotations || !sources) return fail({ code: 'former-unknown' });
      return save(slug, { ...head, body, quotations, sources }, expectedHash);
    },
  };
}
