import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How a child process ended. */
export interface Ended {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly standardOutput: string;
  readonly standardError: string;
  /** Set when the process was ended because nothing grew for too long. */
  readonly stalled: boolean;
}

/** A program to run while watching how much of its work is done. */
export interface WatchedProgram {
  readonly command: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Number of bytes that are there so far. */
  readonly measure: () => Promise<number>;
  readonly onBytes: (bytes: number) => void;
  readonly measureEveryMilliseconds: number;
  /** The program is ended when the measure has not changed for this many milliseconds. */
  readonly stallMilliseconds: number;
  readonly signal: AbortSignal;
}

const GRACE_MILLISECONDS = 5_000;

/**
 * Runs a program to its end, reporting growth, and ends it when it stalls or the signal aborts.
 * @throws the signal's reason after an abort; the system's error when the program cannot be started
 */
export const runWatched = async (program: WatchedProgram): Promise<Ended> => {
  program.signal.throwIfAborted();
  const child = spawn(program.command, program.words, {
    cwd: program.folder,
    env: program.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let standardOutput = '';
  let standardError = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    standardOutput += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    standardError += text;
  });

  let stalled = false;
  let known = -1;
  let knownSince = Date.now();
  const end = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS).unref();
  };
  const watch = async (): Promise<void> => {
    const bytes = await program.measure();
    if (bytes !== known) {
      known = bytes;
      knownSince = Date.now();
      program.onBytes(bytes);
    } else if (Date.now() - knownSince > program.stallMilliseconds) {
      stalled = true;
      end();
    }
  };
  const timer = setInterval(() => void watch(), program.measureEveryMilliseconds);
  program.signal.addEventListener('abort', end, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    program.signal.throwIfAborted();
    return { code, standardOutput, standardError, stalled };
  } finally {
    clearInterval(timer);
    program.signal.removeEventListener('abort', end);
  }
};

/**
 * Summed size in bytes of the files below a folder that were made since a moment.
 * What vanishes while it is being read counts as nothing: other programs work in these folders.
 * @param since milliseconds since the epoch
 */
export const bytesBelow = async (folder: string, since: number): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const facts = await stat(join(entry.parentPath, entry.name)).catch(() => null);
      return facts !== null && facts.mtimeMs >= since ? facts.size : 0;
    });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

/** The line of a program's complaints that tells most: the first that is no stack frame and no bare error code. */
export const firstComplaint = (standardError: string): string => {
  const lines = standardError.split('\n').map((line) =>
    line
      .replace(/^npm (error|warn) /i, '')
      .replace(/^network |^\w*Error: /, '')
      .trim(),
  );
  return lines.find((line) => line !== '' && !/^(at|code|syscall|errno) /.test(line)) ?? 'it gave no reason';
};
