import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOnThread } from '../../../electron/desk/read-on-thread';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import { temporaryFolder } from '../../builders/folders';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that does `work` in place of reading. */
function thread(work: string): string {
  const script = join(folder, 'thread.mjs');
  writeFileSync(script, `import { parentPort, workerData } from 'node:worker_threads';\n${work}\n`);
  return script;
}
const plenty = { milliseconds: 60_000, megabytes: 256 };
const read = (script: string, limits = plenty) =>
  readOnThread(script, limits)(
    { name: 'tides.txt', bytes: new TextEncoder().encode('Tides'), from: 'auto', path: null },
    defaultDeskSettings,
  );

describe('reading a document on a thread of its own', () => {
  it('hands over the document with the settings of the desk and answers what the thread answers', async () => {
    const script = thread(
      'parentPort.postMessage({ ok: true, value: [new TextDecoder().decode(workerData.document.bytes), workerData.settings.language] });',
    );
    expect(await read(script)).toEqual({ ok: true, value: ['Tides', defaultDeskSettings.language] });
  });
  it('refuses a document that takes longer than its time, and ends the thread', async () => {
    expect(await read(thread('for (;;);'), { ...plenty, milliseconds: 50 })).toEqual({
      ok: false,
      error: { code: 'too-costly' },
    });
  });
  it('refuses a document that takes more memory than it may', async () => {
    const script = thread('const held = []; for (;;) held.push(new Array(100_000).fill({}));');
    expect(await read(script)).toEqual({ ok: false, error: { code: 'too-costly' } });
  });
  it('tells a mistake of ours as one', async () => {
    await expect(read(thread("throw new Error('no such block');"))).rejects.toThrow('no such block');
    await expect(read(thread(''))).rejects.toThrow('without an answer');
  });
});
