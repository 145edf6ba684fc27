import type { Source } from '../../shared/article/source';
import { aliasesOf, overlaid } from '../../shared/sources/book-changes';
import { standfirst } from '../bridge/standfirst';
import type { Session } from '../session/session';
import { useBook } from '../sources/book';
import { strings } from '../strings/en';
import { bookFailure } from '../strings/failures';
import { sayAbout } from './desk-state';
import { showBook } from './source-work';

/* What the writer changes in the source book, in dialogs: needed later than the book itself. */

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
  if (answer.ok) showBook(answer.value);
  else sayAbout('book', strings.sourceBook.notSaved(bookFailure(answer.error)));
  return answer.ok;
}

/** Makes a change of the book by `call`, shows what comes of it, and says why where it fails. */
export async function changeBook(call: () => ReturnType<typeof standfirst.sources.remove>): Promise<boolean> {
  const answer = await call();
  if (answer.ok) showBook(answer.value);
  else sayAbout('book', strings.sourceBook.notSaved(bookFailure(answer.error)));
  return answer.ok;
}
