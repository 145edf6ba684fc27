import { useMemo } from 'react';
import { readingMinutes } from '../../shared/article/words';
import { useDocument } from '../session/document';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { useToldArticle } from '../ui/told-article';
import { openDialog } from './desk-state';
import styles from './StatusBar.module.css';

/** How long the article is, or what is selected of it, and how far it is to the target. Opens the whole count. */
export function LengthStatus({ session }: { readonly session: Session }) {
  const loads = session.use((state) => (state.kind === 'open' ? state.loads : 0));
  const targetWords = session.use((state) => (state.kind === 'open' ? state.head.targetWords : 0));
  const open = useMemo(() => ({ loads, target: targetWords }), [loads, targetWords]);
  const { article, isCounted } = useToldArticle(
    open,
    useDocument((state) => state.loads),
  );
  const { words, characters } = useDocument((state) => state.counts);
  const selected = useDocument((state) => state.selected);
  if (loads === 0 || !isCounted) return <span role="status" aria-label={strings.counts.region} />;
  const { target } = article;
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
