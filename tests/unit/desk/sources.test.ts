import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../../electron/desk/desk';
import { createDeskKeeper } from '../../../electron/desk/desk-keeper';
import { openDesk, readersHere } from '../../../electron/desk/desk-read-here';
import { sampleArticle } from '../../../electron/desk/sample';
import { createSourceBook } from '../../../electron/desk/source-book';
import { sourcesHandlers } from '../../../electron/ipc/sources';
import type { Dialogs } from '../../../electron/windows/dialogs';
import type { Article } from '../../../shared/article/article';
import { article, p, quote } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Source } from '../../../shared/article/source';
import { ok, type Result } from '../../../shared/base/result';
import type { SourceBookState } from '../../../shared/ipc/desk-entries';
import { emptySourceBook, serialiseSourceBook } from '../../../shared/sources/book';
import { withSource } from '../../../shared/sources/book-changes';
import { temporaryFolder } from '../../builders/folders';

const kerry: Source = { ...newSource('s1', 'John Kerry'), role: 'a senator', contact: '+1 202 000000' };
const short: Source = { ...newSource('s2', 'J. Kerry'), terms: 'on-background' };
const tides: Article = article(
  { slug: 'tides', headline: 'Tides', sources: [kerry], quotations: [newQuotation('q1', 's1')] },
  p('Before. ', quote('q1', '“It rose,”'), ' he said.'),
);
const wind: Article = {
  ...article(
    {
      slug: 'wind',
      headline: 'Wind',
      modified: '2026-02-02T00:00:00Z',
      sources: [short],
      quotations: [
        {
          ...newQuotation('q2', 's2'),
          checked: { by: 'Ada', at: '2026-02-01T00:00:00Z', text: '“Other words”' },
        },
      ],
    },
    p(quote('q2', '“It blew,”'), ' somebody said.'),
  ),
  id: '00000000-0000-4000-8000-000000000002',
};

let folder: string;
let desk: Desk;
let told: SourceBookState[];
beforeEach(async () => {
  folder = temporaryFolder();
  told = [];
  desk = value(
    await openDesk(
      folder,
      {
        deskChanged: () => {},
        articleChanged: () => {},
        articleRenamed: () => {},
        articleRemoved: () => {},
        sourcesChanged: (book) => told.push(book),
        conflictCopyAppeared: () => undefined,
        deskSettingsChanged: () => undefined,
      },
      () => new Date('2026-05-06T07:08:09.000Z'),
    ),
  );
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const bookPath = () => join(folder, 'sources.json');
const putBook = (...sources: readonly Source[]) =>
  writeFileSync(bookPath(), serialiseSourceBook({ ...emptySourceBook, sources }));
function putArticle(story: Article): void {
  mkdirSync(join(folder, story.slug), { recursive: true });
  writeFileSync(join(folder, story.slug, 'article.json'), serialiseArticle(story));
}
const idsOf = ({ sources }: SourceBookState) => sources.map(({ id }) => id);
const settled = () => desk.sources.read();

describe('the source book of a desk', () => {
  it('is empty where there is no file, and is not written by looking', async () => {
    expect(await desk.sources.read()).toEqual({ sources: [], merges: [], problem: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps a source, for its writer alone to read', async () => {
    expect(idsOf(value(await desk.sources.save(kerry, null)))).toEqual(['s1']);
    expect(JSON.parse(readFileSync(bookPath(), 'utf8'))).toMatchObject({ sources: [{ name: 'John Kerry' }] });
  });

  it('takes in the sources of an article that is saved', async () => {
    putArticle(article({ slug: 'tides', headline: 'Tides' }));
    const { hash } = value(await desk.read('tides'));
    value(await desk.save('tides', tides, hash));
    expect((await settled()).sources).toEqual([kerry]);
    const text = readFileSync(bookPath(), 'utf8');
    value(await desk.add(tides));
    await settled();
    expect(readFileSync(bookPath(), 'utf8')).toBe(text);
  });

  it('begins with the sources of the sample article on a first start', async () => {
    const keeper = createDeskKeeper(
      {
        deskChanged: () => {},
        articleChanged: () => {},
        articleRenamed: () => {},
        articleRemoved: () => {},
        sourcesChanged: () => {},
        conflictCopyAppeared: () => undefined,
        deskSettingsChanged: () => undefined,
      },
      sampleArticle(),
      () => new Date(),
      readersHere,
    );
    const made = value(await keeper.create(join(folder, 'first'), true));
    expect(idsOf(await made.sources.read())).toEqual(sampleArticle().sources.map(({ id }) => id));
    await keeper.close();
  });

  it('keeps what another program wrote while it was open', async () => {
    value(await desk.sources.save(kerry, null));
    putBook({ ...kerry, role: 'an envoy' }, newSource('s9', 'Ben Okri'));
    const state = value(await desk.sources.save({ ...kerry, notes: 'Call early' }, kerry));
    expect(state.sources).toEqual([
      { ...kerry, role: 'an envoy', notes: 'Call early' },
      newSource('s9', 'Ben Okri'),
    ]);
  });

  it('tells when another program changed it, and not when the same stands there', async () => {
    await desk.sources.read();
    putBook(kerry);
    await vi.waitFor(() => expect(told.at(-1)?.sources).toEqual([kerry]));
    const heard = told.length;
    putBook(kerry);
    putBook(kerry, short);
    await vi.waitFor(() => expect(told.at(-1)?.sources).toEqual([kerry, short]));
    expect(told).toHaveLength(heard + 1);
  });

  it('makes every one of many changes at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        desk.sources.save(newSource(`s${index}`, `Source ${index}`), null),
      ),
    );
    expect((await desk.sources.read()).sources).toHaveLength(20);
  });

  it('makes its change anew when another program is quicker', async () => {
    putBook(kerry);
    const book = createSourceBook(folder, () => {});
    let hurried = false;
    const changed = await book.change((present) => {
      // Between reading and writing: another program adds a source.
      if (!hurried) putBook(kerry, short);
      hurried = true;
      return ok(withSource(present, newSource('s9', 'Ben Okri'), null));
    });
    expect(idsOf(value(changed))).toEqual(['s1', 's2', 's9']);
  });
});

describe('a source book that cannot be used', () => {
  const broken: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['empty', '', 'empty'],
    ['cut off', '{"format": {"name": "standfirst-sources"', 'not-json'],
    ['in another encoding', Buffer.from('{"name":"Caf\u00e9"}', 'latin1'), 'not-json'],
    ['another file', '{"format":{"name":"other"}}', 'not-a-source-book'],
    [
      'written by hand, badly',
      '{"format":{"name":"standfirst-sources","version":"1.0"},"sources":[{}]}',
      'damaged',
    ],
    ['of a newer version', '{"format":{"name":"standfirst-sources","version":"9.0"}}', 'newer-format'],
  ];

  it.each(broken)('(%s) is told, refuses every change and stays as it is', async (_, content, code) => {
    writeFileSync(bookPath(), content);
    expect(await desk.sources.read()).toMatchObject({ sources: [], problem: { code } });
    expect(await desk.sources.save(kerry, null)).toMatchObject({ ok: false, error: { code } });
    expect(await desk.sources.merge('s1', 's2')).toMatchObject({ ok: false, error: { code } });
    putArticle(article({ slug: 'tides', headline: 'Tides' }));
    const { hash } = value(await desk.read('tides'));
    expect(await desk.save('tides', tides, hash)).toMatchObject({ ok: true });
    await settled();
    expect(readFileSync(bookPath())).toEqual(Buffer.from(content));
  });

  it('is kept aside and made anew from the articles when the writer says so', async () => {
    writeFileSync(bookPath(), 'scrambled');
    putArticle(tides);
    putArticle(wind);
    expect(idsOf(value(await desk.sources.rebuild())).sort()).toEqual(['s1', 's2']);
    const aside = readdirSync(folder).find((name) => name.startsWith('sources.json.damaged-'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe('scrambled');
  });

  it('that can be used takes in what articles have and it has not', async () => {
    putBook({ ...kerry, role: 'an envoy' });
    putArticle(tides);
    putArticle({ ...wind, sources: [{ ...short, deleted: true }] });
    expect(value(await desk.sources.rebuild()).sources).toEqual([
      { ...kerry, role: 'an envoy' },
      { ...short, deleted: true },
    ]);
  });

  it('is never replaced where a newer version wrote it', async () => {
    writeFileSync(bookPath(), '{"format":{"name":"standfirst-sources","version":"9.0"}}');
    expect(await desk.sources.rebuild()).toMatchObject({ ok: false, error: { code: 'newer-format' } });
  });

  it('works again as soon as it is mended', async () => {
    writeFileSync(bookPath(), 'scrambled');
    expect((await desk.sources.read()).problem).not.toBeNull();
    putBook(kerry);
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ sources: [kerry], problem: null }));
  });
});

describe('where sources are used', () => {
  beforeEach(() => {
    putArticle(tides);
    putArticle(wind);
    putBook(kerry, short);
  });

  it('is counted over all articles, and follows changes', async () => {
    expect(value(await desk.sources.uses())).toEqual([
      { sourceId: 's1', articles: 1, quotations: 1 },
      { sourceId: 's2', articles: 1, quotations: 1 },
    ]);
    rmSync(join(folder, 'wind'), { recursive: true });
    expect(value(await desk.sources.uses())).toEqual([{ sourceId: 's1', articles: 1, quotations: 1 }]);
  });

  it('counts an article once that knows a source by two ids which were made one', async () => {
    value(await desk.sources.rebuild());
    value(await desk.sources.merge('s1', 's2'));
    putArticle({ ...wind, sources: [kerry, short] });
    expect(value(await desk.sources.uses())).toEqual([{ sourceId: 's1', articles: 2, quotations: 2 }]);
  });

  it('lists all quotations of a source across articles, newest article first', async () => {
    const quotations = value(await desk.sources.quotations(['s1', 's2']));
    expect(quotations).toEqual([
      {
        slug: 'wind',
        headline: 'Wind',
        modified: wind.modified,
        quoteId: 'q2',
        text: '“It blew,”',
        terms: 'on-background',
        check: 'changed',
      },
      {
        slug: 'tides',
        headline: 'Tides',
        modified: tides.modified,
        quoteId: 'q1',
        text: '“It rose,”',
        terms: 'on-the-record',
        check: 'unchecked',
      },
    ]);
  });

  it('a source that is removed while used leaves its name; one that is not leaves nothing', async () => {
    const removed = value(await desk.sources.remove('s1'));
    expect(removed.sources[0]).toEqual({ ...kerry, contact: '', deleted: true });
    rmSync(join(folder, 'wind'), { recursive: true });
    expect(idsOf(value(await desk.sources.remove('s2')))).toEqual(['s1']);
    expect(await desk.sources.remove('s2')).toMatchObject({ ok: false, error: { code: 'unknown-source' } });
  });

  it('a source counts as used through an entry that was merged into it', async () => {
    rmSync(join(folder, 'tides'), { recursive: true });
    value(await desk.sources.merge('s1', 's2'));
    expect(value(await desk.sources.remove('s1')).sources).toMatchObject([
      { name: 'John Kerry', deleted: true },
    ]);
  });

  it('a merge is taken back, also on a desk that was opened anew', async () => {
    expect(idsOf(value(await desk.sources.merge('s1', 's2')))).toEqual(['s1']);
    const again = createSourceBook(folder, () => {});
    expect((await again.read()).merges).toHaveLength(1);
    expect(value(await desk.sources.unmerge('s2')).sources).toEqual([kerry, short]);
  });
});

describe('the copy of a document', () => {
  const report = () => join(folder, 'The Report (final).PDF');
  beforeEach(() => writeFileSync(report(), 'words of the report'));

  it('is kept under its hash, once', async () => {
    const stored = value(await desk.sources.addDocument(report()));
    expect(stored.file).toBe(`${stored.sha256.slice(0, 12)}-the-report-final.pdf`);
    expect(value(await desk.sources.addDocument(report()))).toEqual(stored);
    expect(readdirSync(join(folder, 'sources.files'))).toEqual([stored.file]);
    expect(readFileSync(join(folder, 'sources.files', stored.file), 'utf8')).toBe('words of the report');
    expect(value(await desk.list())).toEqual([]);
  });

  it('is told apart from one that was changed, replaced or taken away', async () => {
    const { file, sha256 } = value(await desk.sources.addDocument(report()));
    expect(await desk.sources.documentState(file, sha256)).toBe('same');
    writeFileSync(join(folder, 'sources.files', file), 'other words');
    expect(await desk.sources.documentState(file, sha256)).toBe('changed');
    expect(await desk.sources.addDocument(report())).toMatchObject({ ok: false, error: { code: 'exists' } });
    rmSync(join(folder, 'sources.files', file));
    expect(await desk.sources.documentState(file, sha256)).toBe('missing');
    expect(await desk.sources.documentState('../sources.json', sha256)).toBe('missing');
  });

  it('fails with a reason where the file is gone or a folder', async () => {
    expect(await desk.sources.addDocument(join(folder, 'gone'))).toMatchObject({
      error: { code: 'vanished' },
    });
    expect(await desk.sources.addDocument(folder)).toMatchObject({ error: { code: 'is-a-folder' } });
  });
});

describe('the calls about sources', () => {
  const revealed: string[] = [];
  const handlers = (open: boolean, chosen: string | null = null) =>
    sourcesHandlers(
      { current: () => (open ? desk : null) } as Parameters<typeof sourcesHandlers>[0],
      { chooseFile: async () => chosen } as unknown as Dialogs,
      (path) => revealed.push(path),
    ).sources;

  it('answer that no desk is open', async () => {
    const closed = handlers(false, '/some/file');
    const answers = [
      await closed.read(undefined),
      await closed.save({ source: kerry, before: null }),
      await closed.remove({ id: 's1' }),
      await closed.merge({ into: 's1', from: 's2' }),
      await closed.unmerge({ from: 's2' }),
      await closed.rebuild(undefined),
      await closed.uses(undefined),
      await closed.quotations({ ids: [] }),
      await closed.chooseDocument(undefined),
      await closed.verifyDocument({ file: 'a', sha256: '' }),
      await closed.revealDocument({ file: 'a' }),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'no-desk' } });
  });

  it('reach the book', async () => {
    const calls = handlers(true);
    expect(await calls.save({ source: kerry, before: null })).toMatchObject({ ok: true });
    expect(await calls.save({ source: short, before: null })).toMatchObject({ ok: true });
    expect(await calls.merge({ into: 's1', from: 's2' })).toMatchObject({ ok: true });
    expect(await calls.unmerge({ from: 's2' })).toMatchObject({ ok: true });
    expect(await calls.read(undefined)).toMatchObject({
      ok: true,
      value: { sources: [{ id: 's1' }, { id: 's2' }] },
    });
  });

  it('copy the document that was chosen, and show only files of the desk', async () => {
    expect(await handlers(true).chooseDocument(undefined)).toEqual({ ok: true, value: null });
    const path = join(folder, 'note.txt');
    writeFileSync(path, 'note');
    const answer = value(await handlers(true, path).chooseDocument(undefined));
    expect(answer?.file).toMatch(/-note\.txt$/);
    await handlers(true).revealDocument({ file: '../../etc/passwd' });
    await handlers(true).revealDocument({ file: answer?.file ?? '' });
    expect(revealed).toEqual([join(folder, 'sources.files', answer?.file ?? '')]);
  });
});
