import type { ConflictCopy, RecoveredArticle } from '../../shared/ipc/desk-entries';
import { versionWords } from '../strings/versions';
import { Button } from '../ui/Button';
import styles from './Notices.module.css';

interface NoticesProps {
  readonly copies: readonly ConflictCopy[];
  readonly recovered: readonly RecoveredArticle[];
  readonly onCopy: (copy: ConflictCopy) => void;
  readonly onRecovered: (recovered: RecoveredArticle) => void;
}

/** Says above the page that there are other states of the writer's words, and leads to them. */
export function Notices({ copies, recovered, onCopy, onRecovered }: NoticesProps) {
  const [copy] = copies;
  const [first] = recovered;
  return (
    <div className={styles.notices}>
      {first ? (
        <p role="status" className={styles.notice}>
          <span>{versionWords.recovered.notice(recovered.length)}</span>
          <Button onClick={() => onRecovered(first)}>{versionWords.compare}</Button>
        </p>
      ) : null}
      {copy ? (
        <p role="status" className={styles.notice}>
          <span>{versionWords.conflictCopy.notice(copies.length)}</span>
          <Button onClick={() => onCopy(copy)}>{versionWords.compare}</Button>
        </p>
      ) : null}
    </div>
  );
}
