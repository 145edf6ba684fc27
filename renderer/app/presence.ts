import { on, standfirst } from '../bridge/standfirst';
import type { Session } from '../session/session';
import { useWindow } from './desk-state';

/** Tells the others on a shared desk which article is open here, and keeps what they have open. */
export function followPresence(session: Session): void {
  let told: string | null = null;
  session.use.subscribe((state) => {
    const slug = state.kind === 'open' ? state.slug : null;
    if (slug === told) return;
    told = slug;
    void standfirst.presence.show({ slug }).then((answer) => {
      if (answer.ok) useWindow.setState({ elsewhere: answer.value });
    });
  });
  on('openElsewhere', (elsewhere) => useWindow.setState({ elsewhere }));
}
