import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import {
  boolean,
  type Codec,
  decodeWith,
  integerBetween,
  nullable,
  object,
  string,
  type WithExtra,
} from '../../shared/base/codec';
import { isJsonObject } from '../../shared/base/json';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure } from '../../shared/ipc/failures';
import { defaultPreferences, type Preferences, preferencesCodec } from '../../shared/ipc/preferences';
import { fileFailure } from '../desk/file-failure';
import { createQueues } from '../desk/queues';

/** Where the window stood, in screen pixels. */
export interface WindowPlace extends WithExtra {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** What the app remembers on this machine; nothing of it belongs to a desk. */
export interface Settings extends WithExtra {
  /** The desk that was open last. */
  readonly deskPath: string | null;
  readonly window: WindowPlace | null;
  readonly preferences: Preferences;
}

const position = integerBetween(-100_000, 100_000);
const extent = integerBetween(100, 100_000);

const settingsCodec: Codec<Settings> = object<Settings>({
  deskPath: nullable(string),
  window: nullable(
    object<WindowPlace>({ x: position, y: position, width: extent, height: extent, maximized: boolean }),
  ),
  preferences: preferencesCodec,
});

/** The name of the file, without its ending. */
const fileName = 'settings';

const defaultSettings: Settings = { deskPath: null, window: null, preferences: defaultPreferences };

export interface KeptAside {
  readonly path: string;
  /** All settings, or only the writer's own keys. */
  readonly lost: 'all' | 'keys';
}

export interface SettingsStore {
  current(): Settings;
  /** Where a file that could not be used was kept aside at this start, and what was lost; null where all was well. */
  readonly keptAside: KeptAside | null;
  /**
   * Remembers the given fields; they hold at once, and the answer comes when they are written. A failure loses a
   * preference, not a story: the app goes on.
   */
  change(fields: Partial<Omit<Settings, 'extra'>>): Promise<Result<null, FileFailure>>;
  /** Waits for what is being written. */
  settled(): Promise<void>;
}

/** The file as electron-store keeps it: the whole content, read and replaced at once. */
export interface SettingsFile {
  store: Record<string, unknown>;
}

/**
 * The settings in `folder`, in the file that `openFile` opens there (electron-store, or its base in a test). A missing
 * file means the defaults. An unreadable one is kept aside for the curious and must not stop the app.
 */
export async function openSettings(
  folder: string,
  openFile: (folder: string, name: string) => Promise<SettingsFile>,
  now: Date,
): Promise<SettingsStore> {
  const path = join(folder, `${fileName}.json`);
  const read = await readSettings(path);
  const keptAside = read.lost ? { path: await keepAside(path, now), lost: read.lost } : null;
  let { settings } = read;
  // Opened with the first change: electron-store refuses a file it cannot read, and its code is more than a start needs.
  let file: Promise<SettingsFile> | null = null;
  const queues = createQueues();

  async function put(): Promise<void> {
    file ??= openFile(folder, fileName);
    try {
      (await file).store = settingsCodec.encode(settings) as Record<string, unknown>;
    } catch (error) {
      // Opened anew with the next change: what stood in its way may be gone by then.
      file = null;
      throw error;
    }
  }

  async function writeNow(): Promise<Result<null, FileFailure>> {
    try {
      await put().catch(async (error: unknown) => {
        // Another program damaged the file since the start: as there, what is known here is written anew.
        if (!(error instanceof SyntaxError)) throw error;
        await keepAside(path, now);
        await put();
      });
      return ok(null);
    } catch (error) {
      return fail(fileFailure(error, path));
    }
  }

  const write = () => queues.run(fileName, writeNow);

  if (read.lost === 'keys') await write();

  return {
    keptAside,
    current: () => settings,
    change(fields) {
      settings = { ...settings, ...fields };
      return write();
    },
    settled: () => queues.idle(),
  };
}

interface Read {
  readonly settings: Settings;
  /** What of the file could not be used. */
  readonly lost: KeptAside['lost'] | null;
}

async function readSettings(path: string): Promise<Read> {
  let json: unknown;
  try {
    json = JSON.parse(await fs.readFile(path, 'utf8'));
  } catch (error) {
    // Whatever is wrong with the file (not JSON, no permission, a folder in its place): the app starts without it.
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { settings: defaultSettings, lost: missing ? null : 'all' };
  }
  const decoded = decodeWith(settingsCodec, json);
  if (decoded.ok) return { settings: decoded.value, lost: null };
  // Two actions on one key, written by hand: no reason to forget the desk as well.
  const rest = decodeWith(settingsCodec, withoutKeys(json));
  return rest.ok ? { settings: rest.value, lost: 'keys' } : { settings: defaultSettings, lost: 'all' };
}

function withoutKeys(json: unknown): unknown {
  if (!isJsonObject(json) || !isJsonObject(json.preferences)) return json;
  const { keys: _, ...preferences } = json.preferences;
  return { ...json, preferences };
}

async function keepAside(path: string, now: Date): Promise<string> {
  const aside = `${path}.unreadable-${now.toISOString().replace(/:/g, '')}`;
  try {
    await fs.rename(path, aside);
    return aside;
  } catch {
    // It can be neither read nor moved (no permission): it stays where it is, and the writer is told so.
    return path;
  }
}
