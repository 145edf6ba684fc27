import { Users } from 'lucide-react';
import type { OpenElsewhere } from '../../shared/ipc/desk-entries';
import { strings } from '../strings/en';
import styles from './AlsoOpenNote.module.css';

/** Names the others who have the article open. */
export function AlsoOpenNote({ others }: { readonly others: readonly OpenElsewhere[] }) {
  return (
    <p className={styles.note} title={strings.alsoOpenHint}>
      <Users size={13} aria-hidden />
      {strings.alsoOpen(others)}
    </p>
  );
}
