import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { serialiseArticle } from '../../shared/article/file';
import { type Standing, slug, standing, story } from './story';

/** Where `tests/faults/run.ts` puts the saver, built. */
export const saverPath = join(import.meta.dirname, '../../.cache/faults/saver.js');

/** How a saver saves: as the app, or carelessly, for the proof that a proof can fail. */
export type How = 'store' | 'in-place' | 'unsynced';

/** A process that saves; see `saver.ts`. */
export interface Saver {
  readonly pid: number;
  /** The version that stood on the disk when it started. */
  readonly found: number;
  /** The newest version it began to save, and the newest of which it said that it is saved. */
  readonly began: () => number;
  readonly saved: () => number;
  /** Saves one version after the other until the process ends. */
  loop(from: number): void;
  /** Saves one version; null when it said "saved", otherwise the code of the failure. */
  save(version: number, name?: string): Promise<string | null>;
  /** Ends the process with SIGKILL, and hears what it had still said. */
  kill(): Promise<void>;
}

/** The file of the article on `desk`. */
export const fileOn = (desk: string): string => join(desk, slug, 'article.json');

/** Puts version `version` on the desk in the folder `desk`. */
export function layStory(desk: string, version: number): void {
  mkdirSync(dirname(fileOn(desk)), { recursive: true });
  writeFileSync(fileOn(desk), serialiseArticle(story(version)));
}

/** What stands in the article's file on `desk`. */
export const standingOn = (desk: string): Standing => standing(readFileSync(fileOn(desk), 'utf8'));

type Running = ChildProcess & {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
};

/** Starts a saver on the article in the folder `desk`, and waits until it has read it. */
export async function startSaver(
  desk: string,
  how: How,
  environment: NodeJS.ProcessEnv = {},
): Promise<Saver> {
  const child = spawn(process.execPath, [saverPath, desk, how], {
    // One thread for files, so that a tracer counts the calls of a save in their order.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  }) as Running;
  const closed = once(child, 'close');
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  // A killed reader of orders is what is meant to happen.
  child.stdin.on('error', () => undefined);

  let [found, began, saved] = [0, 0, 0];
  let heard: ((line: string) => void) | null = null;
  const { pid } = child;
  const ready = new Promise<void>((resolve, reject) => {
    void closed.then(() => reject(new Error(`The saver ended before it was ready: ${complaints}`)));
    createInterface(child.stdout).on('line', (line) => {
      const [word, number] = line.split(' ');
      const version = Number(number);
      if (word === 'began') began = version;
      if (word === 'saved') saved = version;
      if (word === 'ready') {
        [found, began, saved] = [version, version, version];
        resolve();
      }
      if (word === 'saved' || word === 'failed') heard?.(line);
    });
  });
  await ready;
  if (pid === undefined) throw new Error('The saver has no process');

  return {
    pid,
    found,
    began: () => began,
    saved: () => saved,
    loop: (from) => child.stdin.write(`loop ${from}\n`),
    async save(version, name) {
      const answer = new Promise<string>((resolve, reject) => {
        heard = resolve;
        void closed.then(() => reject(new Error(`The saver ended while it saved: ${complaints}`)));
      });
      child.stdin.write(`save ${version}${name === undefined ? '' : ` ${name}`}\n`);
      const [word, , code = ''] = (await answer).split(' ');
      return word === 'saved' ? null : code;
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
