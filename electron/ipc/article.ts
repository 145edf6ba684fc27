import { shell } from 'electron';
import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import { articlePath } from '../desk/article-file';
import type { DeskKeeper } from '../desk/desk-keeper';
import { noDesk } from './no-desk';

/** Answers the calls about articles of the open desk. */
export function articleHandlers(keeper: DeskKeeper): Pick<Handlers, 'article' | 'bin'> {
  return {
    article: {
      read: async ({ slug }) => (await keeper.current()?.read(slug)) ?? noDesk,
      create: async (draft) => (await keeper.current()?.create(draft)) ?? noDesk,
      save: async ({ slug, article, expectedHash }) =>
        (await keeper.current()?.save(slug, article, expectedHash)) ?? noDesk,
      rescue: async ({ article }) => (await keeper.current()?.add(article)) ?? noDesk,
      duplicate: async ({ slug }) => (await keeper.current()?.duplicate(slug)) ?? noDesk,
      rename: async ({ slug, to }) => (await keeper.current()?.rename(slug, to)) ?? noDesk,
      remove: async ({ slug }) => (await keeper.current()?.remove(slug)) ?? noDesk,
      reveal: async ({ slug }) => {
        const desk = keeper.current();
        if (!desk) return noDesk;
        shell.showItemInFolder(articlePath(desk.path, slug));
        return ok(null);
      },
    },
    bin: {
      list: async () => (await keeper.current()?.bin()) ?? noDesk,
      restore: async ({ name }) => (await keeper.current()?.restore(name)) ?? noDesk,
    },
  };
}
