import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../electron/commands/run';
import type { Article } from '../../../shared/article/article';
import { article, image, p, quote } from '../../../shared/article/build';
import { defaultDeskSettings, serialiseDeskSettings } from '../../../shared/article/desk-settings';
import { serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Terms } from '../../../shared/article/source';
import { emptySourceBook, serialiseSourceBook } from '../../../shared/sources/book';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';
import { jpegWith, pngWith } from '../../builders/pictures';

/* What the command line hands over beside the text, and what it says where that cannot be. */

let desk: string;
let out: string;
beforeEach(() => {
  desk = temporaryFolder();
  out = temporaryFolder();
});
afterEach(() => {
  for (const folder of [desk, out]) rmSync(folder, { recursive: true, force: true });
});

async function standfirst(...words: readonly string[]) {
  const told: string[] = [];
  let printed: string | Uint8Array = '';
  const outcome = await runCommand(words, {
    write: async (content) => {
      printed = content;
    },
    note: (line) => void told.push(line),
  });
  if (outcome.exit !== 0 && outcome.message !== null) told.push(outcome.message);
  return { exit: outcome.exit, printed, told };
}

function put(story: Article, media: Readonly<Record<string, Uint8Array>> = {}): string {
  const folder = join(desk, story.slug);
  mkdirSync(join(folder, 'media'), { recursive: true });
  writeFileSync(join(folder, 'article.json'), serialiseArticle(story));
  for (const [name, bytes] of Object.entries(media)) writeFileSync(join(folder, 'media', name), bytes);
  return folder;
}

const pictured = (fields: Partial<Article> = {}) =>
  article(
    { slug: 'tides', headline: 'Tides', ...fields },
    p('The sea rose.'),
    image('a1-wall.jpg', { alt: 'The wall', credit: 'Field', width: 1, height: 1 }),
    image('b2-map.png', { alt: 'A map', credit: 'Field', width: 2, height: 2 }),
  );
const photographs = { 'a1-wall.jpg': jpegWith('zqx-place'), 'b2-map.png': pngWith('zqx-place') };
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

describe('the terms in the source book', () => {
  const quoted = article(
    {
      slug: 'wall',
      headline: 'The wall',
      sources: [newSource('s1', 'Mary Sinclair')],
      quotations: [newQuotation('q1', 's1')],
    },
    p(quote('q1', '“It sank,”'), ' somebody said.'),
  );
  const putBook = (terms: Terms) =>
    writeFileSync(
      join(desk, 'sources.json'),
      serialiseSourceBook({ ...emptySourceBook, sources: [{ ...newSource('s1', 'Mary Sinclair'), terms }] }),
    );

  it('bind an article that was not opened since they changed', async () => {
    const folder = put(quoted);
    expect((await standfirst('export', folder, '--to', 'json')).printed).toContain('Mary Sinclair');
    putBook('deep-background');
    const { printed } = await standfirst('export', folder, '--to', 'json');
    expect(printed).toContain('It sank');
    expect(printed).not.toContain('Mary Sinclair');
    putBook('off-the-record');
    expect(await standfirst('export', folder, '--to', 'json')).toMatchObject({ exit: 1, printed: '' });
    expect((await standfirst('check', folder)).exit).toBe(1);
  });

  it('are not guessed where the book cannot be read; another file of that name is no book', async () => {
    const folder = put(quoted);
    writeFileSync(join(desk, 'sources.json'), '{"format":');
    const { exit, told } = await standfirst('export', folder, '--to', 'json');
    expect(exit).toBe(1);
    expect(told).toEqual([expect.stringMatching(/sources\.json: .* bring back an older copy$/)]);
    writeFileSync(join(desk, 'sources.json'), '{"plugins": []}');
    expect((await standfirst('export', folder, '--to', 'json')).exit).toBe(0);
  });
});

describe('standfirst export --out', () => {
  it('copies the pictures beside the page, without the place where they were taken', async () => {
    const folder = put(pictured(), photographs);
    expect(readFileSync(join(folder, 'media', 'a1-wall.jpg'), 'latin1')).toContain('GPSLatitude');
    expect(await standfirst('export', folder, '--to', 'page', '--out', out)).toMatchObject({
      exit: 0,
      told: [],
    });
    expect(filesIn(out)).toEqual(['a1-wall.jpg', 'b2-map.png', 'tides.html']);
    for (const name of ['a1-wall.jpg', 'b2-map.png']) {
      expect(readFileSync(join(out, 'media', name), 'latin1')).not.toMatch(/GPS|zqx/);
    }
    expect(readFileSync(join(out, 'tides.html'), 'utf8')).toContain('src="media/a1-wall.jpg"');
  });

  it('never takes the place of the article, or of its pictures', async () => {
    const story = put(pictured(), photographs);
    const file = join(story, 'article.json');
    const before = readFileSync(file);
    expect(await standfirst('export', story, '--to', 'json', '--out', file)).toMatchObject({
      exit: 2,
      told: [expect.stringMatching(/^.*a1-wall\.jpg: it is a part of the desk itself/)],
    });
    expect(await standfirst('export', story, '--to', 'text', '--out', file)).toMatchObject({
      exit: 2,
      told: [expect.stringMatching(/^.*article\.json: it is a part of the desk itself/)],
    });
    expect(await standfirst('export', story, '--to', 'page', '--out', story)).toMatchObject({ exit: 2 });
    expect(readFileSync(file)).toEqual(before);
    for (const [name, bytes] of Object.entries(photographs))
      expect(readFileSync(join(story, 'media', name))).toEqual(Buffer.from(bytes));
    expect(filesIn(story)).toEqual(['a1-wall.jpg', 'article.json', 'b2-map.png']);
  });

  it('names in the page no cut of the lead image, because here none can be made', async () => {
    const leadImage = image('b2-map.png', { alt: 'A map', width: 1600, height: 1000 });
    const folder = put(pictured({ leadImage }), photographs);
    await standfirst('export', folder, '--to', 'page', '--out', out);
    expect(readFileSync(join(out, 'tides.html'), 'utf8')).not.toContain('16x9');
  });

  it('puts pictures into a Word document, and describes one that would lie on its side', async () => {
    const turned = { ...photographs, 'a1-wall.jpg': jpegWith('zqx-place', 6) };
    const ended = await standfirst('export', put(pictured(), turned), '--to', 'docx', '--out', out);
    expect(ended).toMatchObject({ exit: 0, told: [expect.stringContaining('a1-wall.jpg')] });
    const parts = unzipSync(readFileSync(join(out, 'tides.docx')));
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
    expect(
      Object.values(parts)
        .map((part) => strFromU8(part, true))
        .join(''),
    ).not.toContain('zqx');
  });

  it('stands the house stylesheet behind the look, and says what of it is ignored', async () => {
    writeFileSync(join(desk, 'house.css'), 'h1 { color: green } @import "x.css";');
    const ended = await standfirst('export', put(pictured(), photographs), '--to', 'page');
    expect(ended.printed).toContain('h1 { color: green }');
    expect(ended.told[0]).toBe('house.css: ignored @import "x.css";');
    writeFileSync(join(desk, 'house.css'), Buffer.from([0xff, 0xfe, 0]));
    const refused = await standfirst('export', join(desk, 'tides'), '--to', 'page', '--out', out);
    expect(refused).toMatchObject({
      exit: 1,
      told: [expect.stringContaining('house.css: this is not text')],
    });
    expect(filesIn(out)).toEqual([]);
  });

  it('takes the look and the ad breaks of the desk, unless it is told others', async () => {
    const settings = { ...defaultDeskSettings, exportLook: 'wire' as const };
    writeFileSync(join(desk, 'desk.json'), serialiseDeskSettings(settings));
    const folder = put(pictured(), photographs);
    const [own, told] = [
      await standfirst('export', folder, '--to', 'page'),
      await standfirst('export', folder, '--to', 'page', '--look', 'review'),
    ];
    expect(own.printed).toContain('#0a5196');
    expect(told.printed).toContain('#6b3f12');
    expect((await standfirst('export', folder, '--to', 'page', '--look', 'loud')).exit).toBe(2);
  });
});

describe('standfirst export, where it cannot be', () => {
  it.each([
    ['is missing', { 'b2-map.png': photographs['b2-map.png'] }, /a1-wall\.jpg: the picture is missing/],
    [
      'is damaged',
      { ...photographs, 'a1-wall.jpg': photographs['a1-wall.jpg'].subarray(0, 300) },
      /a1-wall\.jpg: the picture is damaged/,
    ],
    [
      'is something else',
      { ...photographs, 'b2-map.png': new Uint8Array(Buffer.from('<svg/>')) },
      /b2-map\.png: the picture is damaged/,
    ],
  ])('names a picture that %s, and writes nothing', async (_, media, reason) => {
    for (const to of ['page', 'docx']) {
      const ended = await standfirst('export', put(pictured(), media), '--to', to, '--out', out);
      expect(ended).toMatchObject({ exit: 1, told: [expect.stringMatching(reason)] });
      rmSync(join(desk, 'tides'), { recursive: true });
    }
    expect(filesIn(out)).toEqual([]);
  });

  it('says that the folder is gone, and does not make it', async () => {
    const gone = join(out, 'gone', 'tides.html');
    const ended = await standfirst('export', put(pictured(), photographs), '--to', 'page', '--out', gone);
    expect(ended).toMatchObject({
      exit: 3,
      told: [expect.stringContaining('there is no such file or folder')],
    });
    expect(existsSync(join(out, 'gone'))).toBe(false);
  });

  it.runIf(canMount)('leaves nothing half-written on a full or read-only disk', async () => {
    const disk = mountSmallFolder(12);
    try {
      const folder = put(pictured(), { ...photographs, 'b2-map.png': pngWith('', 300, 300) });
      const long = { ...pictured(), body: [...pictured().body, p('word '.repeat(3000))] };
      put(long);
      const full = await standfirst('export', folder, '--to', 'page', '--out', disk.path);
      expect(full).toMatchObject({ exit: 3, told: [expect.stringContaining('the disk is full')] });
      expect(filesIn(disk.path)).toEqual([]);
      disk.makeReadOnly();
      const refused = await standfirst('export', folder, '--to', 'page', '--out', disk.path);
      expect(refused).toMatchObject({ exit: 3, told: [expect.stringContaining('the disk is read-only')] });
    } finally {
      disk.unmount();
    }
  });

  it('lets a headline with </script> and one of 10,000 characters out whole', async () => {
    for (const headline of ['</script><script>alert(1)</script>', `${'Tide '.repeat(1999)}tides`]) {
      const ended = await standfirst('export', put(pictured({ headline }), photographs), '--to', 'page');
      const html = String(ended.printed);
      expect(ended.exit).toBe(0);
      expect(html.match(/<script/g)).toHaveLength(1);
      const shown = /<h1>(.*?)<\/h1>/s.exec(html)?.[1]?.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
      expect(shown).toBe(headline);
    }
  });

  it('names a figure of the ad policy that is impossible, in the article and in the desk', async () => {
    const impossible = { ...defaultDeskSettings.adPolicy, density: 7 };
    const folder = put(pictured(), photographs);
    const file = join(folder, 'article.json');
    const text = serialiseArticle({ ...pictured(), adPolicy: defaultDeskSettings.adPolicy });
    writeFileSync(file, text.replace('"density": 0.3', '"density": 7'));
    const ended = await standfirst('export', folder, '--to', 'page', '--out', out);
    expect(ended).toMatchObject({
      exit: 1,
      told: [expect.stringMatching(/adPolicy\.density.*number from 0 to 1/)],
    });
    expect(readFileSync(file, 'utf8')).toContain('"density": 7');

    writeFileSync(file, serialiseArticle(pictured()));
    writeFileSync(
      join(desk, 'desk.json'),
      serialiseDeskSettings({ ...defaultDeskSettings, adPolicy: impossible }),
    );
    const refused = await standfirst('export', folder, '--to', 'page', '--out', out);
    expect(refused).toMatchObject({ exit: 1, told: [expect.stringContaining('desk.json')] });
    expect(filesIn(out)).toEqual([]);
  });
});
