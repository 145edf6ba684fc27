import { execFileSync } from 'node:child_process';
import {
  existsSync,
  promises as fs,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../../electron/desk/desk';
import type { DeskListener } from '../../../electron/desk/desk-news';
import { openDesk } from '../../../electron/desk/desk-read-here';
import { readDeskSettings } from '../../../electron/desk/desk-settings-file';
import type { Article } from '../../../shared/article/article';
import { article, image, p } from '../../../shared/article/build';
import { defaultDeskSettings, serialiseDeskSettings } from '../../../shared/article/desk-settings';
import { serialiseArticle } from '../../../shared/article/file';
import type { Result } from '../../../shared/base/result';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

const story = article({ slug: 'tides', headline: 'Tides' }, p('The sea rose.'));
const moment = '2026-05-06T07:08:09.000Z';

let folder: string;
let desk: Desk;
let told: { [Name in keyof DeskListener]: Parameters<DeskListener[Name]>[0][] };

beforeEach(async () => {
  folder = temporaryFolder();
  told = {
    deskChanged: [],
    articleChanged: [],
    articleRenamed: [],
    articleRemoved: [],
    sourcesChanged: [],
    conflictCopyAppeared: [],
    deskSettingsChanged: [],
  };
  desk = await open();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const open = async (path: string = folder): Promise<Desk> =>
  value(
    await openDesk(
      path,
      {
        deskChanged: (change) => told.deskChanged.push(change),
        articleChanged: (change) => told.articleChanged.push(change),
        articleRenamed: (change) => told.articleRenamed.push(change),
        articleRemoved: (change) => told.articleRemoved.push(change),
        sourcesChanged: (book) => told.sourcesChanged.push(book),
        conflictCopyAppeared: (copy) => told.conflictCopyAppeared.push(copy),
        deskSettingsChanged: (state) => told.deskSettingsChanged.push(state),
      },
      () => new Date(moment),
    ),
  );
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const pathOf = (slug: string) => join(folder, slug, 'article.json');
function put(slug: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, slug), { recursive: true });
  writeFileSync(pathOf(slug), content);
}
const putArticle = (changed: Article) => put(changed.slug, serialiseArticle(changed));
const onDisk = (slug: string) => JSON.parse(readFileSync(pathOf(slug), 'utf8')) as Article;

describe('opening a desk', () => {
  const opening = (path: string) => openDesk(path, {} as DeskListener, () => new Date());

  it('fails with a reason where the folder is missing or is a file', async () => {
    expect(await opening(join(folder, 'missing'))).toMatchObject({ ok: false, error: { code: 'vanished' } });
    writeFileSync(join(folder, 'file'), '');
    expect(await opening(join(folder, 'file'))).toMatchObject({ ok: false, error: { code: 'not-a-folder' } });
    symlinkSync(join(folder, 'circle'), join(folder, 'circle'));
    expect(await opening(join(folder, 'circle'))).toMatchObject({
      ok: false,
      error: { code: 'io', errno: 'ELOOP' },
    });
  });

  it('takes the defaults where desk.json is damaged, says so, and keeps the damaged file when new settings are saved', async () => {
    writeFileSync(join(folder, 'desk.json'), '{"format":');
    const again = await open();
    expect(again.state().settingsProblem).toEqual({ code: 'not-json' });
    const { settings } = again.state();
    value(await again.writeSettings({ ...settings, language: 'de' }));
    expect(again.state()).toMatchObject({ settings: { language: 'de' }, settingsProblem: null });
    const aside = readdirSync(folder).find((name) => name.startsWith('desk.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe('{"format":');
    await again.close();
  });

  it('takes a desk.json that says only what differs; the rest is as on a new desk', async () => {
    const format = { name: 'standfirst-desk', version: '1.0' };
    const told = {
      format,
      masthead: { tagline: 'All the news' },
      adPolicy: { firstAfterWords: 50 },
      adWording: { label: 'Ad', colour: 'red' },
    };
    writeFileSync(join(folder, 'desk.json'), JSON.stringify(told));
    expect(await readDeskSettings(folder)).toMatchObject({ problem: null });
    expect((await readDeskSettings(folder)).settings).toEqual({
      ...defaultDeskSettings,
      masthead: { ...defaultDeskSettings.masthead, tagline: 'All the news' },
      adPolicy: { ...defaultDeskSettings.adPolicy, firstAfterWords: 50 },
      adWording: { ...defaultDeskSettings.adWording, label: 'Ad', extra: { colour: 'red' } },
    });
    writeFileSync(join(folder, 'desk.json'), JSON.stringify({ format, adPolicy: { density: 7 } }));
    expect((await readDeskSettings(folder)).problem).toMatchObject({
      code: 'damaged',
      where: 'adPolicy.density',
    });
  });

  it('does not replace the desk.json of a newer version', async () => {
    value(await desk.writeSettings(desk.state().settings));
    const newer = readFileSync(join(folder, 'desk.json'), 'utf8').replace('"1.0"', '"2.0"');
    writeFileSync(join(folder, 'desk.json'), newer);
    expect(await desk.writeSettings(desk.state().settings)).toMatchObject({
      ok: false,
      error: { code: 'newer-format', version: '2.0' },
    });
    expect(readFileSync(join(folder, 'desk.json'), 'utf8')).toBe(newer);
  });

  it('takes desk.json of a newer version for newer, not for damaged, where its fields are others', async () => {
    const newer = '{"format":{"name":"standfirst-desk","version":"2.0"},"language":["en","de"]}';
    writeFileSync(join(folder, 'desk.json'), newer);
    expect(await desk.writeSettings(desk.state().settings)).toMatchObject({
      ok: false,
      error: { code: 'newer-format', version: '2.0' },
    });
    expect([readFileSync(join(folder, 'desk.json'), 'utf8'), readdirSync(folder)]).toEqual([
      newer,
      ['desk.json'],
    ]);
  });

  it('reads a desk.json that begins with a byte order mark, and keeps aside one that is not UTF-8', async () => {
    const { settings } = desk.state();
    const latin = Buffer.from(
      serialiseDeskSettings({ ...settings, masthead: { name: 'Münchner Blatt', tagline: '' } }),
      'latin1',
    );
    writeFileSync(join(folder, 'desk.json'), latin);
    value(await desk.writeSettings({ ...settings, language: 'de' }));
    const aside = readdirSync(folder).find((name) => name.startsWith('desk.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''))).toEqual(latin);

    writeFileSync(
      join(folder, 'desk.json'),
      `\uFEFF${serialiseDeskSettings({ ...settings, language: 'fr' })}`,
    );
    const again = await open();
    expect(again.state()).toMatchObject({ settings: { language: 'fr' }, settingsProblem: null });
    await again.close();
  });

  it('says why desk.json cannot be written where something that cannot be read stands in its place', async () => {
    mkdirSync(join(folder, 'desk.json'));
    expect(await desk.writeSettings(desk.state().settings)).toMatchObject({
      ok: false,
      error: { code: 'is-a-folder', path: join(folder, 'desk.json') },
    });
  });
});

describe('the list of a desk', () => {
  it('names every article with headline, status, moment and words', async () => {
    putArticle(story);
    expect(value(await desk.list())).toEqual([
      {
        kind: 'article',
        slug: 'tides',
        id: story.id,
        headline: 'Tides',
        status: 'draft',
        section: '',
        created: new Date(story.created).toISOString(),
        modified: new Date(story.modified).toISOString(),
        words: 3,
      },
    ]);
  });

  const newer = serialiseArticle(story).replace(/"version": "1\.\d+"/, '"version": "9.0"');
  it.each<[string, string | Uint8Array, object]>([
    ['an empty file', '', { code: 'empty' }],
    ['a truncated file', serialiseArticle(story).slice(0, 200), { code: 'not-json' }],
    ['a binary file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0]), { code: 'not-json' }],
    ['some other JSON', '{"name": "package"}', { code: 'not-an-article' }],
    ['a newer format', newer, { code: 'newer-format', version: '9.0' }],
    [
      'a damaged article',
      serialiseArticle(story).replace('"draft"', '"lost"'),
      { code: 'damaged', where: 'status' },
    ],
  ])('shows %s with its problem and never touches it', async (_, content, problem) => {
    put('broken', content);
    putArticle(story);
    const entries = value(await desk.list());
    expect(entries.find(({ slug }) => slug === 'broken')).toMatchObject({ kind: 'problem', problem });
    expect(entries.find(({ slug }) => slug === 'tides')).toMatchObject({ kind: 'article' });
    expect(await desk.read('broken')).toMatchObject({ ok: false, error: problem });
    expect(await desk.save('broken', story, '0'.repeat(64))).toMatchObject({
      ok: false,
      error: { code: 'conflict', theirs: null },
    });
    expect(await desk.rename('broken', 'other')).toMatchObject({ ok: false, error: { code: 'unreadable' } });
    expect(Buffer.from(readFileSync(pathOf('broken')))).toEqual(Buffer.from(content));
  });

  it('names the moments of all articles in one zone, by which the list is ordered', async () => {
    putArticle({ ...story, modified: '2026-03-01T10:00:00+02:00' });
    expect(value(await desk.list())).toMatchObject([{ modified: '2026-03-01T08:00:00.000Z' }]);
  });

  it('refuses bytes that are not UTF-8 even where they are JSON: saving would replace them', async () => {
    const latin = Buffer.from(serialiseArticle({ ...story, headline: 'Caf\u00e9' }), 'latin1');
    put('latin', latin);
    expect(await desk.read('latin')).toMatchObject({ ok: false, error: { code: 'not-json' } });
    expect(readFileSync(pathOf('latin'))).toEqual(latin);
  });

  it('reads a file again only when the file system says that it changed', async () => {
    putArticle(story);
    await desk.list();
    const reading = vi.spyOn(fs, 'readFile');
    expect(value(await desk.list())).toHaveLength(1);
    expect(reading).not.toHaveBeenCalled();
  });

  it('shows what was saved while the list was being read, not what was read before', async () => {
    putArticle(story);
    const { article: read, hash } = value(await desk.read('tides'));
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const readFile = fs.readFile.bind(fs);
    const reading = vi.spyOn(fs, 'readFile').mockImplementationOnce(async (...words) => {
      const content = await readFile(...words);
      await gate;
      return content;
    });
    const listing = desk.list();
    await vi.waitFor(() => expect(reading).toHaveBeenCalled());
    value(await desk.save('tides', { ...read, headline: 'Ours' }, hash));
    goOn();
    expect(value(await listing)).toMatchObject([{ headline: 'Ours' }]);
  });

  it('does not read a file of 50 megabytes', async () => {
    put('huge', '{');
    truncateSync(pathOf('huge'), 50_000_000);
    const reading = vi.spyOn(fs, 'readFile');
    expect(value(await desk.list())).toMatchObject([
      { kind: 'problem', problem: { code: 'too-large', bytes: 50_000_000 } },
    ]);
    expect(reading).not.toHaveBeenCalled();
  });

  it('keeps blocks of a kind it does not know, through a save', async () => {
    const poll = { kind: 'unknown' as const, raw: { kind: 'poll', question: 'Will the tide turn?' } };
    putArticle({ ...story, body: [...story.body, poll] });
    const { article: read, hash } = value(await desk.read('tides'));
    value(await desk.save('tides', { ...read, headline: 'New' }, hash));
    expect(onDisk('tides').body.at(-1)).toEqual(poll.raw);
  });

  it('leaves out the bin, hidden folders, files, folders without an article, and temporary files', async () => {
    putArticle(story);
    put('.bin/20260101T000000000Z-gone', serialiseArticle(story));
    put('.hidden', serialiseArticle(story));
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'notes.txt'), 'x');
    writeFileSync(join(folder, 'tides', '.standfirst-0123456789abcdef.tmp'), '{"half');
    expect(value(await desk.list()).map(({ slug }) => slug)).toEqual(['tides']);
  });

  it('lists folders with odd names and takes the folder’s name for the slug', async () => {
    put('My story (conflicted copy)', serialiseArticle(story));
    put('renamed', serialiseArticle(story));
    expect(
      value(await desk.list())
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['My story (conflicted copy)', 'renamed']);
    expect(value(await desk.read('renamed')).article.slug).toBe('renamed');
    expect(value(await desk.read('My story (conflicted copy)')).article.slug).toBe('tides');
  });

  it('survives symbolic links in a circle', async () => {
    putArticle(story);
    symlinkSync(folder, join(folder, 'circle'));
    mkdirSync(join(folder, 'loop'));
    symlinkSync(pathOf('loop'), pathOf('loop'));
    const entries = [...value(await desk.list())].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    expect(entries).toMatchObject([
      { slug: 'loop', kind: 'problem', problem: { errno: 'ELOOP' } },
      { slug: 'tides', kind: 'article' },
    ]);
  });
});

describe('an article on a desk', () => {
  it('is made in a folder named after its headline, and never in one that exists', async () => {
    const first = value(await desk.create({ headline: 'High Tides', language: 'en' }));
    const second = value(await desk.create({ headline: 'High tides!', language: 'en' }));
    expect([first.slug, second.slug]).toEqual(['high-tides', 'high-tides-2']);
    expect(onDisk('high-tides')).toMatchObject({
      headline: 'High Tides',
      slug: 'high-tides',
      created: moment,
    });
    expect(first.article.id).not.toBe(second.article.id);
  });

  it('does not use a name that differs only in case', async () => {
    mkdirSync(join(folder, 'TIDES'));
    expect(value(await desk.create({ headline: 'tides', language: 'en' })).slug).toBe('tides-2');
  });

  it('is saved with the moment of saving, and the list is told', async () => {
    putArticle(story);
    const { article: read, hash } = value(await desk.read('tides'));
    const saved = value(await desk.save('tides', { ...read, headline: 'Higher tides' }, hash));
    expect(saved.modified).toBe(moment);
    expect(onDisk('tides')).toMatchObject({ headline: 'Higher tides', modified: moment });
    expect(value(await desk.read('tides')).hash).toBe(saved.hash);
    expect(told.deskChanged.at(-1)).toMatchObject({ changed: [{ slug: 'tides', headline: 'Higher tides' }] });
  });

  it('is not saved over the words of another program', async () => {
    putArticle(story);
    const { hash } = value(await desk.read('tides'));
    const theirs = { ...story, headline: 'Theirs' };
    putArticle(theirs);
    const refused = await desk.save('tides', { ...story, headline: 'Ours' }, hash);
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict', theirs: { headline: 'Theirs' } } });
    expect(onDisk('tides').headline).toBe('Theirs');
    const hashNow = refused.ok || refused.error.code !== 'conflict' ? '' : refused.error.hash;
    value(await desk.save('tides', { ...story, headline: 'Ours' }, hashNow));
    expect(onDisk('tides').headline).toBe('Ours');
  });

  it('that vanished is an orphan, and a vanished desk is told as such', async () => {
    putArticle(story);
    const { hash } = value(await desk.read('tides'));
    rmSync(join(folder, 'tides'), { recursive: true });
    expect(await desk.save('tides', story, hash)).toEqual({ ok: false, error: { code: 'orphan' } });
    expect(value(await desk.add(story)).slug).toBe('tides');
    rmSync(folder, { recursive: true });
    expect(await desk.save('tides', story, hash)).toMatchObject({
      ok: false,
      error: { code: 'vanished', path: folder },
    });
  });

  it('whose last fsync failed is saved by the next attempt, not taken for a conflict', async () => {
    putArticle(story);
    const { hash } = value(await desk.read('tides'));
    const openFile = fs.open.bind(fs);
    const failing = vi.spyOn(fs, 'open').mockImplementation(async (...words) => {
      if (words[1] === 'r') throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return openFile(...words);
    });
    const ours = { ...story, headline: 'Ours' };
    expect(await desk.save('tides', ours, hash)).toMatchObject({ ok: false, error: { code: 'io' } });
    expect(onDisk('tides').headline).toBe('Ours');
    failing.mockRestore();
    expect(await desk.save('tides', { ...ours, headline: 'Ours, longer' }, hash)).toMatchObject({ ok: true });
    expect(onDisk('tides').headline).toBe('Ours, longer');
  });

  it('saves in the order in which saves were asked for', async () => {
    putArticle(story);
    let { hash } = value(await desk.read('tides'));
    const first = desk.save('tides', { ...story, headline: 'One' }, hash);
    const second = first.then(async (saved) => {
      hash = value(saved).hash;
      return desk.save('tides', { ...story, headline: 'Two' }, hash);
    });
    value(await second);
    expect(onDisk('tides').headline).toBe('Two');
  });

  it('is duplicated with its pictures, under a name and an id of its own', async () => {
    putArticle({ ...story, status: 'published', published: moment });
    value(await desk.addMedia('tides', 'Harbour.PNG', png));
    const copy = value(await desk.duplicate('tides'));
    expect(copy).toMatchObject({
      slug: 'tides-copy',
      article: { headline: 'Tides (copy)', status: 'draft', published: null, body: story.body },
    });
    expect(copy.article.id).not.toBe(story.id);
    expect(readdirSync(join(folder, 'tides-copy', 'media'))).toEqual(
      readdirSync(join(folder, 'tides', 'media')),
    );
  });

  it.skipIf(process.platform === 'win32')(
    'is duplicated with its pictures where other things stand among them',
    async () => {
      putArticle(story);
      const { file } = value(await desk.addMedia('tides', 'Harbour.PNG', png));
      const media = join(folder, 'tides', 'media');
      execFileSync('mkfifo', [join(media, 'a-pipe.png')]);
      mkdirSync(join(media, 'a-folder'));
      symlinkSync('nowhere', join(media, 'a-link.png'));
      value(await desk.duplicate('tides'));
      expect(readdirSync(join(folder, 'tides-copy', 'media'))).toEqual([file]);
    },
  );

  it('is duplicated with the pictures themselves where links to them lie in its folder', async () => {
    putArticle(story);
    const media = join(folder, 'tides', 'media');
    mkdirSync(join(media, 'originals'), { recursive: true });
    writeFileSync(join(media, 'originals', 'harbour.png'), png);
    symlinkSync(join('originals', 'harbour.png'), join(media, 'harbour.png'));
    symlinkSync('nowhere.png', join(media, 'gone.png'));
    value(await desk.duplicate('tides'));
    const copies = join(folder, 'tides-copy', 'media');
    expect(readdirSync(copies)).toEqual(['harbour.png']);
    expect(lstatSync(join(copies, 'harbour.png')).isFile()).toBe(true);
    expect(readFileSync(join(copies, 'harbour.png'))).toEqual(png);
  });

  it('is renamed with its folder, unless the name is taken', async () => {
    putArticle(story);
    putArticle({ ...story, slug: 'floods' });
    await desk.list();
    expect(await desk.rename('tides', 'Floods')).toEqual({
      ok: false,
      error: { code: 'taken', slug: 'floods' },
    });
    const renamed = value(await desk.rename('tides', 'Spring tides'));
    expect(renamed).toMatchObject({ slug: 'spring-tides', article: { slug: 'spring-tides' } });
    // In one word: the list never holds it twice.
    expect(told.deskChanged.at(-1)).toMatchObject({
      changed: [{ slug: 'spring-tides' }],
      removed: ['tides'],
    });
    expect(onDisk('spring-tides').slug).toBe('spring-tides');
    expect(
      value(await desk.list())
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['floods', 'spring-tides']);
    value(await desk.save('spring-tides', renamed.article, renamed.hash));
  });
});

it('an article is renamed from its name in capitals to the same in small letters, not over another one', async () => {
  put('Tides', serialiseArticle(story));
  expect(value(await desk.rename('Tides', 'tides')).slug).toBe('tides');
  expect(readdirSync(folder)).toEqual(['tides']);
});

describe('an article whose file is gone or another’s', () => {
  const [ours, theirs] = ['0123456789ab-harbour.png', 'ba9876543210-other.png'];
  const pictured = { ...story, body: [image(ours)] };

  beforeEach(() => {
    putArticle(pictured);
    mkdirSync(join(folder, 'tides', 'media'));
    for (const file of [ours, theirs]) writeFileSync(join(folder, 'tides', 'media', file), png);
  });

  it('is written again beside its pictures and versions', async () => {
    rmSync(pathOf('tides'));
    expect(value(await desk.rescue('tides', pictured))).toMatchObject({ slug: 'tides' });
    expect(onDisk('tides').body).toMatchObject([{ file: ours }]);
    expect(readdirSync(folder)).toEqual(['tides']);
  });

  it('is written again for good: what stands over it next is not all that is left', async () => {
    rmSync(pathOf('tides'));
    value(await desk.rescue('tides', { ...pictured, body: [p('Typed.')] }));
    putArticle(story);
    await vi.waitFor(async () => {
      const kept = value(await desk.versions.list('tides')).versions;
      const bodies = kept.map(async ({ file }) => value(await desk.versions.read('tides', file)).body);
      expect(await Promise.all(bodies)).toContainEqual([p('Typed.')]);
    });
  });

  it('takes its own pictures along where it becomes a second article', async () => {
    const second = { ...pictured, id: '00000000-0000-4000-8000-000000000002' };
    expect(value(await desk.rescue('tides', second))).toMatchObject({ slug: 'tides-2' });
    expect(readdirSync(join(folder, 'tides-2', 'media'))).toEqual([ours]);
    expect(onDisk('tides').id).toBe(story.id);
  });

  it('is not taken for renamed when its former folder comes back elsewhere', async () => {
    value(await desk.list());
    renameSync(join(folder, 'tides'), `${folder}-aside`);
    await vi.waitFor(() => expect(told.articleRemoved).toHaveLength(1));
    value(await desk.rescue('tides', pictured));
    renameSync(`${folder}-aside`, join(folder, 'tides-old'));
    await vi.waitFor(() => expect(told.deskChanged.at(-1)?.changed).toMatchObject([{ slug: 'tides-old' }]));
    expect(told.articleRenamed).toEqual([]);
  });

  it('leaves nothing behind where it could not be duplicated with its pictures', async () => {
    value(await desk.addMedia('tides', 'Harbour.PNG', png));
    vi.spyOn(fs, 'rename').mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    expect(await desk.duplicate('tides')).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(readdirSync(folder)).toEqual(['tides']);
  });
});

describe('desk.json', () => {
  const path = () => join(folder, 'desk.json');

  it('is read again when another program changes it', async () => {
    value(await desk.writeSettings({ ...desk.state().settings, language: 'nl' }));
    writeFileSync(path(), readFileSync(path(), 'utf8').replace('"language": "nl"', '"language": "de"'));
    await vi.waitFor(() => expect(desk.state().settings.language).toBe('de'));
    expect(told.deskSettingsChanged.at(-1)).toMatchObject({
      settings: { language: 'de' },
      settingsProblem: null,
    });
  });

  it('that was damaged while the desk is open changes nothing but is told, and is kept aside by the next change', async () => {
    value(await desk.writeSettings({ ...desk.state().settings, language: 'de' }));
    writeFileSync(path(), '{"format":');
    await vi.waitFor(() =>
      expect(told.deskSettingsChanged.at(-1)).toMatchObject({ settingsProblem: { code: 'not-json' } }),
    );
    expect(desk.state().settings.language).toBe('de');
    value(await desk.writeSettings({ ...desk.state().settings, words: ['Sandholm'] }));
    const aside = readdirSync(folder).find((name) => name.startsWith('desk.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe('{"format":');
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ language: 'de', words: ['Sandholm'] });
  });

  it('keeps what another program wrote at the same moment in fields that were not changed here', async () => {
    value(await desk.writeSettings({ ...desk.state().settings, language: 'nl' }));
    const before = desk.state().settings;
    writeFileSync(path(), readFileSync(path(), 'utf8').replace('"language": "nl"', '"language": "fr"'));
    value(await desk.writeSettings({ ...before, words: ['Sandholm'] }));
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ language: 'fr', words: ['Sandholm'] });
  });
});

describe('conflict copies of sync clients', () => {
  const copyName = "article (Ada's conflicted copy 2026-11-23).json";

  it('are found beside the article, by name and by what they hold, and told when they come', async () => {
    putArticle(story);
    value(await desk.list());
    writeFileSync(join(folder, 'tides', copyName), serialiseArticle({ ...story, headline: 'Ada’s' }));
    writeFileSync(
      join(folder, 'tides', 'article (1).json'),
      serialiseArticle(article({ id: 'another', slug: 'tides', headline: 'Another article' })),
    );
    writeFileSync(join(folder, 'tides', 'article (conflicted copy 2026-11-22 1).json'), 'damaged');
    put(
      'tides (conflicted copy 2026-11-23 120301)',
      serialiseArticle({ ...story, headline: 'Whole folder' }),
    );
    await vi.waitFor(() => expect(told.conflictCopyAppeared).toContainEqual({ slug: 'tides' }));
    expect(value(await desk.conflictCopies('tides'))).toEqual([
      { place: 'file', name: copyName, headline: 'Ada’s', modified: story.modified },
      {
        place: 'folder',
        name: 'tides (conflicted copy 2026-11-23 120301)',
        headline: 'Whole folder',
        modified: story.modified,
      },
    ]);
    const read = await desk.readConflictCopy('tides', { place: 'file', name: copyName });
    expect(value(read).headline).toBe('Ada’s');
  });

  it('go to the bin only when the writer says so, and can be restored', async () => {
    putArticle(story);
    value(await desk.list());
    writeFileSync(join(folder, 'tides', copyName), serialiseArticle({ ...story, headline: 'Ada’s' }));
    value(await desk.removeConflictCopy('tides', { place: 'file', name: copyName }));
    expect(readdirSync(join(folder, 'tides'))).toEqual(['article.json']);
    const [entry] = value(await desk.bin());
    expect(entry).toMatchObject({ slug: 'tides', headline: 'Ada’s' });
    expect(value(await desk.restore(entry?.name ?? ''))).toEqual({ slug: 'tides-2' });
  });

  it('are read and removed in their own places only', async () => {
    putArticle(story);
    for (const name of ['article.json', '../tides/article (1).json', 'desk.json']) {
      expect(await desk.readConflictCopy('tides', { place: 'file', name })).toMatchObject({ ok: false });
      expect(await desk.removeConflictCopy('tides', { place: 'file', name })).toMatchObject({ ok: false });
    }
    expect(onDisk('tides').headline).toBe('Tides');
  });
});

describe('versions', () => {
  it('hold what was saved a moment ago when another program writes over it', async () => {
    putArticle(story);
    const { article: read, hash } = value(await desk.read('tides'));
    value(await desk.versions.take('tides', 'opened', null, hash));
    const typed = { ...read, body: [p('Typed and saved.')] };
    const saved = value(await desk.save('tides', typed, hash));
    putArticle({ ...story, headline: 'From a backup' });
    await vi.waitFor(() => expect(told.articleChanged).toHaveLength(1));
    const bodies = async () =>
      Promise.all(
        value(await desk.versions.list('tides')).versions.map(
          async ({ file }) => value(await desk.versions.read('tides', file)).body,
        ),
      );
    expect(await bodies()).toEqual([typed.body, story.body]);

    // What stands on the disk again, or lies in a version already, is not kept twice.
    put('tides', serialiseArticle({ ...typed, modified: saved.modified }));
    await vi.waitFor(() => expect(told.articleChanged).toHaveLength(2));
    put('tides', '{"format":');
    await vi.waitFor(() =>
      expect(told.deskChanged.at(-1)?.changed).toMatchObject([{ kind: 'problem', slug: 'tides' }]),
    );
    expect(await bodies()).toEqual([typed.body, story.body]);
  });

  it('follow their article to another name, into the bin and back', async () => {
    putArticle(story);
    const { hash } = value(await desk.read('tides'));
    value(await desk.versions.take('tides', 'opened', null, null));
    value(await desk.save('tides', { ...story, body: [p('New words.')] }, hash));
    value(await desk.rename('tides', 'high-tides'));
    expect(value(await desk.versions.list('high-tides')).versions).toHaveLength(1);
    const { name } = value(await desk.remove('high-tides'));
    const { slug } = value(await desk.restore(name));
    const [version] = value(await desk.versions.list(slug)).versions;
    expect(value(await desk.versions.read(slug, version?.file ?? '')).body).toEqual(story.body);
  });
});

describe('the bin', () => {
  const daysAgo = (days: number) =>
    new Date(Date.parse(moment) - days * 86_400_000).toISOString().replace(/[-:.]/g, '');

  it('gives up by itself what has lain in it for 30 days, and nothing else', async () => {
    const names = [
      `${daysAgo(31)}-old`,
      `${daysAgo(29)}-young`,
      `${daysAgo(-3)}-from-the-future`,
      '99999999T999999999Z-odd',
      'put here by hand',
    ];
    for (const name of names) put(join('.bin', name), serialiseArticle(story));
    utimesSync(join(folder, '.bin', 'put here by hand'), 0, 0);
    await desk.close();
    desk = await open();
    await vi.waitFor(() => expect(readdirSync(join(folder, '.bin'))).toHaveLength(4));
    expect(readdirSync(join(folder, '.bin')).sort()).toEqual(names.slice(1).sort());
  });

  it.skipIf(!canMount)(
    'gives up nothing by itself because the disk is full, and still takes and gives back',
    async () => {
      const disk = mountSmallFolder(512);
      try {
        const young = `${daysAgo(29)}-young`;
        disk.put(join('.bin', young, 'article.json'), serialiseArticle(story));
        disk.put(join('tides', 'article.json'), serialiseArticle(story));
        disk.fill();
        await desk.close();
        desk = await open(disk.path);
        // A full disk may refuse; what it must not do is lose the one or the other.
        const taken = await desk.remove('tides');
        await desk.close();
        desk = await open(disk.path);
        const inBin = readdirSync(join(disk.path, '.bin')).filter((name) => name.endsWith('-tides'));
        expect(inBin).toHaveLength(taken.ok ? 1 : 0);
        expect(readdirSync(join(disk.path, '.bin'))).toContain(young);
        disk.empty();
        if (taken.ok) value(await desk.restore(taken.value.name));
        expect(value(await desk.read('tides')).article.body).toEqual(story.body);
      } finally {
        await desk.close();
        disk.unmount();
        desk = await open();
      }
    },
  );

  it('is emptied for good when the writer says so; what a link points to stays', async () => {
    putArticle(story);
    const { name } = value(await desk.remove('tides'));
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'article.json'), serialiseArticle(story));
    symlinkSync(elsewhere, join(folder, '.bin', 'linked'));
    value(await desk.emptyBin([name, 'linked']));
    expect(readdirSync(join(folder, '.bin'))).toEqual([]);
    expect(readdirSync(elsewhere)).toEqual(['article.json']);
    rmSync(elsewhere, { recursive: true });
  });

  it('takes an article and gives it back, under a free name', async () => {
    putArticle(story);
    const entry = value(await desk.remove('tides'));
    expect(entry).toEqual({
      name: '20260506T070809000Z-tides',
      slug: 'tides',
      headline: 'Tides',
      deleted: moment,
      expires: '2026-06-05T07:08:09.000Z',
    });
    expect(value(await desk.list())).toEqual([]);
    expect(value(await desk.bin())).toEqual([entry]);
    putArticle({ ...story, headline: 'Another' });
    expect(value(await desk.restore(entry.name))).toEqual({ slug: 'tides-2' });
    expect(onDisk('tides-2').headline).toBe('Tides');
    expect(value(await desk.bin())).toEqual([]);
    expect(told.deskChanged.flatMap(({ changed }) => changed.map(({ slug }) => slug))).toContain('tides-2');
  });

  it('gives back two of one name that are asked for at once', async () => {
    const names: string[] = [];
    for (const headline of ['One', 'Two']) {
      putArticle({ ...story, headline });
      names.push(value(await desk.remove('tides')).name);
    }
    const given = await Promise.all(names.map((name) => desk.restore(name)));
    expect(given.map((one) => value(one).slug).sort()).toEqual(['tides', 'tides-2']);
    expect(value(await desk.bin())).toEqual([]);
  });

  it('gives back a folder with capitals beside one that has its name by now', async () => {
    put('My Tides', serialiseArticle(story));
    const { name } = value(await desk.remove('My Tides'));
    put('My Tides', serialiseArticle({ ...story, headline: 'Another' }));
    expect(value(await desk.restore(name))).toEqual({ slug: 'My Tides-2' });
  });

  it('lists what lies in it also beside a link that leads nowhere', async () => {
    putArticle(story);
    value(await desk.remove('tides'));
    symlinkSync(join(folder, 'nowhere'), join(folder, '.bin', 'old'));
    expect(
      value(await desk.bin())
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['old', 'tides']);
  });

  it('takes two articles of one name in one moment', async () => {
    putArticle(story);
    value(await desk.remove('tides'));
    putArticle(story);
    const second = value(await desk.remove('tides'));
    expect(second).toMatchObject({ slug: 'tides', deleted: moment });
    expect(value(await desk.bin())).toHaveLength(2);
  });

  it('is empty where there is none, and refuses what is not there', async () => {
    expect(value(await desk.bin())).toEqual([]);
    expect(await desk.remove('missing')).toMatchObject({ ok: false, error: { code: 'vanished' } });
    expect(await desk.restore('missing')).toMatchObject({ ok: false, error: { code: 'vanished' } });
  });

  it('does not bring back a desk that is gone as an empty folder', async () => {
    rmSync(folder, { recursive: true });
    expect(await desk.remove('tides')).toMatchObject({ ok: false, error: { code: 'vanished' } });
    expect(await desk.sources.addDocument(import.meta.filename)).toMatchObject({
      ok: false,
      error: { code: 'vanished' },
    });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('pictures', () => {
  it('are kept once, under a name that begins with their hash', async () => {
    putArticle(story);
    const first = value(await desk.addMedia('tides', 'Harbour at Night.PNG', png));
    expect(first.file).toMatch(/^[0-9a-f]{12}-harbour-at-night\.png$/);
    expect(value(await desk.addMedia('tides', 'Harbour at Night.PNG', png))).toEqual(first);
    expect(readdirSync(join(folder, 'tides', 'media'))).toEqual([first.file]);
  });

  it('are known by their bytes, not by their names', async () => {
    putArticle(story);
    expect(await desk.addMedia('tides', 'x.png', Buffer.from('<svg onload="alert(1)"/>'))).toEqual({
      ok: false,
      error: { code: 'svg', name: 'x.png' },
    });
    expect(value(await desk.addMedia('tides', '../../evil.exe', png)).file).toMatch(
      /^[0-9a-f]{12}-evil\.png$/,
    );
  });

  it('do not bring back a deleted article', async () => {
    expect(await desk.addMedia('gone', 'x.png', png)).toMatchObject({
      ok: false,
      error: { code: 'vanished' },
    });
  });
});

describe('changes by other programs', () => {
  /** Waits until the watch has told of everything before this moment: it answers in order. */
  async function marked(): Promise<void> {
    putArticle({ ...story, slug: 'marker', id: '00000000-0000-4000-8000-000000000003' });
    await vi.waitFor(() =>
      expect(told.deskChanged.some(({ changed }) => changed.some(({ slug }) => slug === 'marker'))).toBe(
        true,
      ),
    );
  }

  beforeEach(async () => {
    putArticle(story);
    value(await desk.list());
  });

  it('to a file are told with the hash that stands there now', async () => {
    putArticle({ ...story, headline: 'Theirs' });
    await vi.waitFor(() => expect(told.articleChanged).toHaveLength(1));
    expect(told.articleChanged[0]).toEqual({ slug: 'tides', hash: value(await desk.read('tides')).hash });
    expect(told.deskChanged.at(-1)).toMatchObject({ changed: [{ headline: 'Theirs' }], removed: [] });
  });

  it('are told also where a look at the sources finds them first', async () => {
    putArticle({ ...story, headline: 'Theirs' });
    putArticle({ ...story, slug: 'floods', id: '00000000-0000-4000-8000-000000000002' });
    value(await desk.sources.uses());
    expect(told.articleChanged).toMatchObject([{ slug: 'tides' }]);
    const slugs = told.deskChanged.flatMap(({ changed }) => changed.map((entry) => entry.slug));
    expect(slugs.sort()).toEqual(['floods', 'tides']);
  });

  it('by "write beside, then rename" are told like any other', async () => {
    writeFileSync(join(folder, 'tides', 'other.tmp'), serialiseArticle({ ...story, headline: 'Theirs' }));
    renameSync(join(folder, 'tides', 'other.tmp'), pathOf('tides'));
    await vi.waitFor(() => expect(told.articleChanged).toHaveLength(1));
  });

  it('that add, rename and remove folders are told', async () => {
    putArticle({ ...story, slug: 'floods', id: '00000000-0000-4000-8000-000000000002', headline: 'Floods' });
    await vi.waitFor(() => expect(told.deskChanged.at(-1)).toMatchObject({ changed: [{ slug: 'floods' }] }));
    renameSync(join(folder, 'tides'), join(folder, 'spring-tides'));
    await vi.waitFor(() =>
      expect(told.articleRenamed).toEqual([{ id: story.id, from: 'tides', to: 'spring-tides' }]),
    );
    rmSync(join(folder, 'floods'), { recursive: true });
    await vi.waitFor(() =>
      expect(told.articleRemoved).toEqual([{ id: '00000000-0000-4000-8000-000000000002', slug: 'floods' }]),
    );
    expect(told.articleChanged).toEqual([]);
  });

  it('are noticed in a folder that came back under its old name', async () => {
    rmSync(join(folder, 'tides'), { recursive: true });
    await vi.waitFor(() => expect(told.articleRemoved).toHaveLength(1));
    putArticle(story);
    await vi.waitFor(() => expect(told.deskChanged.at(-1)).toMatchObject({ changed: [{ slug: 'tides' }] }));
    putArticle({ ...story, headline: 'Theirs' });
    await vi.waitFor(() => expect(told.articleChanged).toHaveLength(1));
  });

  it('that leave the same words are not told', async () => {
    putArticle(story);
    utimesSync(pathOf('tides'), new Date(), new Date('2030-01-01'));
    await marked();
    expect([told.articleChanged, told.articleRemoved]).toEqual([[], []]);
  });

  it('are told apart from our own deleting and renaming', async () => {
    putArticle({ ...story, slug: 'floods', id: '00000000-0000-4000-8000-000000000002' });
    value(await desk.list());
    value(await desk.remove('floods'));
    value(await desk.rename('tides', 'Spring tides'));
    await marked();
    // A missing file is looked at twice; these reads wait in the same queues until that is done.
    await Promise.all([desk.read('floods'), desk.read('tides')]);
    await desk.list();
    expect([told.articleChanged, told.articleRemoved, told.articleRenamed]).toEqual([[], [], []]);
  });

  it('are told apart from our own saves', async () => {
    let { hash } = value(await desk.read('tides'));
    for (const headline of ['One', 'Two', 'Three']) {
      hash = value(await desk.save('tides', { ...story, headline }, hash)).hash;
    }
    await marked();
    expect(told.articleChanged).toEqual([]);
  });

  it('that come right after our own save are noticed', async () => {
    const { hash } = value(await desk.read('tides'));
    const rename = fs.rename.bind(fs);
    vi.spyOn(fs, 'rename').mockImplementationOnce(async (...words) => {
      await rename(...words);
      putArticle({ ...story, headline: 'Theirs' });
    });
    value(await desk.save('tides', { ...story, headline: 'Ours' }, hash));
    await vi.waitFor(() => expect(told.articleChanged).toHaveLength(1));
    expect(told.articleChanged[0]?.hash).toBe(value(await desk.read('tides')).hash);
  });

  it('that damage a file show it with its problem', async () => {
    put('tides', '{"half');
    await vi.waitFor(() =>
      expect(told.deskChanged.at(-1)).toMatchObject({
        changed: [{ kind: 'problem', slug: 'tides', problem: { code: 'not-json' } }],
      }),
    );
  });
});
