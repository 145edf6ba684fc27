import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

/** Runs a program and answers what it printed; throws with its complaint where it fails. */
export const run = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const has = (command: string): boolean => {
  try {
    run('sh', '-c', `command -v ${command}`);
    return true;
  } catch {
    return false;
  }
};

const isRoot = process.platform === 'linux' && process.geteuid?.() === 0;

/** Why a proof cannot be made on this machine; null where it can. */
type Reason = string | null;

const rootOnLinux = (): Reason => (isRoot ? null : 'mounting needs Linux and root');
const withGcc = (): Reason =>
  has('gcc') ? null : 'the faults are made by a small C program, and gcc is not there';

/** What the proofs need of the machine, each asked once. */
export const needs = {
  tmpfs: rootOnLinux,
  ext4(): Reason {
    if (rootOnLinux()) return rootOnLinux();
    if (!has('mkfs.ext4')) return 'mkfs.ext4 is not there';
    try {
      mountImage().remove();
      return null;
    } catch (error) {
      return `an ext4 image cannot be mounted: ${String(error).split('\n')[0]}`;
    }
  },
  powerCut: (): Reason => withGcc() ?? needs.ext4(),
  shortWrites: (): Reason => (process.platform === 'linux' ? withGcc() : 'LD_PRELOAD needs Linux'),
  strace: (): Reason => (has('strace') ? null : 'strace is not there'),
};

/** Skips the test where `reason` names one, and says it. */
export function skipFor(context: TestContext, reason: Reason): void {
  if (reason === null) return;
  console.log(`Skipped, ${context.task.name}: ${reason}.`);
  context.skip(reason);
}

const native = join(import.meta.dirname, 'native');
const built = join(import.meta.dirname, '../../.cache/faults');

/** Compiles `native/NAME.c`; answers the path of the program or, with `shared`, of the library. */
export function compile(name: string, shared: boolean): string {
  mkdirSync(built, { recursive: true });
  const out = join(built, shared ? `${name}.so` : name);
  const words = shared ? ['-shared', '-fPIC', '-ldl'] : [];
  run('gcc', '-O1', '-Wall', '-o', out, join(native, `${name}.c`), ...words);
  return out;
}

/** An ext4 file system in an image of 16 MB, mounted. */
export interface MountedImage {
  readonly path: string;
  /** Unmounts and mounts again, as after a cut. */
  remount(): void;
  /** Unmounts and removes everything. */
  remove(): void;
}

/** Makes and mounts an ext4 image. Nothing is reserved for root, so that a full disk is full. */
export function mountImage(): MountedImage {
  // The image may lie in memory: what a cut loses is what ext4 had not yet given to its device.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'standfirst-image-'));
  const [image, path] = [join(folder, 'image'), join(folder, 'mounted')];
  const mount = () => run('mount', '-t', 'ext4', '-o', 'loop', image, path);
  try {
    mkdirSync(path);
    run('truncate', '-s', '16M', image);
    run('mkfs.ext4', '-q', '-F', '-m', '0', image);
    mount();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    path,
    remount() {
      run('umount', path);
      mount();
    },
    remove() {
      run('umount', '-l', path);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
