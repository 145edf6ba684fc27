import { assertNever } from '../../shared/base/assert-never';
import { isTrouble, type SavePhase } from '../session/save-state';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { LinkButton } from '../ui/Button';
import { Later, part } from '../ui/later';
import { openDialog } from './desk-state';
import { Message } from './Message';
import styles from './StatusBar.module.css';
import { useShownPhase } from './shown-phase';

const length = part(() => import('./LengthStatus').then((loaded) => loaded.LengthStatus));

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
  const phase = useShownPhase(session);
  const secondPlace = session.use((state) => (state.kind === 'open' ? state.secondPlace : 'not-needed'));
  return (
    <footer className={styles.bar}>
      <div className={styles.side}>
        <span
          role="status"
          aria-label={strings.save.region}
          // Not read aloud at every pause; what went wrong is, at once.
          aria-live="off"
          className={styles.save}
          data-phase={phase?.kind ?? 'none'}
        >
          {phase ? saveWords(phase) : ''}
        </span>
        <span className="visually-hidden" aria-live="assertive">
          {phase && isTrouble(phase) ? saveWords(phase) : ''}
        </span>
        {secondPlace === 'not-needed' ? null : (
          <span className={styles.secondPlace}>{strings.save.secondPlace[secondPlace]}</span>
        )}
        {phase?.kind === 'conflict' ? (
          <LinkButton onClick={() => openDialog({ kind: 'conflict' })}>{strings.save.resolve}</LinkButton>
        ) : null}
        {phase?.kind === 'orphan' ? (
          <>
            <LinkButton onClick={() => void session.rescue()}>{strings.save.rescue}</LinkButton>
            <LinkButton onClick={() => void import('./unsaved').then(({ letGo }) => letGo(session))}>
              {strings.save.letGo}
            </LinkButton>
          </>
        ) : null}
        {phase?.kind === 'error' ? (
          <LinkButton onClick={() => void session.flush()}>{strings.save.retry}</LinkButton>
        ) : null}
      </div>
      <Message />
      <Later part={length} session={session} />
    </footer>
  );
}
