import { Users } from 'lucide-react';
import type { Session } from '../session/session';
import { strings } from '../strings/en';
import styles from './AlsoOpen.module.css';
import { useWindow } from './desk-state';

/** Says above the page who else has the article open. */
export function AlsoOpen({ session }: { readonly session: Session }) {
  const slug = session.use((state) => (state.kind === 'open' ? state.slug : null));
  const elsewhere = useWindow((state) => state.elsewhere);
  const others = elsewhere.filter((each) => each.slug === slug);
  return (
    <div role="status" aria-label={strings.alsoOpenRegion}>
      {others.length === 0 ? null : (
        <p className={styles.note} title={strings.alsoOpenHint}>
          <Users size={13} aria-hidden />
          {strings.alsoOpen(others)}
        </p>
      )}
    </div>
  );
}
