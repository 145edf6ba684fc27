import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { PackProgress, PackReport } from '../../shared/ipc/desk-entries';
import type { PackFailure } from '../../shared/ipc/failures';
import type { DeskKeeper } from '../desk/desk-keeper';
import type { Watched } from '../desk/pack';
import type { Dialogs } from '../windows/dialogs';
import { noDesk } from './no-desk';

/** How often the window hears how far a work is, in milliseconds. */
const toldEvery = 100;

/** Answers the calls that pack and unpack desks; one such work runs at a time. */
export function packHandlers(
  keeper: DeskKeeper,
  dialogs: Dialogs,
  now: () => Date,
  tell: (progress: PackProgress) => void,
): Pick<Handlers, 'pack'> {
  let running: AbortController | null = null;

  async function watched(
    work: (watch: Watched) => Promise<Result<PackReport, PackFailure>>,
  ): Promise<Result<PackReport, PackFailure>> {
    if (running) return fail({ code: 'under-way' });
    const controller = new AbortController();
    running = controller;
    let toldAt = 0;
    try {
      return await work({
        signal: controller.signal,
        progress(told) {
          if (Date.now() - toldAt < toldEvery && told.done > 0) return;
          toldAt = Date.now();
          tell(told);
        },
      });
    } finally {
      running = null;
    }
  }

  return {
    pack: {
      async pack() {
        const desk = keeper.current();
        if (!desk) return noDesk;
        const name = `${basename(desk.path)} ${now().toISOString().slice(0, 10)}.zip`;
        const target = await dialogs.chooseNewPath('Pack desk', 'Pack', name);
        if (target === null) return ok(null);
        // Writing and reading ZIP files is more code than a start needs.
        const { packDesk } = await import('../desk/pack');
        return watched((watch) => packDesk(desk.path, target, now, watch));
      },
      async unpack() {
        const pack = await dialogs.chooseFile('Choose a packed desk', 'Unpack');
        if (pack === null) return ok(null);
        const name = basename(pack).replace(/( \d{4}-\d{2}-\d{2})?\.zip$/i, '');
        const target = await dialogs.chooseNewPath('Choose a name for the new folder', 'Unpack here', name);
        if (target === null) return ok(null);
        const { unpackDesk } = await import('../desk/pack');
        return watched((watch) => unpackDesk(pack, target, watch));
      },
      cancel() {
        running?.abort();
        return ok(null);
      },
    },
  };
}
