import { readingMinutes } from '../../shared/article/words';
import { isKnown, useDocument } from '../session/document';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { openDialog } from './desk-state';
import styles from './StatusBar.module.css';

/** How long the article is, or what is selected of it, and how far it is to the target. Opens the whole count. */
export function LengthStatus({ session }: { readonly session: Session }) {
  const isOpen = session.use((state) => state.kind === 'open');
  const target = session.use((state) => (state.kind === 'open' ? state.head.targetWords : 0));
  const { words, characters } = useDocument((state) => state.counts);
  const selected = useDocument((state) => state.selected);
  const known = useDocument(isKnown);
  if (!isOpen || !known) return <span role="status" aria-label={strings.counts.region} />;
  // A card in which the caret stands is selected and may have no words yet.
  const line = selected?.characters
    ? strings.counts.selected(selected, words)
    : strings.counts.line({ words, characters, minutes: readingMinutes(words), target });
  return (
    <div className={styles.count}>
      {target > 0 ? (
        <progress
          className={styles.progress}
          aria-label={strings.counts.target}
          max={target}
          value={Math.min(words, target)}
        />
      ) : null}
      {/* Not read aloud at every pause: whoever wants to know asks. */}
      <span role="status" aria-label={strings.counts.region} aria-live="off">
        {line}
      </span>
      {/* Over both: what stands in a button is no status any more to a screen reader. */}
      <button
        type="button"
        className={styles.whole}
        aria-label={strings.counts.open}
        title={strings.counts.open}
        // The caret stays where it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => openDialog({ kind: 'length' })}
      />
    </div>
  );
}
