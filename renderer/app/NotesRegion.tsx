import { useDeferredValue, useState } from 'react';
import { useDocument } from '../session/document';
import { toolWords } from '../strings/tools';
import { Button, LinkButton } from '../ui/Button';
import { openDialog } from './desk-state';
import { showBlock } from './desk-work';
import styles from './NotesRegion.module.css';
import { findNotes, resolveNote } from './notes';
import type { Workspace } from './workspace';

/** So many notes are listed at a time. */
const listed = 50;

/** Comments, desk notes and gaps of the article, in reading order: go there, resolve, open again. */
export function NotesRegion({ workspace }: { readonly workspace: Workspace }) {
  const notes = findNotes(useDeferredValue(useDocument((state) => state.body)));
  const [withResolved, setWithResolved] = useState(false);
  const shown = notes.filter((note) => withResolved || !note.resolved);
  const gaps = notes.filter(({ kind }) => kind === 'gap').length;
  const hidden = notes.filter(({ resolved }) => resolved).length;
  return (
    <section className={styles.region} aria-label={toolWords.notes.region}>
      <h2 className={styles.title}>
        {toolWords.notes.region}
        {gaps > 0 ? <span className={styles.gaps}>{toolWords.notes.gaps(gaps)}</span> : null}
      </h2>
      {shown.length === 0 ? <p className={styles.none}>{toolWords.notes.none}</p> : null}
      <ul className={styles.list}>
        {shown.slice(0, listed).map((note) => (
          <li key={note.place} className={styles.note} data-resolved={note.resolved}>
            <button type="button" className={styles.words} onClick={() => showBlock(workspace, note.block)}>
              <span className={styles.kind}>{toolWords.notes.kinds[note.kind]}</span> {note.words}
            </button>
            {note.comment ? <p className={styles.comment}>{note.comment}</p> : null}
            {note.kind === 'gap' ? null : (
              <div className={styles.acts}>
                {note.kind === 'comment' ? (
                  <LinkButton onClick={() => openDialog({ kind: 'note', id: note.id, note: note.comment })}>
                    {toolWords.notes.edit}
                  </LinkButton>
                ) : null}
                <LinkButton onClick={() => resolveNote(workspace, note.id)}>
                  {note.resolved ? toolWords.notes.reopen : toolWords.notes.resolve}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {shown.length > listed ? (
        <p className={styles.none}>{toolWords.notes.more(shown.length - listed)}</p>
      ) : null}
      {hidden > 0 ? (
        <Button look="quiet" aria-pressed={withResolved} onClick={() => setWithResolved(!withResolved)}>
          {toolWords.notes.resolved(hidden)}
        </Button>
      ) : null}
    </section>
  );
}
