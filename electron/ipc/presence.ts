import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { OpenElsewhere } from '../../shared/ipc/desk-entries';
import type { DeskKeeper } from '../desk/desk-keeper';
import { createPresence, type Myself, type Presence } from '../desk/presence';
import { noDesk } from './no-desk';

/** The handlers, and what ends the presence when the app quits. */
export interface PresenceService {
  readonly handlers: Pick<Handlers, 'presence'>;
  close(): Promise<void>;
}

/** Joins the presence on whichever desk is open to the window. */
export function presenceService(
  keeper: DeskKeeper,
  myself: Myself,
  now: () => Date,
  tell: (others: readonly OpenElsewhere[]) => void,
): PresenceService {
  let present: { readonly desk: string; readonly presence: Presence } | null = null;

  async function on(desk: string): Promise<Presence> {
    if (present?.desk === desk) return present.presence;
    const before = present;
    const presence = createPresence(desk, myself, now, tell);
    present = { desk, presence };
    await before?.presence.close();
    return presence;
  }

  return {
    handlers: {
      presence: {
        async show({ slug }) {
          const desk = keeper.current();
          if (!desk) return noDesk;
          const presence = await on(desk.path);
          await presence.show(slug);
          await presence.look();
          return ok(presence.others());
        },
      },
    },
    async close() {
      await present?.presence.close();
      present = null;
    },
  };
}
