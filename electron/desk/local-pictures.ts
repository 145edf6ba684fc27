import { realpathSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { errnoOf } from './file-failure';
import { mostPictureBytes, type NewPicture, pictureName } from './media';
import { readWithinAtOnce } from './read-file';

/** Pictures that lie beside a document and are named in it by relative addresses. */
export interface LocalPictures {
  /** The name under which the picture of a relative address is kept; null where there is none. */
  readonly nameOf: (address: string) => string | null;
  /** The pictures that were asked for and found. */
  readonly found: () => readonly NewPicture[];
}

/**
 * Finds pictures in the folder of `document` and below it. A document of a stranger must not bring in files from
 * elsewhere: an address that leads out of the folder, also over a link, finds nothing.
 */
export function findLocalPictures(document: string): LocalPictures {
  const found = new Map<string, NewPicture>();
  /** A page may name one file in every line. */
  const known = new Map<string, string | null>();

  function nameIn(path: string): string | null {
    const bytes = readQuietly(path);
    if (bytes === null) return null;
    const named = pictureName(basename(path), bytes);
    if (!named.ok) return null;
    found.set(named.value, { file: named.value, bytes });
    return named.value;
  }

  function nameOf(address: string): string | null {
    const path = pathOf(document, address);
    if (path === null) return null;
    const name = known.has(path) ? (known.get(path) ?? null) : nameIn(path);
    known.set(path, name);
    return name;
  }

  return { nameOf, found: () => [...found.values()] };
}

function pathOf(document: string, address: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(address)) return null;
  try {
    const folder = realpathSync(dirname(resolve(document)));
    const path = realpathSync(resolve(folder, decodeURIComponent(address.replace(/[?#].*$/s, ''))));
    return path.startsWith(`${folder}${sep}`) ? path : null;
  } catch (error) {
    // Not there, or no address of a file: the desk note that marks the place tells the writer.
    if (errnoOf(error) === null && !(error instanceof URIError) && !(error instanceof TypeError)) throw error;
    return null;
  }
}

/** The bytes of a file that may be a picture; null where it cannot be read, and where it is larger than any picture. */
function readQuietly(path: string): Buffer | null {
  try {
    const bytes = readWithinAtOnce(path, mostPictureBytes);
    return typeof bytes === 'number' ? null : bytes;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
