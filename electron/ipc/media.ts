import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { DeskKeeper } from '../desk/desk-keeper';
import type { Dialogs } from '../windows/dialogs';
import { noDesk } from './no-desk';

/** Answers the calls that bring pictures into an article's folder. */
export function mediaHandlers(keeper: DeskKeeper, dialogs: Dialogs): Pick<Handlers, 'media'> {
  return {
    media: {
      async choose({ slug }) {
        const path = await dialogs.choosePicture();
        if (path === null) return ok(null);
        return (await keeper.current()?.addMediaFile(slug, path)) ?? noDesk;
      },
      add: async ({ slug, name, bytes }) => (await keeper.current()?.addMedia(slug, name, bytes)) ?? noDesk,
    },
  };
}
