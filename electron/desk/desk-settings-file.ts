import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import {
  type DeskSettings,
  type DeskSettingsRefusal,
  defaultDeskSettings,
  parseDeskSettings,
  serialiseDeskSettings,
} from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import type { DeskSettingsFailure, FileFailure } from '../../shared/ipc/failures';
import { attempt, errnoOf, fileFailure } from './file-failure';
import { privateMode, safeWrite } from './safe-write';

const settingsPath = (desk: string): string => join(desk, 'desk.json');

export interface ReadDeskSettings {
  readonly settings: DeskSettings;
  readonly problem: DeskSettingsRefusal | FileFailure | null;
}

/** Reads `desk.json`. Where it is missing or cannot be used, the defaults hold; a damaged file stays as it is. */
export async function readDeskSettings(desk: string): Promise<ReadDeskSettings> {
  let text: string;
  try {
    text = await fs.readFile(settingsPath(desk), 'utf8');
  } catch (error) {
    const missing = errnoOf(error) === 'ENOENT';
    const problem = missing ? null : fileFailure(error, settingsPath(desk));
    return { settings: defaultDeskSettings, problem };
  }
  const parsed = parseDeskSettings(text);
  return parsed.ok
    ? { settings: parsed.value, problem: null }
    : { settings: defaultDeskSettings, problem: parsed.error };
}

/**
 * Writes `desk.json`. A damaged file is kept aside first, under a name that tells when; one of a newer version of
 * the app is not replaced.
 */
export async function writeDeskSettings(
  desk: string,
  settings: DeskSettings,
  now: Date,
): Promise<Result<DeskSettings, DeskSettingsFailure>> {
  const path = settingsPath(desk);
  const { problem } = await readDeskSettings(desk);
  if (problem?.code === 'newer-format') return fail(problem);
  if (problem?.code === 'not-json' || problem?.code === 'damaged') {
    const aside = `${path}.damaged-${now.toISOString().replace(/:/g, '')}`;
    const moved = await attempt(path, () => fs.copyFile(path, aside, fs.constants.COPYFILE_EXCL));
    if (!moved.ok) return moved;
  }
  const written = await safeWrite({
    path,
    content: serialiseDeskSettings(settings),
    mode: privateMode,
  });
  return written.ok ? ok(settings) : written;
}
