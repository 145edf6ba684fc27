import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runInForeground } from '../../../electron/runtime/child';
import { temporaryFolder } from './fake-package';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const shell = (script: string) =>
  runInForeground({
    command: '/bin/sh',
    words: ['-c', script],
    folder: folder.path,
    environment: process.env,
  });

describe('running a program in the foreground', () => {
  it('answers its exit code', async () => {
    expect(await shell('exit 7')).toBe(7);
  });

  it('counts a signal as shells do', async () => {
    expect(await shell('kill -KILL $$')).toBe(128 + 9);
  });

  it('passes a signal on, lets the program finish, and listens no longer', async () => {
    const listeners = process.listenerCount('SIGTERM');
    const ended = shell('trap "exit 9" TERM; touch ready; while :; do sleep 0.01; done');
    await vi.waitUntil(() => existsSync(join(folder.path, 'ready')));
    process.emit('SIGTERM', 'SIGTERM');
    expect(await ended).toBe(9);
    expect(process.listenerCount('SIGTERM')).toBe(listeners);
  });

  it('passes on that the program does not exist', async () => {
    const program = { command: join(folder.path, 'absent'), words: [], folder: folder.path, environment: {} };
    await expect(runInForeground(program)).rejects.toThrow('ENOENT');
  });
});
