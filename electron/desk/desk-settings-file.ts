import { join } from 'node:path';
import {
  type DeskSettings,
  type DeskSettingsRefusal,
  defaultDeskSettings,
  parseDeskSettings,
  serialiseDeskSettings,
} from '../../shared/article/desk-settings';
import { utf8Text } from '../../shared/base/decode-bytes';
import { fail, ok, type Result } from '../../shared/base/result';
import type { DeskSettingsFailure, FileFailure } from '../../shared/ipc/failures';
import { contentHash } from './content-hash';
import { errnoOf, fileFailure } from './file-failure';
import { readWhole } from './read-file';
import { privateMode, safeCreate, safeReplace } from './safe-write';
import { setAside } from './set-aside';

/** The file of a desk's settings inside the desk. */
export const settingsFileName = 'desk.json';

const settingsPath = (desk: string): string => join(desk, settingsFileName);

export interface ReadDeskSettings {
  readonly settings: DeskSettings;
  readonly problem: DeskSettingsRefusal | FileFailure | null;
  /** SHA-256 of the file; null where there is none or it cannot be read. */
  readonly hash: string | null;
}

/** Reads `desk.json`. Where it is missing or cannot be used, the defaults hold; a damaged file stays as it is. */
export async function readDeskSettings(desk: string): Promise<ReadDeskSettings> {
  let content: Buffer;
  try {
    content = await readWhole(settingsPath(desk));
  } catch (error) {
    const missing = errnoOf(error) === 'ENOENT';
    const problem = missing ? null : fileFailure(error, settingsPath(desk));
    return { settings: defaultDeskSettings, problem, hash: null };
  }
  const hash = contentHash(content);
  const text = utf8Text(content);
  const parsed: Result<DeskSettings, DeskSettingsRefusal> =
    text === null ? fail({ code: 'not-json' }) : parseDeskSettings(text);
  return parsed.ok
    ? { settings: parsed.value, problem: null, hash }
    : { settings: defaultDeskSettings, problem: parsed.error, hash };
}

/**
 * Writes `desk.json`. What another program changed in it since `before` stays, field by field, unless it is what was
 * changed here. A damaged file is kept aside first, under a name that tells when; one of a newer version of the app, or
 * one that cannot be read, is not replaced.
 */
export async function writeDeskSettings(
  desk: string,
  before: DeskSettings,
  wanted: DeskSettings,
  now: Date,
): Promise<Result<DeskSettings, DeskSettingsFailure>> {
  const path = settingsPath(desk);
  for (let tries = 1; ; tries += 1) {
    const { settings, problem, hash } = await readDeskSettings(desk);
    if (problem?.code === 'not-json' || problem?.code === 'damaged') {
      const aside = await setAside(path, now);
      if (!aside.ok) return aside;
    } else if (problem) return fail(problem);
    const merged = problem || hash === null ? wanted : changedBy(before, wanted, settings);
    const request = { path, content: serialiseDeskSettings(merged), mode: privateMode };
    const written = hash === null ? await safeCreate(request) : await safeReplace(request, [hash]);
    if (written.ok) return ok(merged);
    const { error } = written;
    if (error.code !== 'conflict' && error.code !== 'exists' && error.code !== 'vanished') return fail(error);
    if (tries === mostTries) return fail({ code: 'busy', path, errno: 'EBUSY' });
  }
}

/** How often a write is tried again when another program is quicker. */
const mostTries = 4;

/** `present` with the fields in which `wanted` differs from `before`. */
function changedBy(before: DeskSettings, wanted: DeskSettings, present: DeskSettings): DeskSettings {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof DeskSettings]),
  );
  // The entries are fields of DeskSettings with values of their own.
  return { ...present, ...(Object.fromEntries(changed) as Partial<DeskSettings>) };
}
