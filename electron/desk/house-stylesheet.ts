import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { utf8Text } from '../../shared/base/decode-bytes';
import { fail, ok, type Result } from '../../shared/base/result';
import type { FileFailure, StylesheetFailure } from '../../shared/ipc/failures';
import { attempt, errnoOf } from './file-failure';
import { readWhole, readWithin } from './read-file';
import { privateMode, safeWrite } from './safe-write';

/** The house's own stylesheet, in the desk folder; a page is exported with the built-in look and this one behind it. */
export const houseStylesheetName = 'house.css';

/** Where a stylesheet goes that is replaced or taken away, so that nothing is lost. */
const formerName = 'house.before.css';

/** What a desk may hold of a stylesheet of its own. */
export const houseStylesheetFiles: readonly string[] = [houseStylesheetName, formerName];

/** Bytes; it stands in every exported page. */
const mostBytes = 500_000;

const pathIn = (desk: string): string => join(desk, houseStylesheetName);

/** The text of the desk's stylesheet; null where there is none. */
export async function readHouseStylesheet(
  desk: string,
): Promise<Result<{ css: string | null }, StylesheetFailure>> {
  const read = await readStylesheet(pathIn(desk));
  if (read.ok) return ok({ css: read.value });
  return read.error.code === 'vanished' ? ok({ css: null }) : read;
}

/** Copies the stylesheet at `path` into the desk. One that is there already is kept aside. */
export async function takeHouseStylesheet(
  desk: string,
  path: string,
): Promise<Result<{ css: string | null }, StylesheetFailure>> {
  const read = await readStylesheet(path);
  if (!read.ok) return read;
  const aside = await keepFormer(desk);
  if (!aside.ok) return aside;
  const written = await safeWrite({ path: pathIn(desk), content: read.value, mode: privateMode });
  return written.ok ? ok({ css: read.value }) : written;
}

/** Takes the stylesheet away, into a file beside it. */
export async function removeHouseStylesheet(
  desk: string,
): Promise<Result<{ css: string | null }, StylesheetFailure>> {
  const aside = await keepFormer(desk);
  if (!aside.ok) return aside;
  const removed = await attempt(pathIn(desk), () => fs.rm(pathIn(desk), { force: true }));
  return removed.ok ? ok({ css: null }) : removed;
}

async function readStylesheet(path: string): Promise<Result<string, StylesheetFailure>> {
  const bytes: Result<Uint8Array | number, FileFailure> = await attempt(path, () =>
    readWithin(path, mostBytes),
  );
  if (!bytes.ok) return bytes;
  if (typeof bytes.value === 'number') return fail({ code: 'too-large', bytes: bytes.value });
  const text = utf8Text(bytes.value);
  // A picture or a program that was chosen by mistake.
  return text === null || text.includes('\0') ? fail({ code: 'not-text' }) : ok(text);
}

async function keepFormer(desk: string): Promise<Result<null, FileFailure>> {
  const kept = await attempt(pathIn(desk), async () => {
    try {
      return await readWhole(pathIn(desk));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
  });
  if (!kept.ok) return kept;
  if (kept.value === null) return ok(null);
  const written = await safeWrite({ path: join(desk, formerName), content: kept.value, mode: privateMode });
  return written.ok ? ok(null) : written;
}
