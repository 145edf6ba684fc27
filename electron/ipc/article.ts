import { shell } from 'electron';
import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import { articlePath } from '../desk/article-file';
import type { DeskKeeper } from '../desk/desk-keeper';
import { noDesk } from './no-desk';
import { savingChanges } from './save-changes';

/** Answers the calls about articles of the open desk. */
export function articleHandlers(keeper: DeskKeeper): Pick<Handlers, 'article' | 'bin' | 'versions'> {
  return {
    article: {
      ...savingChanges(() => keeper.current()),
      create: async (draft) => (await keeper.current()?.create(draft)) ?? noDesk,
      rescue: async ({ slug, article }) => (await keeper.current()?.rescue(slug, article)) ?? noDesk,
      duplicate: async ({ slug }) => (await keeper.current()?.duplicate(slug)) ?? noDesk,
      rename: async ({ slug, to }) => (await keeper.current()?.rename(slug, to)) ?? noDesk,
      remove: async ({ slug }) => (await keeper.current()?.remove(slug)) ?? noDesk,
      reveal: async ({ slug }) => {
        const desk = keeper.current();
        if (!desk) return noDesk;
        shell.showItemInFolder(articlePath(desk.path, slug));
        return ok(null);
      },
      conflictCopies: async ({ slug }) => (await keeper.current()?.conflictCopies(slug)) ?? noDesk,
      readConflictCopy: async ({ slug, ...place }) =>
        (await keeper.current()?.readConflictCopy(slug, place)) ?? noDesk,
      removeConflictCopy: async ({ slug, ...place }) =>
        (await keeper.current()?.removeConflictCopy(slug, place)) ?? noDesk,
    },
    versions: {
      list: async ({ slug }) => (await keeper.current()?.versions.list(slug)) ?? noDesk,
      read: async ({ slug, file }) => (await keeper.current()?.versions.read(slug, file)) ?? noDesk,
      take: async ({ slug, reason, name, hash }) =>
        (await keeper.current()?.versions.take(slug, reason, name, hash)) ?? noDesk,
      keepTheirs: async ({ slug }) => (await keeper.current()?.versions.keepTheirs(slug)) ?? noDesk,
      name: async ({ slug, file, name }) =>
        (await keeper.current()?.versions.name(slug, file, name)) ?? noDesk,
    },
    bin: {
      empty: async ({ names }) => (await keeper.current()?.emptyBin(names)) ?? noDesk,
      list: async () => (await keeper.current()?.bin()) ?? noDesk,
      restore: async ({ name }) => (await keeper.current()?.restore(name)) ?? noDesk,
    },
  };
}
