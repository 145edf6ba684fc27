import { actions } from '../../shared/ipc/actions';
import { deskWork } from '../strings/desk-work';
import { strings } from '../strings/en';
import { Button } from '../ui/Button';
import type { Performers } from './actions';
import { useWindow } from './desk-state';
import styles from './NoArticle.module.css';

/** In place of an article where none is open: what can be done instead. */
export function NoArticle({ performers }: { readonly performers: Performers }) {
  const isEmpty = useWindow(({ entries }) => entries.length === 0);
  return (
    <div className={styles.nothing}>
      <p>{isEmpty ? deskWork.emptyDesk : strings.noArticle}</p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => performers['article.new']?.()}>
          {actions['article.new'].label}
        </Button>
        <Button onClick={() => performers['article.import']?.()}>{actions['article.import'].label}</Button>
      </div>
    </div>
  );
}
