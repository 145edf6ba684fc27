import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCommand } from '../../../electron/commands/import';
import type { Desk } from '../../../electron/desk/desk';
import { openDesk } from '../../../electron/desk/desk-read-here';
import { importHandlers } from '../../../electron/ipc/import';
import type { Dialogs } from '../../../electron/windows/dialogs';
import type { Article } from '../../../shared/article/article';
import { mostFileBytes } from '../../../shared/import/import-refusal';
import type { DeskChange } from '../../../shared/ipc/desk-entries';
import { temporaryFolder } from '../../builders/folders';

let folder: string;
let desk: Desk;
const changes: DeskChange[] = [];
const nothing = () => undefined;

async function deskAt(path: string): Promise<Desk> {
  mkdirSync(path, { recursive: true });
  const listener = {
    deskChanged: (change: DeskChange) => changes.push(change),
    articleChanged: nothing,
    articleRenamed: nothing,
    articleRemoved: nothing,
    sourcesChanged: nothing,
    conflictCopyAppeared: () => undefined,
    deskSettingsChanged: () => undefined,
  };
  const opened = await openDesk(path, listener, () => new Date());
  return opened.ok ? opened.value : expect.fail(opened.error.code);
}

beforeEach(async () => {
  folder = temporaryFolder();
  changes.length = 0;
  desk = await deskAt(join(folder, 'desk'));
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  mkdirSync(join(folder, 'in'), { recursive: true });
  writeFileSync(join(folder, 'in', name), content);
  return join(folder, 'in', name);
}

const importing = (chosen: readonly string[] | null, open = true) =>
  importHandlers(
    { current: () => (open ? desk : null) } as Parameters<typeof importHandlers>[0],
    { chooseDocuments: async () => chosen } as unknown as Dialogs,
  ).import;

async function article(slug: string): Promise<Article> {
  const read = await desk.read(slug);
  return read.ok ? read.value.article : expect.fail(read.error.code);
}

const page = `<title>Tides</title><p>Subscribe to our newsletter</p><h1>The tide turns</h1>
<p>It rose <script>alert(1)</script>by a hand.</p><p><img src="wall.png" alt="The wall"></p>`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('import.choose', () => {
  it('makes an article of each file, and a file that fails does not stop the others', async () => {
    put('wall.png', png);
    const answer = await importing([
      put('tides.html', page),
      put('broken.docx', 'PK\x03\x04 cut off'),
      join(folder, 'in', 'gone.txt'),
      put('flood.txt', 'Flood warning\n\nThe sea rose by a hand.\n\nNobody was hurt.'),
    ]).choose(undefined);
    expect(answer).toMatchObject({
      ok: true,
      value: [
        { kind: 'imported', name: 'tides.html', slug: 'the-tide-turns', headline: 'The tide turns' },
        { kind: 'failed', name: 'broken.docx', problem: { kind: 'content' } },
        { kind: 'failed', name: 'gone.txt', problem: { kind: 'file', failure: { code: 'vanished' } } },
        { kind: 'imported', name: 'flood.txt', slug: 'flood-warning' },
      ],
    });
    const imported = await article('the-tide-turns');
    const image = imported.body.find((block) => block.kind === 'image');
    expect(image?.file).toMatch(/^[0-9a-f]{12}-wall\.png$/);
    expect(existsSync(join(desk.path, 'the-tide-turns', 'media', image?.file ?? ''))).toBe(true);
    expect(imported.notes).toContain('Subscribe to our newsletter');
  });

  it('tells the library of each new article at once', async () => {
    await importing([put('flood.txt', 'Flood warning\n\nThe sea rose by a hand.')]).choose(undefined);
    expect(changes).toMatchObject([{ changed: [{ slug: 'flood-warning', headline: 'Flood warning' }] }]);
  });

  it('makes the very article that the command line makes', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    const file = put('tides.html', page);
    await importing([file]).choose(undefined);
    await importCommand.run([file, '--desk', other], { write: async () => undefined, note: nothing });
    const byCommand = await deskAt(other);
    const read = await byCommand.read('the-tide-turns');
    await byCommand.close();
    const same = (value: Article) =>
      JSON.parse(
        JSON.stringify({ ...value, id: '', created: '', modified: '' }, (key, field: unknown) =>
          key === 'id' ? '' : field,
        ),
      ) as unknown;
    if (!read.ok) return expect.fail(read.error.code);
    expect(same(read.value.article)).toEqual(same(await article('the-tide-turns')));
  });

  it('refuses a file that is too large without reading it', async () => {
    const path = put('huge.txt', '');
    truncateSync(path, mostFileBytes + 1);
    expect(await importing([path]).choose(undefined)).toMatchObject({
      value: [{ kind: 'failed', problem: { refusal: { code: 'file-too-large', bytes: mostFileBytes + 1 } } }],
    });
  });

  it('answers null when nothing was chosen, and that no desk is open', async () => {
    expect(await importing(null).choose(undefined)).toEqual({ ok: true, value: null });
    expect(await importing(['/x'], false).choose(undefined)).toMatchObject({ error: { code: 'no-desk' } });
  });
});

describe('import.dropped', () => {
  it('makes an article of the bytes, and looks for no picture on this disk', async () => {
    put('wall.png', png);
    const answer = await importing(null).dropped({
      name: 'tides.html',
      bytes: new TextEncoder().encode(page),
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { kind: 'imported', slug: 'the-tide-turns', report: { findings: expect.any(Array) } },
    });
    expect((await article('the-tide-turns')).body.map(({ kind }) => kind)).toEqual(['paragraph', 'deskNote']);
  });

  it('says what a document that cannot be read is', async () => {
    expect(await importing(null).dropped({ name: 'a.txt', bytes: new Uint8Array() })).toEqual({
      ok: true,
      value: {
        kind: 'failed',
        name: 'a.txt',
        problem: { kind: 'content', refusal: { code: 'empty' } },
      },
    });
    expect(await importing(null, false).dropped({ name: 'a.txt', bytes: png })).toMatchObject({
      error: { code: 'no-desk' },
    });
  });
});
