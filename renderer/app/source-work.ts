import type { SourceBookState } from '../../shared/ipc/desk-entries';
import { sourcesFollowing } from '../../shared/sources/follow-book';
import { on, standfirst } from '../bridge/standfirst';
import type { Session } from '../session/session';
import { unreadBook, useBook } from '../sources/book';
import { strings } from '../strings/en';
import { bookFailure } from '../strings/failures';
import { over, sayAbout, useWindow } from './desk-state';

/**
 * Keeps the window's source book up to date, and the open article's copies of its sources with it: when an article is
 * opened, and whenever the book changes, by this window or by another program.
 */
export function followBook(session: Session): void {
  const follow = () => {
    const state = session.use.getState();
    if (state.kind !== 'open') return;
    const sources = sourcesFollowing(state.head.sources, useBook.getState());
    if (sources !== state.head.sources) session.change({ sources });
  };
  const read = async () => {
    const answer = await standfirst.sources.read();
    if (answer.ok) showBook(answer.value);
  };
  useBook.subscribe(follow);
  on('sourcesChanged', showBook);
  session.use.subscribe((state, former) => {
    const isAnother =
      state.kind === 'open' &&
      (former.kind !== 'open' || former.loads !== state.loads || former.slug !== state.slug);
    // After the session has given the body to the page.
    if (isAnother) queueMicrotask(follow);
  });
  useWindow.subscribe((state, former) => {
    if (state.desk?.path === former.desk?.path) return;
    // At once: an article of this desk must not follow the book of another.
    useBook.setState(unreadBook, true);
    if (state.desk) void read();
  });
}

/** Shows the book as it is now, and says where it is damaged. */
export function showBook(book: SourceBookState): void {
  const isNewsThatItIsDamaged = book.problem && !useBook.getState().problem;
  useBook.setState({ ...book, isRead: true }, true);
  if (isNewsThatItIsDamaged) sayAbout('book', strings.sourceBook.damaged(bookFailure(book.problem)));
  else if (!book.problem) over('book');
}
