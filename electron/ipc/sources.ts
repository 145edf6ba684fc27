import { isMediaFileName } from '../../shared/article/address';
import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { DeskKeeper } from '../desk/desk-keeper';
import { documentPath } from '../desk/documents';
import type { Dialogs } from '../windows/dialogs';
import { noDesk } from './no-desk';

/** Answers the calls about the source book of the open desk; `reveal` shows a file in the system's file manager. */
export function sourcesHandlers(
  keeper: DeskKeeper,
  dialogs: Dialogs,
  reveal: (path: string) => void,
): Pick<Handlers, 'sources'> {
  const sources = () => keeper.current()?.sources;
  return {
    sources: {
      async read() {
        const book = await sources()?.read();
        return book ? ok(book) : noDesk;
      },
      save: async ({ source, before }) => (await sources()?.save(source, before)) ?? noDesk,
      remove: async ({ id }) => (await sources()?.remove(id)) ?? noDesk,
      merge: async ({ into, from }) => (await sources()?.merge(into, from)) ?? noDesk,
      unmerge: async ({ from }) => (await sources()?.unmerge(from)) ?? noDesk,
      rebuild: async () => (await sources()?.rebuild()) ?? noDesk,
      uses: async () => (await sources()?.uses()) ?? noDesk,
      quotations: async ({ ids }) => (await sources()?.quotations(ids)) ?? noDesk,
      async chooseDocument() {
        const path = await dialogs.chooseFile('Choose the document to keep', 'Keep a copy');
        if (path === null) return ok(null);
        return (await sources()?.addDocument(path)) ?? noDesk;
      },
      async verifyDocument({ file, sha256 }) {
        const state = await sources()?.documentState(file, sha256);
        return state ? ok(state) : noDesk;
      },
      revealDocument({ file }) {
        const desk = keeper.current();
        if (!desk) return noDesk;
        if (isMediaFileName(file)) reveal(documentPath(desk.path, file));
        return ok(null);
      },
    },
  };
}
