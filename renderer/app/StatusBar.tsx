import { readingMinutes } from '../../shared/article/words';
import { assertNever } from '../../shared/base/assert-never';
import { useDocument } from '../session/document';
import type { SavePhase } from '../session/save-state';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { openDialog, useWindow } from './desk-state';
import styles from './StatusBar.module.css';

/** What stands in the status "Save state". */
export function saveWords(phase: SavePhase): string {
  switch (phase.kind) {
    case 'clean':
      return strings.save.clean;
    case 'dirty':
      return strings.save.dirty;
    case 'saving':
      return strings.save.saving;
    case 'conflict':
      return strings.save.conflict;
    case 'orphan':
      return strings.save.orphan;
    case 'error':
      return strings.save.error(strings.saveFailure(phase.failure));
    default:
      return assertNever(phase);
  }
}

/** The bar below: whether the words are safe, how many there are, and what the app has to say. */
export function StatusBar({ session }: { readonly session: Session }) {
  const phase = session.use((state) => (state.kind === 'open' ? state.save.phase : null));
  const words = useDocument((state) => state.counts.words);
  const message = useWindow((state) => state.message);
  const offer = useWindow((state) => state.offer);
  const work = useWindow((state) => state.work);
  return (
    <footer className={styles.bar}>
      <div className={styles.side}>
        <span
          role="status"
          aria-label={strings.save.region}
          className={styles.save}
          data-phase={phase?.kind ?? 'none'}
        >
          {phase ? saveWords(phase) : ''}
        </span>
        {phase?.kind === 'conflict' ? (
          <button type="button" className={styles.link} onClick={() => openDialog({ kind: 'conflict' })}>
            {strings.save.resolve}
          </button>
        ) : null}
        {phase?.kind === 'orphan' ? (
          <button type="button" className={styles.link} onClick={() => void session.rescue()}>
            {strings.save.rescue}
          </button>
        ) : null}
        {phase?.kind === 'error' ? (
          <button type="button" className={styles.link} onClick={() => void session.flush()}>
            {strings.save.retry}
          </button>
        ) : null}
      </div>
      <div className={styles.message} role="status" aria-label="Message">
        {work ? (
          <>
            <span>{work.words}</span>
            <button type="button" className={styles.link} onClick={work.cancel}>
              {strings.cancel}
            </button>
          </>
        ) : message ? (
          <>
            <span>{message}</span>
            {offer ? (
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  useWindow.setState({ message: null, offer: null });
                  offer.take();
                }}
              >
                {offer.label}
              </button>
            ) : null}
            <button
              type="button"
              className={styles.link}
              onClick={() => useWindow.setState({ message: null })}
            >
              {strings.close}
            </button>
          </>
        ) : null}
      </div>
      <span role="status" aria-label={strings.counts.region} className={styles.count}>
        {phase ? strings.counts.line(words, readingMinutes(words)) : ''}
      </span>
    </footer>
  );
}
