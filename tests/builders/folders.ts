import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new temporary folder, without links in its path. */
export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'standfirst-')));

/** A folder that tests can make small, read-only or both; needs Linux and root (see `canMount`). */
export interface MountedFolder {
  readonly path: string;
  /** From now on every write fails with EROFS. */
  makeReadOnly(): void;
  makeWritable(): void;
  unmount(): void;
}

/** Whether this machine lets a test mount a file system. */
export const canMount = process.platform === 'linux' && process.geteuid?.() === 0;

/** A file system in memory of `kilobytes`, mounted on a new temporary folder. */
export function mountSmallFolder(kilobytes: number): MountedFolder {
  const path = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path]);
  return {
    path,
    makeReadOnly: () => execFileSync('mount', ['-o', 'remount,ro', path]),
    makeWritable: () => execFileSync('mount', ['-o', 'remount,rw', path]),
    unmount() {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
