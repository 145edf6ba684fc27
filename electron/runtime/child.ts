import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A program to run in place of this one. */
export interface Program {
  readonly command: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program on this process's input and output and passes signals on to it.
 * @returns its exit code; 128 plus the signal's number when a signal ended it, as shells count
 * @throws the system's error when it cannot be started
 */
export const runInForeground = async (program: Program): Promise<number> => {
  const child = spawn(program.command, program.words, {
    cwd: program.folder,
    env: program.environment,
    stdio: 'inherit',
  });
  const pass = passSignalsTo(child);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      );
    });
  } finally {
    pass.stop();
  }
};

const passSignalsTo = (child: ChildProcess): { readonly stop: () => void } => {
  const pass = (signal: NodeJS.Signals): void => {
    // Ctrl+C in a terminal reaches the child by itself, and a second SIGINT makes test runners drop everything.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of PASSED_ON) process.on(signal, pass);
  return {
    stop: () => {
      for (const signal of PASSED_ON) process.removeListener(signal, pass);
    },
  };
};
