import type { Session } from '../session/session';
import { strings } from '../strings/en';
import { Later, part } from '../ui/later';
import { useWindow } from './desk-state';

const note = part(() => import('./AlsoOpenNote').then((loaded) => loaded.AlsoOpenNote));

/** Says above the page who else has the article open. */
export function AlsoOpen({ session }: { readonly session: Session }) {
  const slug = session.use((state) => (state.kind === 'open' ? state.slug : null));
  const elsewhere = useWindow((state) => state.elsewhere);
  const others = elsewhere.filter((each) => each.slug === slug);
  return (
    <div role="status" aria-label={strings.alsoOpenRegion}>
      {others.length === 0 ? null : <Later part={note} others={others} />}
    </div>
  );
}
