import { strings } from '../strings/en';
import { LinkButton } from '../ui/Button';
import { Later, part } from '../ui/later';
import { useWindow } from './desk-state';
import styles from './Message.module.css';

const buttons = part(() => import('./MessageButtons').then((loaded) => loaded.MessageButtons));

/** What the app has to say, at the foot of the window: what takes long just now, or what happened last. */
export function Message() {
  const message = useWindow((state) => state.message);
  const work = useWindow((state) => state.work);
  const words = work ? work.words : message;
  return (
    <div className={styles.place}>
      {/* The pointer reads whole what has no room. */}
      <span role="status" aria-label={strings.message} className={styles.words} title={words ?? undefined}>
        {words}
      </span>
      {work ? <LinkButton onClick={work.cancel}>{strings.cancel}</LinkButton> : null}
      {!work && message ? <Later key={message} part={buttons} message={message} /> : null}
    </div>
  );
}
