import type { PictureDoors } from '../editor/feature';
import type { Session } from '../session/session';

/** What pictures on the page need from the desk and the article. */
export const createPictureDoors = (session: () => Session): PictureDoors => ({
  choose: async () => (await import('./clipboard-entries')).choosePicture(session()),
  makeLead(picture) {
    const state = session().use.getState();
    session().change({ leadImage: picture });
    return state.kind === 'open' ? state.head.leadImage : null;
  },
});
