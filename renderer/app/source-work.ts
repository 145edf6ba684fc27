import type { Source } from '../../shared/article/source';
import type { SourceBookState } from '../../shared/ipc/desk-entries';
import { aliasesOf, overlaid } from '../../shared/sources/book-changes';
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
    if (answer.ok) show(answer.value);
  };
  useBook.subscribe(follow);
  on('sourcesChanged', show);
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

function show(book: SourceBookState): void {
  const isNewsThatItIsDamaged = book.problem && !useBook.getState().problem;
  useBook.setState({ ...book, isRead: true }, true);
  if (isNewsThatItIsDamaged) sayAbout('book', strings.sourceBook.damaged(bookFailure(book.problem)));
  else if (!book.problem) over('book');
}

/**
 * Writes what the writer changed of a source into the book and into the open article's copies. The article takes it as
 * it was written; other articles follow the book when they are opened. True where the book has it.
 */
export async function saveSource(session: Session, before: Source, after: Source): Promise<boolean> {
  const book = useBook.getState();
  const aliases = aliasesOf(book);
  const id = aliases.get(after.id) ?? after.id;
  const answer = await standfirst.sources.save({ source: { ...after, id }, before: { ...before, id } });
  const state = session.use.getState();
  if (state.kind === 'open') {
    const isCopy = (copy: Source) => (aliases.get(copy.id) ?? copy.id) === id;
    const { sources } = state.head;
    if (sources.some(isCopy)) {
      session.change({
        sources: sources.map((copy) => (isCopy(copy) ? overlaid(copy, before, after) : copy)),
      });
    }
  }
  if (answer.ok) show(answer.value);
  else sayAbout('book', strings.sourceBook.notSaved(bookFailure(answer.error)));
  return answer.ok;
}

/** Makes a change of the book by `call`, shows what comes of it, and says why where it fails. */
export async function changeBook(call: () => ReturnType<typeof standfirst.sources.remove>): Promise<boolean> {
  const answer = await call();
  if (answer.ok) show(answer.value);
  else sayAbout('book', strings.sourceBook.notSaved(bookFailure(answer.error)));
  return answer.ok;
}
