import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bytesBelow,
  firstComplaint,
  runWatched,
  type WatchedProgram,
} from '../../../electron/runtime/running';
import { temporaryFolder } from './fake-package';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const program = (script: string, changes: Partial<WatchedProgram>): WatchedProgram => ({
  command: process.execPath,
  words: ['-e', script],
  folder: folder.path,
  environment: process.env,
  measure: () => bytesBelow(folder.path, 0),
  onBytes: () => undefined,
  measureEveryMilliseconds: 5,
  stallMilliseconds: 60_000,
  signal: new AbortController().signal,
  ...changes,
});

const FOREVER = 'setInterval(() => {}, 1000)';

describe('running a program under watch', () => {
  it('answers its exit code and what it wrote', async () => {
    const ended = await runWatched(
      program('console.log("out"); console.error("err"); process.exitCode = 3', {}),
    );
    expect(ended).toEqual({ code: 3, standardOutput: 'out\n', standardError: 'err\n', stalled: false });
  });

  it('ends it when nothing grows', async () => {
    const ended = await runWatched(program(FOREVER, { stallMilliseconds: 1 }));
    expect(ended).toMatchObject({ code: null, stalled: true });
  });

  it('reports what has grown', async () => {
    await writeFile(join(folder.path, 'part'), 'four');
    const interruption = new AbortController();
    const seen: number[] = [];
    const onBytes = (bytes: number) => {
      seen.push(bytes);
      interruption.abort(new Error('seen enough'));
    };
    await expect(runWatched(program(FOREVER, { onBytes, signal: interruption.signal }))).rejects.toThrow(
      'seen enough',
    );
    expect(seen).toEqual([4]);
  });

  it('passes on that the program does not exist', async () => {
    await expect(runWatched(program('', { command: join(folder.path, 'absent') }))).rejects.toThrow('ENOENT');
  });
});

describe('the first complaint', () => {
  it.each([
    ['npm error code E404\nnpm error 404 Not Found - GET', '404 Not Found - GET'],
    [
      'npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error errno ENOTFOUND\nnpm error network request failed',
      'request failed',
    ],
    [
      'npm error code ECONNREFUSED\nnpm error FetchError: request refused\nnpm error     at f',
      'request refused',
    ],
    ['TypeError: fetch failed\n    at node:internal', 'fetch failed'],
    ['', 'it gave no reason'],
  ])('of %j is %j', (standardError, expected) => {
    expect(firstComplaint(standardError)).toBe(expected);
  });
});
