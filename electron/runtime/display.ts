import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { RuntimeProblem } from './runtime';

/** A display that windows can open on. */
export interface Display {
  /** Variables that programs need to reach it; empty where the machine's own display is used. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends the display if it is ours. */
  readonly close: () => void;
}

/**
 * Whether windows can open without help: only Linux knows machines without a display.
 * @param environment the variables of the process
 */
export const hasDisplay = (
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean => platform !== 'linux' || Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);

/**
 * The machine's display, or an Xvfb of our own where there is none.
 * @throws RuntimeProblem when Xvfb is needed and cannot be started
 */
export const openDisplay = async (): Promise<Display> => {
  if (hasDisplay(process.platform, process.env)) return { environment: {}, close: () => undefined };
  return startXvfb('Xvfb');
};

const SCREEN = '1440x900x24';

/**
 * Starts Xvfb on a display number that it picks itself, and waits until it accepts windows.
 * @param command the program, by name or path
 * @throws RuntimeProblem when it cannot be started
 */
export const startXvfb = async (command: string): Promise<Display> => {
  // Detached: Ctrl+C in a terminal reaches the whole process group, and the app should end before its display does.
  const server = spawn(command, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = (): void => {
    process.removeListener('exit', close);
    server.kill('SIGTERM');
  };
  process.once('exit', close);
  // Until the caller's program runs and takes the signals over, a signal would leave the server behind.
  const giveUp = (): void => process.exit(1);
  for (const signal of ENDING) process.once(signal, giveUp);
  try {
    const number = await readDisplayNumber(server);
    server.unref();
    return { environment: { DISPLAY: `:${number}` }, close };
  } catch (cause) {
    close();
    throw cause;
  } finally {
    for (const signal of ENDING) process.removeListener(signal, giveUp);
  }
};

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Xvfb writes the number of its display to descriptor 3 once it accepts connections. */
const readDisplayNumber = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    // spawn was asked for a pipe at 3, which Node types as either direction.
    const pipe = server.stdio[3] as Readable;
    let text = '';
    pipe.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.endsWith('\n')) {
        pipe.destroy();
        resolve(text.trim());
      }
    });
    server.once('error', () =>
      reject(
        new RuntimeProblem(
          'There is no display, and Xvfb, which would stand in for one, is not installed: run "npm run setup" or install the package xvfb.',
        ),
      ),
    );
    server.once('exit', (code) =>
      reject(
        new RuntimeProblem(
          `There is no display, and Xvfb ended with code ${code} instead of standing in for one.`,
        ),
      ),
    );
  });
