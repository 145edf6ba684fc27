import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../electron/commands/command';
import { importCommand } from '../../../electron/commands/import';
import type { Article } from '../../../shared/article/article';
import { parseArticle } from '../../../shared/article/file';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

let folder: string;
let desk: string;
beforeEach(() => {
  folder = temporaryFolder();
  desk = join(folder, 'desk');
  mkdirSync(desk);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly outcome: Outcome;
  readonly out: string;
  readonly notes: readonly string[];
}

async function run(...words: readonly string[]): Promise<Ran> {
  let out = '';
  const notes: string[] = [];
  const outcome = await importCommand.run(words, {
    write: async (text) => {
      out += text;
    },
    note: (line) => {
      notes.push(line);
    },
  });
  return { outcome, out, notes };
}

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** The article at the path that was printed on line `line`. */
function printed({ out }: Ran, line: number): Article {
  const parsed = parseArticle(readFileSync(out.split('\n')[line] ?? '', 'utf8'));
  return parsed.ok ? parsed.value : expect.fail(JSON.stringify(parsed.error));
}

const text =
  'Flood warning for the coast\n\nBy Ada Field\n\nThe sea rose by a hand on Monday, the mayor said.\n\nNobody was hurt.\n';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('standfirst import', () => {
  it('makes an article of each file and prints its path', async () => {
    const ran = await run(
      put('a.txt', text),
      put('b.md', '# Bridge closed\n\nIt **closed** at noon.\n'),
      '--desk',
      desk,
    );
    expect(ran.outcome).toEqual({ exit: 0 });
    expect(ran.out.split('\n')).toEqual([
      join(desk, 'flood-warning-for-the-coast', 'article.json'),
      join(desk, 'bridge-closed', 'article.json'),
      '',
    ]);
    expect(printed(ran, 0)).toMatchObject({
      slug: 'flood-warning-for-the-coast',
      headline: 'Flood warning for the coast',
      bylines: [{ name: 'Ada Field' }],
      status: 'draft',
    });
    expect(printed(ran, 1).body).toMatchObject([
      { children: [{ text: 'It ' }, { text: 'closed', marks: ['bold'] }, { text: ' at noon.' }] },
    ]);
    expect(printed(ran, 0).id).not.toBe(printed(ran, 1).id);
  });

  it('never writes over an article: the same file twice is two articles', async () => {
    const file = put('a.txt', text);
    const ran = await run(file, file, '--desk', desk);
    expect(readdirSync(desk).sort()).toEqual([
      'flood-warning-for-the-coast',
      'flood-warning-for-the-coast-2',
    ]);
    expect(ran.outcome).toEqual({ exit: 0 });
  });

  it('reads a file as what it is told to be', async () => {
    const file = put('a.txt', '# Not a heading\n\nWords.\n');
    expect(printed(await run(file, '--desk', desk, '--from', 'text'), 0).headline).toBe('# Not a heading');
    expect(printed(await run(file, '--desk', desk, '--from', 'md'), 0).headline).toBe('Not a heading');
  });

  it('brings along pictures that lie beside the document, and none from elsewhere', async () => {
    mkdirSync(join(folder, 'site', 'pictures'), { recursive: true });
    put('secret.png', png);
    put('site/pictures/sea view.png', png);
    put('site/pictures/fake.png', 'no picture');
    symlinkSync(join(folder, 'secret.png'), join(folder, 'site', 'link.png'));
    const addresses = [
      'pictures/sea%20view.png',
      'pictures/fake.png',
      '../secret.png',
      'link.png',
      join(folder, 'secret.png'),
    ];
    const html = `<h1>Sea</h1><p>The sea rose.</p>${addresses.map((address) => `<p><img src="${address}" alt="${address}"></p>`).join('')}`;
    const ran = await run(put('site/page.html', html), '--desk', desk);
    expect(ran.outcome).toEqual({ exit: 0 });
    const pictures = printed(ran, 0).body.flatMap((block) => (block.kind === 'image' ? [block.file] : []));
    expect(pictures).toEqual([expect.stringMatching(/^[0-9a-f]{12}-sea-view\.png$/)]);
    expect(readdirSync(join(desk, 'sea', 'media'))).toEqual(pictures);
  });

  it('leaves a file that is larger than any picture unread, also where the page names it', async () => {
    put('page.html', '<h1>Sea</h1><p>Words.</p><p><img src="film.png" alt="Film"></p>');
    put('film.png', png);
    // More than Node reads at once; the file system keeps no bytes for it.
    truncateSync(join(folder, 'film.png'), 3_000_000_000);
    const ran = await run(join(folder, 'page.html'), '--desk', desk);
    expect(ran.outcome).toEqual({ exit: 0 });
    expect(existsSync(join(desk, 'sea', 'media'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe that a page names', async () => {
    put('page.html', '<h1>Sea</h1><p>Words.</p><p><img src="pipe.png" alt="Pipe"></p>');
    execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    expect((await run(join(folder, 'page.html'), '--desk', desk)).outcome).toEqual({ exit: 0 });
  });

  it('brings along no pictures with a document that comes by a pipe: it lies in no folder', async () => {
    put('secret.png', png);
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const stdin = Object.getOwnPropertyDescriptor(process, 'stdin');
    const html = '<h1>Sea</h1><p>The sea rose.</p><img src="secret.png" alt="A secret">';
    Object.defineProperty(process, 'stdin', {
      configurable: true,
      value: Readable.from([Buffer.from(html)]),
    });
    try {
      const ran = await run('-', '--desk', desk, '--from', 'html');
      expect(printed(ran, 0).headline).toBe('Sea');
      expect(existsSync(join(desk, 'sea', 'media'))).toBe(false);
    } finally {
      if (stdin) Object.defineProperty(process, 'stdin', stdin);
      vi.restoreAllMocks();
    }
  });

  it('stores pictures that stand inside the document', async () => {
    // Long enough to be a picture: pages use the shortest ones as placeholders.
    const picture = Buffer.concat([png, Buffer.alloc(600)]);
    const html = `<h1>Sea</h1><p>Words.</p><p><img alt="The sea" src="data:image/png;base64,${picture.toString('base64')}"></p>`;
    const ran = await run(put('page.html', html), '--desk', desk);
    const [file] = printed(ran, 0).body.flatMap((block) => (block.kind === 'image' ? [block.file] : []));
    expect(readFileSync(join(desk, 'sea', 'media', file ?? ''))).toEqual(picture);
  });

  it('keeps what is no part of the story in the private notes', async () => {
    const ran = await run(
      put('a.txt', `${text}\nSign up for our newsletter\n\nShare this article\n`),
      '--desk',
      desk,
    );
    const { body, notes } = printed(ran, 0);
    const everything = `${JSON.stringify(body)} ${notes}`;
    for (const words of ['Nobody was hurt.', 'Sign up for our newsletter', 'Share this article']) {
      expect(everything).toContain(words);
    }
  });

  it('tells of what was deleted, hidden or said in comments, and not what it was', async () => {
    const html = put(
      'page.html',
      '<h1>The wall rose</h1><p>It held.<del cite="mailto:a@example.org">Zqx was paid.</del><span style="display:none">zqx</span></p><div role="comment">Zqx denies.</div><p><a href="javascript:x()">Here.</a></p>',
    );
    const { notes } = await run(html, '--desk', desk);
    expect(notes.join('\n')).toMatch(
      /1 comment .*\n.*1 tracked deletion left out\.\n.*1 hidden passage left out\.\n/,
    );
    expect(notes.join('\n')).toContain('(javascript:x())');
    expect(notes.join('\n')).not.toMatch(/zqx/i);
  });

  it('tells which file cannot be imported, and imports the others', async () => {
    const pdf = put('paper.pdf', '%PDF-1.7\n');
    const ran = await run(pdf, put('a.txt', text), put('empty.txt', ''), '--desk', desk);
    expect(ran.outcome).toEqual({ exit: 1, message: null });
    expect(ran.notes.filter((line) => line.includes('PDF'))).toHaveLength(1);
    expect(ran.notes.filter((line) => line.includes('empty'))).toHaveLength(1);
    expect(readdirSync(desk)).toEqual(['flood-warning-for-the-coast']);
  });

  it('ends with 3 where a file or the desk cannot be read', async () => {
    const file = put('a.txt', text);
    expect((await run(join(folder, 'missing.txt'), '--desk', desk)).outcome.exit).toBe(3);
    expect((await run(file, '--desk', join(folder, 'nowhere'))).outcome.exit).toBe(3);
    expect((await run(file, '--desk', file)).outcome.exit).toBe(3);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('ends with 2 where the call is wrong', async () => {
    const file = put('a.txt', text);
    for (const words of [
      [],
      [file],
      ['--desk', desk],
      [file, '--desk', desk, '--from', 'pdf'],
      [file, '--loud'],
    ]) {
      expect((await run(...words)).outcome.exit, words.join(' ')).toBe(2);
    }
    expect(readdirSync(desk)).toEqual([]);
  });

  it('does not guess the settings of a damaged desk', async () => {
    writeFileSync(join(desk, 'desk.json'), '{');
    expect((await run(put('a.txt', text), '--desk', desk)).outcome.exit).toBe(1);
    expect(readdirSync(desk)).toEqual(['desk.json']);
  });

  it.runIf(canMount)('on a full disk leaves nothing half-made', async () => {
    const disk = mountSmallFolder(64);
    try {
      const picture = Buffer.concat([png, Buffer.alloc(100_000)]);
      const html = `<h1>Sea</h1><p>Words.</p><p><img src="data:image/png;base64,${picture.toString('base64')}"></p>`;
      const ran = await run(put('page.html', html), '--desk', disk.path);
      expect(ran.outcome.exit).toBe(3);
      expect(ran.notes.join()).toContain('disk is full');
      expect(readdirSync(disk.path)).toEqual([]);
    } finally {
      disk.unmount();
    }
  });
});
