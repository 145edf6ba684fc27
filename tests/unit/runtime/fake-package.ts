import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { create } from 'tar';
import type { FallbackPackage } from '../../../electron/runtime/fallback-package';
import type { Surroundings } from '../../../electron/runtime/places';

/** A file for an archive: name with forward slashes, content, Unix mode with the kind of file (0o100755: executable). */
export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer;
  readonly mode: number;
}

/** The bytes by which @electron/fuses finds the fuses in a binary, followed by version 1 and eight fuses, all off. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('00000010'),
]);

/** A file as the fallback package holds it. */
export const archived = (name: string, content: string | Buffer, mode = 0o100644): ArchivedFile => ({
  name,
  content: Buffer.from(content),
  mode,
});

/** The files of a small stand-in for the real package: same layout, a few bytes each. */
export const SMALL_DISTRIBUTION: readonly ArchivedFile[] = [
  archived('Other/Other', Buffer.concat([Buffer.from('binary '), FUSE_WIRE]), 0o100755),
  archived('Other/icudtl.dat', 'data'),
  archived('Other/locales/en-GB.pak', 'locale'),
  archived('Other/snapshot.bin', 'belongs to the other app'),
  archived('Other/resources/app/package.json', '{"name":"other"}'),
];

/** A zip archive with stored (uncompressed) entries, as APPNOTE.TXT describes it. */
const zipOf = (files: readonly ArchivedFile[]): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode } of files) {
    const nameBytes = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    sizes.copy(local, 14);
    local.writeUInt16LE(nameBytes.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 30, 4);
    central.writeUInt16LE(20, 6);
    sizes.copy(central, 16);
    central.writeUInt16LE(nameBytes.length, 28);
    central.writeUInt32LE(mode * 0x10000, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local, nameBytes, content);
    centrals.push(central, nameBytes);
    offset += local.length + nameBytes.length + content.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

/** A fallback package on disk. */
export interface FakePackage {
  readonly fallback: FallbackPackage;
  readonly tarball: string;
}

/** Packs files as the registry would, in `folder`, and describes the result with its true integrity. */
export const packInto = async (folder: string, files: readonly ArchivedFile[]): Promise<FakePackage> => {
  await mkdir(join(folder, 'package'), { recursive: true });
  await writeFile(join(folder, 'package', 'Other.zip'), zipOf(files));
  await writeFile(join(folder, 'package', 'package.json'), '{}');
  const tarball = join(folder, 'other-1.0.0.tgz');
  await create({ gzip: true, file: tarball, cwd: folder }, ['package']);
  const content = await readFile(tarball);
  return {
    tarball,
    fallback: {
      name: 'other',
      version: '1.0.0',
      integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
      tarballBytes: content.length,
      archive: 'Other.zip',
      archiveFolder: 'Other/',
      archiveExecutable: 'Other',
      leaveOut: ['resources/', 'snapshot.bin'],
      electronVersion: '33.2.1',
    },
  };
};

/** Surroundings on Linux x64 around a project folder, with no variables set. */
export const surroundingsOf = (projectFolder: string): Surroundings => ({
  projectFolder,
  environment: {},
  platform: 'linux',
  architecture: 'x64',
});

/** A new temporary folder and how to remove it. */
export const temporaryFolder = async (): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> => {
  const path = await mkdtemp(join(tmpdir(), 'standfirst-runtime-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};
