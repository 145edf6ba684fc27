import { focusHeadField, type HeadText } from '../editor/history/head';
import type { History } from '../editor/history/history';
import type { Session } from '../session/session';

const blank: HeadText = { kicker: '', headline: '', deck: '', bylines: [], dateline: '', leadImage: null };

/** Joins the fields above the body to the page's line of undo. */
export function followHead(session: Session, history: History): void {
  const read = (): HeadText => {
    const state = session.use.getState();
    return state.kind === 'open' ? state.head : blank;
  };
  history.attachHead({
    read,
    write: ({ kicker, headline, deck, bylines, dateline, leadImage }) =>
      session.change({ kicker, headline, deck, bylines, dateline, leadImage }),
    focus: (place) => focusHeadField(read(), place),
  });
  session.use.subscribe((state, before) => {
    if (state.kind !== 'open' || before.kind !== 'open' || state.head === before.head) return;
    history.headChanged();
  });
}
