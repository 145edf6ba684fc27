import { useEffect, useMemo, useState } from 'react';
import { newSource, type Source } from '../../shared/article/source';
import type { SourceUse } from '../../shared/ipc/desk-entries';
import { aliasesOf, knownIds, replacedDescription } from '../../shared/sources/book-changes';
import { fold } from '../../shared/sources/fold';
import { type ProbableDuplicate, probableDuplicates } from '../../shared/sources/same-source';
import { standfirst } from '../bridge/standfirst';
import { strings } from '../strings/en';
import { bookFailure } from '../strings/failures';
import { sourcesWords } from '../strings/sources';
import { Button, LinkButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useBook } from './book';
import styles from './SourceBookDialog.module.css';
import { SourceBookEntry } from './SourceBookEntry';
import { SourceDialog } from './SourceDialog';

/** A change of the book; true where it was made. */
type BookCall = () => ReturnType<typeof standfirst.sources.remove>;

interface SourceBookDialogProps {
  /** Makes a change, shows what comes of it, and says why where it fails. */
  readonly onChange: (call: BookCall) => Promise<boolean>;
  readonly onSave: (before: Source, after: Source) => Promise<boolean>;
  readonly onOpen: (slug: string, quoteId: string) => void;
  readonly onClose: () => void;
}

/** What was done last and how it is undone. */
interface Done {
  readonly words: string;
  readonly undo: BookCall;
}

/** So many entries are drawn; a name typed into the search finds the others. */
const mostShown = 200;

/** The source book of the desk: find, edit, merge, delete, and see where each source is quoted. */
export function SourceBookDialog({ onChange, onSave, onOpen, onClose }: SourceBookDialogProps) {
  const book = useBook();
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [editing, setEditing] = useState<Source | null>(null);
  const [mergingId, setMergingId] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const uses = useUses(book);
  const found = useMemo(() => matching(book.sources, query), [book.sources, query]);
  const duplicates = useMemo(() => probableDuplicates(book.sources), [book.sources]);
  const duplicate = duplicates.find((pair) => !dismissed.has(keyOf(pair)));
  const chosen = book.sources.find(({ id }) => id === chosenId);
  const missing = useMemo(() => {
    const known = knownIds(book);
    return [...uses.keys()].filter((id) => !known.has(id)).length;
  }, [uses, book]);
  const merging = book.sources.find(({ id }) => id === mergingId);

  async function change(call: BookCall, whenDone: Done | null): Promise<void> {
    if (await onChange(call)) setDone(whenDone);
  }

  async function merge(from: Source, into: Source): Promise<void> {
    setMergingId(null);
    setChosenId(into.id);
    const merged = sourcesWords.book.merged(nameOf(from), nameOf(into));
    const before = replacedDescription(into, from);
    await change(() => standfirst.sources.merge({ into: into.id, from: from.id }), {
      words:
        before === null
          ? merged
          : `${merged} ${sourcesWords.book.attributedAnew(before, into.publishedAs.trim())}`,
      undo: () => standfirst.sources.unmerge({ from: from.id }),
    });
  }

  async function remove(source: Source): Promise<void> {
    const isUsed = (uses.get(source.id)?.articles ?? 0) > 0;
    await change(() => standfirst.sources.remove({ id: source.id }), {
      words: isUsed
        ? sourcesWords.book.removedUsed(nameOf(source))
        : sourcesWords.book.removed(nameOf(source)),
      undo: () => standfirst.sources.save({ source, before: null }),
    });
  }

  const choose = (source: Source) => {
    if (merging) void merge(merging, source);
    else setChosenId(source.id);
  };

  if (editing) {
    return (
      <SourceDialog
        source={editing}
        onClose={() => setEditing(null)}
        onRemove={null}
        onSave={(after) => {
          setEditing(null);
          setChosenId(after.id);
          const isNew = !book.sources.some(({ id }) => id === after.id);
          if (isNew) void change(() => standfirst.sources.save({ source: after, before: null }), null);
          else void onSave(editing, after);
        }}
      />
    );
  }

  return (
    <Dialog
      title={sourcesWords.book.title}
      closeLabel={strings.close}
      width={920}
      onClose={onClose}
      actions={
        <>
          <span role="status" aria-label={sourcesWords.book.title} className={styles.done}>
            {done?.words}
            {done ? (
              <LinkButton onClick={() => void change(done.undo, null)}>{sourcesWords.book.undo}</LinkButton>
            ) : null}
          </span>
          <Button
            disabled={book.problem !== null}
            onClick={() => setEditing(newSource(crypto.randomUUID(), ''))}
          >
            {sourcesWords.book.add}
          </Button>
        </>
      }
    >
      {book.problem ? (
        <div role="alert" className={styles.problem}>
          <p>{strings.sourceBook.damaged(bookFailure(book.problem))}</p>
          <p>{sourcesWords.book.untouched}</p>
          {book.problem.code === 'newer-format' ? null : (
            <Button onClick={() => void change(() => standfirst.sources.rebuild(), null)}>
              {sourcesWords.book.rebuild}
            </Button>
          )}
        </div>
      ) : null}
      {missing > 0 && !book.problem ? (
        <div className={styles.duplicate}>
          <p>{sourcesWords.book.missing(missing)}</p>
          <Button onClick={() => void change(() => standfirst.sources.rebuild(), null)}>
            {sourcesWords.book.gather}
          </Button>
        </div>
      ) : null}
      {duplicate && !merging ? (
        <div className={styles.duplicate}>
          <p>{sourcesWords.book.probably(nameOf(duplicate.merge), nameOf(duplicate.keep))}</p>
          <Button onClick={() => void merge(duplicate.merge, duplicate.keep)}>
            {sourcesWords.book.same}
          </Button>
          <Button
            look="quiet"
            onClick={() => setDismissed((present) => new Set([...present, keyOf(duplicate)]))}
          >
            {sourcesWords.book.notSame}
          </Button>
        </div>
      ) : null}
      {merging ? (
        <div className={styles.duplicate} role="status">
          <p>{sourcesWords.book.mergeWhich(nameOf(merging))}</p>
          <Button look="quiet" onClick={() => setMergingId(null)}>
            {sourcesWords.book.stopMerging}
          </Button>
        </div>
      ) : null}
      <div className={styles.columns}>
        <div className={styles.side}>
          <input
            type="search"
            className={styles.search}
            aria-label={sourcesWords.book.search}
            placeholder={sourcesWords.book.search}
            value={query}
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
          />
          {found.length === 0 ? (
            <p className={styles.quiet}>
              {book.sources.length === 0 ? sourcesWords.book.empty : sourcesWords.book.noMatch}
            </p>
          ) : null}
          <ul className={styles.list} aria-label={sourcesWords.book.list}>
            {found.slice(0, mostShown).map((source) => (
              <li key={source.id}>
                <button
                  type="button"
                  className={styles.entry}
                  aria-current={source.id === chosenId || undefined}
                  disabled={source.id === mergingId}
                  onClick={() => choose(source)}
                >
                  <span className={styles.name}>{nameOf(source)}</span>
                  <span className={styles.about}>{aboutOf(source, uses.get(source.id))}</span>
                </button>
              </li>
            ))}
          </ul>
          {found.length > mostShown ? (
            <p className={styles.quiet}>{sourcesWords.book.more(found.length - mostShown)}</p>
          ) : null}
        </div>
        {chosen ? (
          <SourceBookEntry
            key={chosen.id}
            source={chosen}
            merges={book.merges.filter(({ into }) => into.id === chosen.id)}
            ids={[chosen.id, ...aliasesInto(book, chosen.id)]}
            onEdit={() => setEditing(chosen)}
            onMerge={() => setMergingId(chosen.id)}
            onRemove={() => void remove(chosen)}
            onRestore={() =>
              void change(
                () => standfirst.sources.save({ source: { ...chosen, deleted: false }, before: chosen }),
                null,
              )
            }
            onSeparate={(from) => void change(() => standfirst.sources.unmerge({ from }), null)}
            onOpen={onOpen}
          />
        ) : (
          <p className={styles.quiet}>{sourcesWords.book.choose}</p>
        )}
      </div>
    </Dialog>
  );
}

const nameOf = (source: Source): string => source.name.trim() || source.title || sourcesWords.book.untitled;

const keyOf = ({ keep, merge }: ProbableDuplicate): string => `${keep.id} ${merge.id}`;

const aliasesInto = (book: Parameters<typeof aliasesOf>[0], id: string): readonly string[] =>
  [...aliasesOf(book)].filter(([, into]) => into === id).map(([from]) => from);

function aboutOf(source: Source, use: SourceUse | undefined): string {
  const used = sourcesWords.book.uses(use?.quotations ?? 0, use?.articles ?? 0);
  return [source.deleted ? sourcesWords.book.deleted : source.role || source.organisation, used]
    .filter(Boolean)
    .join(' · ');
}

/** The entries in which every word of the query stands, by name; deleted ones last. */
function matching(sources: readonly Source[], query: string): readonly Source[] {
  const wanted = fold(query).text.split(/\s+/).filter(Boolean);
  const folded = ({ name, role, organisation, title }: Source) =>
    fold(`${name} ${role} ${organisation} ${title}`).text;
  return sources
    .filter((source) => wanted.every((word) => folded(source).includes(word)))
    .sort(
      (one, other) =>
        Number(one.deleted) - Number(other.deleted) || nameOf(one).localeCompare(nameOf(other), 'en'),
    );
}

/** How much each source of the book is used, entries that were merged into it included. */
function useUses(book: ReturnType<typeof useBook.getState>): ReadonlyMap<string, SourceUse> {
  const [uses, setUses] = useState<readonly SourceUse[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book is not read here; its changes are the reason.
  useEffect(() => {
    let stopped = false;
    // Asked again after every change of the book: it is how a save of an article shows here.
    void standfirst.sources.uses().then((answer) => {
      if (!stopped && answer.ok) setUses(answer.value);
    });
    return () => {
      stopped = true;
    };
  }, [book]);
  return useMemo(() => new Map(uses.map((use) => [use.sourceId, use])), [uses]);
}
