import type { Result } from '../../shared/base/result';
import type { PackProgress, PackReport } from '../../shared/ipc/desk-entries';
import { on, standfirst } from '../bridge/standfirst';
import { deskWork, packFailure } from '../strings/desk-work';
import { openDeskAt } from './desk-choice';
import { offer, say, work } from './desk-state';
import { savedOrSaid } from './unsaved';
import type { Workspace } from './workspace';

/** Packs the desk into a file that the writer chooses, with everything saved first. @public: loaded late. */
export async function packDesk(workspace: Workspace): Promise<void> {
  if (!(await savedOrSaid(workspace.session))) return;
  const report = await watched(() => standfirst.pack.pack());
  if (report) say(deskWork.pack.packed(report.path, report.files, report.leftOut));
}

/** Unpacks a desk into a new folder and offers to open it. @public: loaded late. */
export async function unpackDesk(workspace: Workspace): Promise<void> {
  const report = await watched(() => standfirst.pack.unpack());
  if (!report) return;
  offer(null, deskWork.pack.unpacked(report.path), {
    label: deskWork.pack.open,
    take: () => void openDeskAt(workspace, report.path, 'open'),
  });
}

/** Shows how far a work is and lets the writer stop it; null where it did not come to its end. */
async function watched(
  begin: () => Promise<Result<PackReport | null, { readonly code: string }>>,
): Promise<PackReport | null> {
  const stop = on('packProgress', (progress: PackProgress) =>
    work({ words: deskWork.pack.progress(progress), cancel: () => void standfirst.pack.cancel() }),
  );
  const answer = await begin();
  stop();
  work(null);
  if (answer.ok) return answer.value;
  say(
    answer.error.code === 'cancelled'
      ? deskWork.pack.cancelled
      : deskWork.pack.failed(packFailure(answer.error)),
  );
  return null;
}
