import { createHash } from 'node:crypto';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { decodeWith } from '../../shared/base/codec';
import { fail, ok, type Result } from '../../shared/base/result';
import type { PackRefusal } from '../../shared/ipc/failures';
import { isSafeName, manifestCodec, manifestName, type PackedFile, type PackManifest } from './pack-manifest';

/** A packed desk that was opened: its list agrees with what the archive says it holds. */
export interface PackArchive {
  readonly manifest: PackManifest;
  /**
   * Hands the bytes of each file to `take`, in the order of the list, and compares size and SHA-256 with it. Stops at the
   * first that differs, and when `signal` is given.
   */
  readonly read: (
    take: (file: PackedFile) => Promise<(chunk: Buffer) => Promise<void>>,
    done: (file: PackedFile) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<Result<null, PackRefusal>>;
  readonly close: () => void;
}

const refuse = (why: Extract<PackRefusal, { code: 'not-a-pack' }>['why'], name: string) =>
  fail({ code: 'not-a-pack', why, name } as const);

/** A list of more bytes, or an archive of more files, is none of ours: a million files make a list of 160 MB. */
const mostManifestBytes = 200_000_000;
const mostFiles = 1_000_000;

/** Deflate cannot make more than 1,032 bytes of one; articles make about five. More than this is a trap. */
const mostGrowth = 200;
const growthAllowed = 50_000_000;

/** A symbolic link, by the file mode that Unix archives keep in the upper half. */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

/** Opens the packed desk at `path`. Errors of the file system are thrown. */
export async function openPack(path: string): Promise<Result<PackArchive, PackRefusal>> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    return refuse('damaged', '');
  }
  const opened = await examine(zip);
  if (!opened.ok) zip.close();
  return opened;
}

async function examine(zip: ZipFile): Promise<Result<PackArchive, PackRefusal>> {
  const entries = new Map<string, Entry>();
  let [packed, unpacked] = [0, 0];
  try {
    if (zip.entryCount > mostFiles) return refuse('too-large', '');
    // Names that lead out of the folder, and names with "\", are an error of the library itself.
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (isLink(entry)) return refuse('link', name);
      if (!isSafeName(name, process.platform)) return refuse('unsafe-name', name);
      if (entries.has(name)) return refuse('changed', name);
      entries.set(name, entry);
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    const unsafe =
      error instanceof Error && /absolute path|invalid relative path|invalid characters/.test(error.message);
    return refuse(unsafe ? 'unsafe-name' : 'damaged', '');
  }
  if (unpacked > packed * mostGrowth + growthAllowed) return refuse('too-large', '');
  const listed = entries.get(manifestName);
  if (!listed) return refuse('no-list', '');
  if (listed.uncompressedSize > mostManifestBytes) return refuse('too-large', manifestName);
  const manifest = await readManifest(zip, listed);
  if (!manifest.ok) return manifest;
  entries.delete(manifestName);
  const { files } = manifest.value;
  for (const { name, size } of files) {
    if (entries.get(name)?.uncompressedSize !== size) return refuse('changed', name);
  }
  // As many as are listed, and each of those is there: so nothing else is.
  if (entries.size !== files.length || new Set(files.map(({ name }) => name)).size !== files.length) {
    return refuse('changed', '');
  }
  return ok({
    manifest: manifest.value,
    async read(take, done, signal) {
      for (const file of files) {
        const entry = entries.get(file.name);
        const same = entry && (await readFile(zip, entry, file, await take(file), signal));
        if (signal.aborted) return fail({ code: 'cancelled' });
        if (!same) return refuse('changed', file.name);
        await done(file);
      }
      return ok(null);
    },
    close: () => zip.close(),
  });
}

async function readManifest(zip: ZipFile, entry: Entry): Promise<Result<PackManifest, PackRefusal>> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const decoded = decodeWith(manifestCodec, JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return decoded.ok ? ok(decoded.value) : refuse('no-list', '');
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('no-list', '');
    if (error instanceof Error && isOfSystem(error)) throw error;
    return refuse('damaged', manifestName);
  }
}

/** Whether the bytes of an entry are those of the list. What cannot be decompressed is not the same. */
async function readFile(
  zip: ZipFile,
  entry: Entry,
  file: PackedFile,
  take: (chunk: Buffer) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const hash = createHash('sha256');
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      size += bytes.byteLength;
      if (signal.aborted || size > file.size) return false;
      hash.update(bytes);
      await take(bytes);
    }
  } catch (error) {
    if (error instanceof Error && isOfSystem(error)) throw error;
    return false;
  } finally {
    stream.destroy();
  }
  return size === file.size && hash.digest('hex') === file.sha256;
}

/** The system's own errors have a code such as EIO; zlib's are called Z_… and mean a damaged archive. */
const isOfSystem = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code);
