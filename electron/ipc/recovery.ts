import type { Article } from '../../shared/article/article';
import { fail, ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { RecoveredArticle } from '../../shared/ipc/desk-entries';
import { articleBytes } from '../desk/article-bytes';
import type { Desk } from '../desk/desk';
import type { DeskKeeper } from '../desk/desk-keeper';
import type { KeptCopy, Recovery } from '../desk/recovery';
import { noDesk } from './no-desk';

/** Answers the calls about words that could not be saved where they belong. */
export function recoveryHandlers(keeper: DeskKeeper, recovery: Recovery): Pick<Handlers, 'recovery'> {
  /** How a copy is offered; null where its words stand on the disk already. */
  async function offered(desk: Desk, copy: KeptCopy): Promise<RecoveredArticle | null> {
    const slug = await desk.slugOf(copy.article.id, copy.slug);
    const present = slug === null ? null : await desk.read(slug);
    if (present?.ok && sameWords(present.value.article, copy.article)) return null;
    const deskGone = copy.desk === desk.path ? null : copy.desk;
    return { name: copy.name, slug, headline: copy.article.headline, kept: copy.kept, deskGone };
  }

  return {
    recovery: {
      async keep({ slug, article }) {
        const desk = keeper.current();
        return desk ? recovery.keep(desk.path, slug, article) : noDesk;
      },
      async drop({ id }) {
        const desk = keeper.current();
        return desk ? recovery.drop(desk.path, id) : noDesk;
      },
      async list() {
        const desk = keeper.current();
        if (!desk) return noDesk;
        const copies = await recovery.left(desk.path);
        if (!copies.ok) return copies;
        const offers: RecoveredArticle[] = [];
        for (const copy of copies.value) {
          const offer = await offered(desk, copy);
          if (offer) offers.push(offer);
          else await recovery.dismiss(copy.name);
        }
        return ok(offers);
      },
      async read({ name }) {
        const copy = await recovery.read(name);
        if (!copy.ok) return copy;
        return copy.value ? ok(copy.value.article) : fail({ code: 'vanished', path: name, errno: 'ENOENT' });
      },
      dismiss: ({ name }) => recovery.dismiss(name),
    },
  };
}

/** Whether two states of an article differ in nothing but the folder's name and the moment of the last save. */
function sameWords(one: Article, other: Article): boolean {
  const words = (article: Article) =>
    articleBytes({ ...article, slug: 'article', modified: article.created });
  return words(one).equals(words(other));
}
