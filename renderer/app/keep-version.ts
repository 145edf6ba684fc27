import { fail, type Result } from '../../shared/base/result';
import type { VersionReason } from '../../shared/versions/version';
import { standfirst } from '../bridge/standfirst';
import { callFailure } from '../strings/failures';
import { versionWords } from '../strings/versions';
import { inform, say } from './desk-state';
import type { Workspace } from './workspace';

/** Saves what is in the window and keeps it as a version; answers the version's name, or in words why not. */
export async function keepVersion(
  workspace: Workspace,
  reason: VersionReason,
  name: string | null,
): Promise<Result<string, string>> {
  const { session } = workspace;
  if (!(await session.flush())) return fail(versionWords.versions.notNow);
  const state = session.use.getState();
  if (state.kind !== 'open') return fail(versionWords.versions.notNow);
  const kept = await standfirst.versions.take({ slug: state.slug, reason, name, hash: null });
  return kept.ok ? kept : fail(callFailure(kept.error));
}

/** Keeps a version because the writer says so, and tells what came of it. */
export async function keepVersionNow(workspace: Workspace): Promise<void> {
  const kept = await keepVersion(workspace, 'by-hand', null);
  if (kept.ok) inform(versionWords.versions.kept);
  else say(versionWords.versions.notKept(kept.error));
}
