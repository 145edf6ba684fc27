import { execFileSync } from 'node:child_process';
import { promises as fs, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../../electron/desk/desk';
import type { DeskListener } from '../../../electron/desk/desk-news';
import { openDesk } from '../../../electron/desk/desk-read-here';
import { readHouseStylesheet } from '../../../electron/desk/house-stylesheet';
import { article, p } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import type { Result } from '../../../shared/base/result';
import { temporaryFolder } from '../../builders/folders';

/* Desks as other programs, other systems and bad luck leave them: nothing is lost, and the rest stays usable. */

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));
const ignore = () => undefined;
const listener: DeskListener = {
  deskChanged: ignore,
  articleChanged: ignore,
  articleRenamed: ignore,
  articleRemoved: ignore,
  sourcesChanged: ignore,
  conflictCopyAppeared: ignore,
  deskSettingsChanged: ignore,
};

let folder: string;
let desk: Desk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = value(await openDesk(folder, listener, () => new Date()));
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
function put(name: string, headline = name): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(
    join(folder, name, 'article.json'),
    serialiseArticle({ ...story, id: `id-${Buffer.from(name).toString('hex').slice(0, 60)}`, headline }),
  );
}
const names = async () =>
  value(await desk.list())
    .map(({ slug }) => slug)
    .sort();
/** Opens the article, changes its deck, saves it, and answers what then stands on the disk. */
async function writeInto(name: string): Promise<string> {
  const opened = value(await desk.read(name));
  value(await desk.save(name, { ...opened.article, deck: 'Written' }, opened.hash));
  return readFileSync(join(folder, name, 'article.json'), 'utf8');
}

describe('a desk with one article that asks too much', () => {
  it('lists it and the others where Intl does not know its language', async () => {
    put('tides');
    mkdirSync(join(folder, 'guangzhou'));
    const page = { ...story, id: 'g', slug: 'guangzhou', language: 'zh-cmn-Hans' };
    writeFileSync(join(folder, 'guangzhou', 'article.json'), serialiseArticle(page));
    expect(await names()).toEqual(['guangzhou', 'tides']);
    expect(await writeInto('guangzhou')).toContain('"language": "zh-cmn-Hans"');
  });
});

describe('a desk with folders', () => {
  // "/" and NUL are the only characters that no name can have here; the others trouble Windows, macOS or programs.
  it.each([
    'a:b',
    'what? yes!',
    'star*',
    'pipe|',
    'quote"s',
    "apo'strophe",
    '<angle>',
    'CON',
    'nul.txt',
    'ends with dot.',
    'ends with space ',
    ' begins with space',
    '%2e%2e',
    '$HOME',
    '`id`',
    '-rf',
    '~',
    'tab\there',
    'line\nbreak',
    'bell\u0007',
    'emoji 🌊',
    'Ünïcödé',
    'decomposed e\u0301',
    'עברית',
    '東京',
    '\u202Eoverride',
    'zero\u200Bwidth',
    '\uFEFFmark',
    'a&b;c#d',
  ])('named %j lists, opens and saves the article in it', async (name) => {
    put(name);
    expect(await names()).toEqual([name]);
    expect(await writeInto(name)).toContain('"Written"');
  });

  it('whose names differ only in case keeps them apart', async () => {
    for (const name of ['story', 'Story', 'STORY']) put(name);
    expect(await names()).toEqual(['STORY', 'Story', 'story']);
    expect(await writeInto('Story')).toContain('"Written"');
    expect(readFileSync(join(folder, 'story', 'article.json'), 'utf8')).not.toContain('Written');
    // A new article takes a name that no system would confuse with one of them.
    expect(value(await desk.create({ headline: 'Story', language: 'en' })).slug).toBe('story-2');
  });

  it('with names of 255 bytes below a path of more than 260 characters lists, opens and saves', async () => {
    const long = 'd'.repeat(200);
    const deep = join(folder, long, long);
    mkdirSync(deep, { recursive: true });
    const below = value(await openDesk(deep, listener, () => new Date()));
    try {
      const name = 'n'.repeat(255);
      put(join(long, long, name), 'Deep');
      expect(value(await below.list())).toMatchObject([{ slug: name, headline: 'Deep' }]);
      const opened = value(await below.read(name));
      value(await below.save(name, { ...opened.article, deck: 'Written' }, opened.hash));
    } finally {
      await below.close();
    }
  });

  it('that link in a circle, to themselves or to nothing lists the others', async () => {
    put('tides');
    symlinkSync(folder, join(folder, 'whole'));
    symlinkSync(join(folder, 'self'), join(folder, 'self'));
    symlinkSync(join(folder, 'b'), join(folder, 'a'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    symlinkSync(join(folder, 'tides'), join(folder, 'again'));
    const entries = value(await desk.list());
    expect(
      entries
        .filter(({ kind }) => kind === 'article')
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['again', 'tides']);
    expect(await writeInto('tides')).toContain('"Written"');
  });

  it('of which one may not be read lists it with its reason, and the others', async () => {
    for (const name of ['closed', 'open']) put(name);
    const closed = join(folder, 'closed', 'article.json');
    const { open } = fs;
    // Root may read everything: the refusal that others get is put in its place.
    vi.spyOn(fs, 'open').mockImplementation((path, ...rest) =>
      path === closed
        ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
        : open(path, ...rest),
    );
    const entries = value(await desk.list());
    vi.restoreAllMocks();
    expect(entries.find(({ slug }) => slug === 'closed')).toMatchObject({
      kind: 'problem',
      problem: { code: 'no-permission' },
    });
    expect(entries.find(({ slug }) => slug === 'open')).toMatchObject({ kind: 'article' });
    expect(await writeInto('open')).toContain('"Written"');
  });

  it('by the thousand that hold no article lists those that do', async () => {
    for (let number = 0; number < 3000; number += 1) mkdirSync(join(folder, `photos-${number}`));
    writeFileSync(join(folder, 'a file'), '');
    put('tides');
    expect(await names()).toEqual(['tides']);
  });
});

it('an article with 5,000 media files lists, opens, saves and takes one more', async () => {
  put('tides');
  mkdirSync(join(folder, 'tides', 'media'));
  for (let number = 0; number < 5000; number += 1)
    writeFileSync(join(folder, 'tides', 'media', `${number}.jpg`), '');
  expect(await names()).toEqual(['tides']);
  expect(await writeInto('tides')).toContain('"Written"');
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  expect(value(await desk.addMedia('tides', 'one more.png', png)).file).toMatch(/\.png$/);
});

describe('a desk with files that', () => {
  it('are nested beyond all measure lists them with their reason, and the others', async () => {
    put('whole');
    put('deep');
    const [open, close] = ['{"kind":"list","ordered":false,"items":[{"children":[],"lists":[', ']}]}'];
    const body = `[${open.repeat(3000)}${close.repeat(3000)}]`;
    const text = serialiseArticle({ ...story, body: [] }).replace('"body": []', () => `"body": ${body}`);
    writeFileSync(join(folder, 'deep', 'article.json'), text);
    expect(value(await desk.list())).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ slug: 'whole', kind: 'article' }),
        expect.objectContaining({
          slug: 'deep',
          kind: 'problem',
          problem: expect.objectContaining({
            code: 'damaged',
            expected: 'at most 50 levels within each other',
          }),
        }),
      ]),
    );
  });

  it.skipIf(process.platform === 'win32')('are pipes or devices waits for none of them', async () => {
    put('whole');
    for (const name of ['pipe', 'device']) mkdirSync(join(folder, name));
    execFileSync('mkfifo', [join(folder, 'pipe', 'article.json'), join(folder, 'house.css')]);
    symlinkSync('/dev/zero', join(folder, 'device', 'article.json'));
    const listed = value(await desk.list());
    for (const slug of ['pipe', 'device']) {
      expect(listed).toContainEqual(
        expect.objectContaining({ slug, problem: expect.objectContaining({ code: 'not-a-file' }) }),
      );
    }
    expect(listed).toContainEqual(expect.objectContaining({ slug: 'whole', kind: 'article' }));
    expect(await readHouseStylesheet(folder)).toMatchObject({ ok: false, error: { code: 'not-a-file' } });
  });
});
