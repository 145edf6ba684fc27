import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new temporary folder, without links in its path. */
export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'standfirst-')));

/** A folder that tests can make small, read-only or both; needs Linux and root (see `canMount`). */
export interface MountedFolder {
  readonly path: string;
  /** From now on every write fails with EROFS. */
  makeReadOnly(): void;
  makeWritable(): void;
  /** Puts a file there. */
  put(name: string, content: string): void;
  /** Fills what room is left. */
  fill(): void;
  /** Takes back what `fill` put there. */
  empty(): void;
  unmount(): void;
}

/** Whether this machine lets a test mount a file system. */
export const canMount = process.platform === 'linux' && process.geteuid?.() === 0;

/** A file system in memory of `kilobytes`, mounted on a new temporary folder. */
export function mountSmallFolder(kilobytes: number): MountedFolder {
  const path = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path]);
  const filler = join(path, '.filler');
  return {
    path,
    makeReadOnly: () => execFileSync('mount', ['-o', 'remount,ro', path]),
    makeWritable: () => execFileSync('mount', ['-o', 'remount,rw', path]),
    put(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    fill() {
      for (const size of [65_536, 4096]) {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(size));
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        }
      }
    },
    empty: () => rmSync(filler),
    unmount() {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
