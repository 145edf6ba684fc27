import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../electron/commands/run';
import { adBreak, article, deskNote, image, note, p, quote, tk } from '../../../shared/article/build';
import { defaultDeskSettings, serialiseDeskSettings } from '../../../shared/article/desk-settings';
import { parseArticle, serialiseArticle } from '../../../shared/article/file';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { canMount, mountSmallFolder, temporaryFolder } from '../../builders/folders';

// Some tests start a process that compiles the sources first.
vi.setConfig({ testTimeout: 60_000 });

let desk: string;
beforeEach(() => {
  desk = temporaryFolder();
});
afterEach(() => rmSync(desk, { recursive: true, force: true }));

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  /** The lines of standard error. */
  readonly errors: readonly string[];
}

const project = resolve(import.meta.dirname, '../../..');

/** Runs a command in this process. */
async function standfirst(words: readonly string[]): Promise<Ended> {
  let out = '';
  const errors: string[] = [];
  const outcome = await runCommand(words, {
    write: async (content) => {
      out += content;
    },
    note: (line) => {
      errors.push(line);
    },
  });
  if (outcome.exit !== 0 && outcome.message !== null) errors.push(outcome.message);
  return { exit: outcome.exit, out, errors };
}

/** Runs the command line in a process of its own, with `input` on standard input. */
function standfirstProcess(words: readonly string[], input: string): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'electron/cli.ts'), ...words], {
    cwd: project,
  });
  const [out, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((done) => {
    child.on('close', (exit) => {
      const lines = Buffer.concat(errors).toString().split('\n').filter(Boolean);
      done({ exit, out: Buffer.concat(out).toString(), errors: lines });
    });
  });
}

const story = article(
  {
    slug: 'tides',
    headline: 'Tides',
    sources: [newSource('s1', 'Ada Field')],
    quotations: [newQuotation('q1', 's1')],
  },
  p('The sea rose. ', note('n1', 'secret comment', 'It rose again.')),
  deskNote('d1', 'for the desk only'),
  p(quote('q1', '“It did,”'), ' said Ada Field.'),
  adBreak(),
);
const pathOf = (slug: string) => join(desk, slug, 'article.json');
function put(slug: string, content: string): string {
  mkdirSync(join(desk, slug), { recursive: true });
  writeFileSync(pathOf(slug), content);
  return join(desk, slug);
}

describe('standfirst', () => {
  it('without a command tells what to do on one line of standard error', async () => {
    expect(await standfirst([])).toEqual({
      exit: 2,
      out: '',
      errors: [
        'name a command, one of import, export, check, quotes, places; "standfirst --help" shows how to call them',
      ],
    });
  });

  it.each(['--help', '-h', 'help'])('shows all commands for %s', async (word) => {
    const ended = await standfirst([word]);
    expect(ended).toMatchObject({ exit: 0, errors: [] });
    for (const command of ['import', 'export', 'check', 'quotes', 'places'])
      expect(ended.out).toContain(`standfirst ${command} `);
  });

  it('shows how to call one command, also where the call is not complete; behind "--" stands a file', async () => {
    const usage = 'standfirst quotes FILE|- [--jsonl]\n';
    expect(await standfirst(['quotes', '--help'])).toEqual({ exit: 0, out: usage, errors: [] });
    expect(await standfirst(['quotes', 'a.txt', '-h'])).toEqual({ exit: 0, out: usage, errors: [] });
    expect(await standfirst(['quotes', '--', '--help'])).toMatchObject({ exit: 3, out: '' });
  });

  it('as a process answers with its exit code, and tells an error on one line', async () => {
    expect((await standfirstProcess(['--help'], '')).exit).toBe(0);
    const ended = await standfirstProcess(['check', join(desk, 'missing')], '');
    expect(ended).toMatchObject({ exit: 3, out: '' });
    expect(ended.errors).toEqual([expect.stringMatching(/^standfirst: .*missing: there is no such file/)]);
  });

  it('lets no word of an article, and no name of a file, command the terminal', async () => {
    const commands = '\u001b]52;c;cHduZWQ=\u0007\u009b2J\u202e';
    const folder = put('hostile', serialiseArticle({ ...story, headline: `Tides ${commands}` }));
    const file = join(desk, 'hostile.txt');
    writeFileSync(file, `“It ${commands} did,” said Ada Field.`);
    const ended = [
      await standfirst(['check', folder]),
      await standfirst(['check', '--json', folder]),
      await standfirstProcess(['check', join(desk, `missing${commands}`)], ''),
      await standfirst(['quotes', file]),
    ];
    for (const { out, errors } of ended) {
      expect(out + errors.join('\n')).not.toMatch(/[^\P{Cc}\t\n]|[\u202a-\u202e]/u);
    }
    expect(ended[0]?.out).toContain('Tides \\u001b]52;c;cHduZWQ=\\u0007\\u009b2J\\u202e');
    expect(JSON.stringify(JSON.parse(ended[3]?.out ?? ''))).toContain('\u009b2J\u202e did');
  });

  it('ends quietly when the reader of its output has seen enough', async () => {
    const line = `${JSON.stringify({ id: 'a', text: '“It did,” said Ada Field. '.repeat(200) })}\n`;
    const file = join(desk, 'many.jsonl');
    writeFileSync(file, line.repeat(200));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(project, 'electron/cli.ts'), 'quotes', '--jsonl', file],
      { cwd: project },
    );
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const exit = await new Promise((done) => child.on('close', done));
    expect([exit, Buffer.concat(errors).toString()]).toEqual([0, '']);
  });

  it('tells its version', async () => {
    expect(await standfirst(['--version'])).toMatchObject({ exit: 0, errors: [] });
    expect((await standfirst(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('with an unknown command says which there are', async () => {
    const ended = await standfirst(['publish']);
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(ended.errors).toHaveLength(1);
    expect(ended.errors[0]).toMatch(/no command "publish"; use one of .*quotes/);
  });
});

describe('standfirst export', () => {
  it('prints what the window would write', async () => {
    const ended = await standfirst(['export', put('tides', serialiseArticle(story)), '--to', 'fragment']);
    expect(ended).toMatchObject({ exit: 0, errors: [] });
    expect(ended.out).toContain('The sea rose. It rose again.');
    expect(ended.out).toContain('<aside');
    expect(ended.out).not.toMatch(/secret comment|for the desk only/);
  });

  it('takes the desk’s masthead and the wanted kind of ad breaks', async () => {
    const masthead = { name: 'The Tidal Times', tagline: '' };
    writeFileSync(join(desk, 'desk.json'), serialiseDeskSettings({ ...defaultDeskSettings, masthead }));
    put('tides', serialiseArticle(story));
    const ended = await standfirst(['export', pathOf('tides'), '--to', 'page', '--ads', 'none']);
    expect(ended.out).toContain('The Tidal Times');
    expect(ended.out).not.toContain('<aside');
  });

  it('writes into a file or an existing folder, the same bytes as it prints', async () => {
    const folder = put('tides', serialiseArticle(story));
    const printed = await standfirst(['export', folder, '--to', 'text']);
    const file = join(desk, 'out.txt');
    expect(await standfirst(['export', folder, '--to', 'text', '--out', file])).toEqual({
      exit: 0,
      out: '',
      errors: [],
    });
    expect(readFileSync(file, 'utf8')).toBe(printed.out);
    await standfirst(['export', folder, '--to', 'text', '--out', desk]);
    expect(readFileSync(join(desk, 'tides.txt'), 'utf8')).toBe(printed.out);
    expect(readdirSync(desk).sort()).toEqual(['out.txt', 'tides', 'tides.txt']);
  });

  it('refuses what is off the record, with exit code 1 and without a file', async () => {
    const secret = {
      ...story,
      quotations: [{ ...newQuotation('q1', 's1'), terms: 'off-the-record' as const }],
    };
    const out = join(desk, 'out.html');
    const ended = await standfirst([
      'export',
      put('tides', serialiseArticle(secret)),
      '--to',
      'page',
      '--out',
      out,
    ]);
    expect(ended.exit).toBe(1);
    expect(ended.errors).toHaveLength(1);
    expect(ended.errors[0]).toContain('off the record');
    expect(readdirSync(desk)).toEqual(['tides']);
  });

  it.each([
    ['a missing article', 'missing', 3, 'no such file'],
    ['an empty file', '', 1, 'empty'],
    ['a truncated file', serialiseArticle(story).slice(0, 300), 1, 'not JSON'],
    ['some other JSON', '{}', 1, 'not an article'],
    [
      'a newer format',
      serialiseArticle(story).replace('"version": "1.2"', '"version": "7.0"'),
      1,
      'newer version',
    ],
    ['a damaged article', serialiseArticle(story).replace('"draft"', '"lost"'), 1, 'status'],
  ])('says what is wrong with %s', async (_, content, exit, words) => {
    const folder = content === 'missing' ? join(desk, 'missing') : put('broken', content);
    const ended = await standfirst(['export', folder, '--to', 'text']);
    expect(ended).toMatchObject({ exit, out: '' });
    expect(ended.errors).toHaveLength(1);
    expect(ended.errors[0]).toContain(words);
  });

  it('does not guess a damaged desk.json', async () => {
    writeFileSync(join(desk, 'desk.json'), '{"format"');
    const ended = await standfirst(['export', put('tides', serialiseArticle(story)), '--to', 'page']);
    expect(ended).toMatchObject({ exit: 1, out: '' });
    expect(ended.errors[0]).toContain('desk.json');
  });

  it('tells a wrong call from a fault of the content', async () => {
    put('tides', serialiseArticle(story));
    const calls = [
      ['export'],
      ['export', pathOf('tides')],
      ['export', pathOf('tides'), '--to', 'pdf'],
      ['export', pathOf('tides'), '--to', 'page', '--ads', 'loud'],
      ['export', pathOf('tides'), 'other', '--to', 'page'],
      ['export', pathOf('tides'), '--to', 'page', '--colour'],
    ];
    for (const ended of await Promise.all(calls.map((words) => standfirst(words)))) {
      expect(ended).toMatchObject({ exit: 2, out: '' });
      expect(ended.errors).toHaveLength(1);
    }
  });

  it.runIf(canMount)('on a full disk ends with 3 and leaves the old file', async () => {
    const disk = mountSmallFolder(16);
    try {
      const out = join(disk.path, 'out.txt');
      writeFileSync(out, 'old');
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(8192));
      const long = article({ slug: 'long' }, p('word '.repeat(4000)));
      const ended = await standfirst([
        'export',
        put('long', serialiseArticle(long)),
        '--to',
        'text',
        '--out',
        out,
      ]);
      expect(ended.exit).toBe(3);
      expect(ended.errors[0]).toContain('disk is full');
      expect(readFileSync(out, 'utf8')).toBe('old');
    } finally {
      disk.unmount();
    }
  });
});

describe('standfirst quotes', () => {
  const text = 'The sea rose. “It did rise,” said Ada Field, a harbour master. “I saw it,” she added.';

  it('prints quotations and speakers with offsets into the text', async () => {
    const file = join(desk, 'story.txt');
    writeFileSync(file, text);
    const ended = await standfirst(['quotes', file]);
    expect(ended).toMatchObject({ exit: 0, errors: [] });
    const { quotes } = JSON.parse(ended.out) as {
      quotes: {
        start: number;
        end: number;
        text: string;
        speaker: { start: number; end: number; text: string; name: string };
      }[];
    };
    expect(quotes.map((each) => each.text)).toEqual(['“It did rise,”', '“I saw it,”']);
    for (const { start, end, text: words, speaker } of quotes) {
      expect(text.slice(start, end)).toBe(words);
      expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
      expect(speaker.name).toBe('Ada Field');
    }
    expect((await standfirstProcess(['quotes', '-'], text)).out).toBe(ended.out);
  });

  it('answers line by line with --jsonl, whatever characters stand in a line', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text }),
      '',
      JSON.stringify({ id: 7, text: 'No one spoke.\u2028Nobody.' }),
      `${JSON.stringify({ id: 'c', text: '“Ja,” said Zoë Núñez.' })}\r`,
    ];
    const file = join(desk, 'lines.jsonl');
    writeFileSync(file, lines.join('\n'));
    const ended = await standfirst(['quotes', file, '--jsonl']);
    expect(ended).toMatchObject({ exit: 0, errors: [] });
    const answers = ended.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; quotes: unknown[] });
    expect(answers.map(({ id, quotes }) => [id, quotes.length])).toEqual([
      ['a', 2],
      [7, 0],
      ['c', 1],
    ]);
    expect((await standfirstProcess(['quotes', '-', '--jsonl'], lines.join('\n'))).out).toBe(ended.out);
  });

  it('names the line that is no JSON or has no text, after answering those before', async () => {
    const good = JSON.stringify({ id: 'a', text });
    for (const [line, reason] of [
      ['{"id":', 'is not JSON'],
      ['{"id": 2}', 'has no "text"'],
      ['7', 'has no "text"'],
    ] as const) {
      writeFileSync(join(desk, 'lines.jsonl'), `${good}\n${line}\n`);
      const ended = await standfirst(['quotes', join(desk, 'lines.jsonl'), '--jsonl']);
      expect(ended.exit).toBe(1);
      expect(ended.errors).toHaveLength(1);
      expect(ended.errors[0]).toContain(`line 2 ${reason}`);
      expect(ended.out.trim().split('\n')).toHaveLength(1);
    }
  });

  it('says that a file is missing or a folder', async () => {
    expect(await standfirst(['quotes', join(desk, 'missing.txt')])).toMatchObject({ exit: 3, out: '' });
    expect(await standfirst(['quotes', join(desk, 'missing.txt'), '--jsonl'])).toMatchObject({
      exit: 3,
      out: '',
    });
    const folder = await standfirst(['quotes', desk]);
    expect(folder.exit).toBe(3);
    expect(folder.errors[0]).toContain('this is a folder');
    expect(await standfirst(['quotes'])).toMatchObject({ exit: 2 });
  });
});

describe('standfirst export --out', () => {
  it('replaces no file in which the desk keeps its words, and no pipe', async () => {
    const folder = put('tides', serialiseArticle(story));
    writeFileSync(
      join(desk, 'sources.json'),
      '{"format":{"name":"standfirst-sources","version":"1.0"},"sources":[]}',
    );
    const before = readFileSync(pathOf('tides'));
    put('torn', '{"format":');
    execFileSync('mkfifo', [join(desk, 'pipe')]);
    for (const [out, why] of [
      [pathOf('tides'), /part of the desk/],
      [pathOf('torn'), /part of the desk/],
      [join(desk, 'sources.json'), /part of the desk/],
      [join(desk, 'pipe'), /no file/],
    ] as const) {
      const ended = await standfirst(['export', folder, '--to', 'page', '--out', out]);
      expect(ended).toMatchObject({ exit: 2, out: '' });
      expect(ended.errors[0]).toMatch(why);
    }
    expect(readFileSync(pathOf('tides'))).toEqual(before);
    const own = join(desk, 'tides.html');
    for (let time = 0; time < 2; time += 1)
      expect((await standfirst(['export', folder, '--to', 'page', '--out', own])).exit).toBe(0);
  });
});

describe('standfirst check', () => {
  const fine = {
    ...article(
      { slug: 'fine', headline: 'The sea rose in Wick on Monday', deck: 'By a hand.', dateline: 'WICK' },
      p('The sea rose in Wick on Monday.'),
    ),
    bylines: [{ name: 'Ada Field' }],
  };
  const secret = {
    ...story,
    quotations: [{ ...newQuotation('q1', 's1'), terms: 'off-the-record' as const }],
  };

  it('checks spelling by the dictionary of the language, as the window does, and no language without one', async () => {
    const said = async (language: string) => {
      const words = article({ slug: 'spelt', language }, p('The colour of teh sea.'));
      const { out } = await standfirst(['check', put('spelt', serialiseArticle(words))]);
      return out.split('\n').filter((line) => line.endsWith('[spelling]'));
    };
    for (const language of ['en', 'en-GB'])
      expect(await said(language)).toEqual([expect.stringContaining('“teh”')]);
    expect(await said('fr')).toEqual([]);
  });

  it('prints the beginning of a long passage, so that what is said about it can be read', async () => {
    const long = article({ slug: 'long' }, p('The sea rose again. '.repeat(60)));
    const { out } = await standfirst(['check', put('long', serialiseArticle(long))]);
    const line = out.split('\n').find((each) => each.endsWith('[long-paragraph]')) ?? '';
    expect(line).toMatch(/\(The sea rose again\. The sea [^)]*…\) \[long-paragraph\]$/);
    expect(line.length).toBeLessThan(pathOf('long').length + 300);
  });

  it('ends with 0 where nothing blocks an export', async () => {
    const ended = await standfirst(['check', put('fine', serialiseArticle(fine))]);
    expect(ended).toMatchObject({ exit: 0, errors: [] });
    expect(ended.out).not.toContain(': error: ');
  });

  it('ends with 1 where an error blocks an export, and names it on a line of its own', async () => {
    const [good, bad] = [put('fine', serialiseArticle(fine)), put('tides', serialiseArticle(secret))];
    const ended = await standfirst(['check', good, bad]);
    expect(ended).toMatchObject({ exit: 1, errors: [] });
    const errors = ended.out.split('\n').filter((line) => line.includes(': error: '));
    expect(errors.filter((line) => !line.startsWith(`${pathOf('tides')}: error: `))).toEqual([]);
    expect(errors.filter((line) => line.endsWith('[off-the-record]'))).toHaveLength(1);
  });

  it('names an image whose file is missing', async () => {
    const path = put('pictured', serialiseArticle(article({ slug: 'pictured' }, image('a.png'), p('End.'))));
    expect((await standfirst(['check', path])).out).toContain('(Picture 1) [image-file-missing]');
    mkdirSync(join(desk, 'pictured', 'media'));
    writeFileSync(join(desk, 'pictured', 'media', 'a.png'), 'x');
    expect((await standfirst(['check', path])).out).not.toContain('image-file-missing');
  });

  it('knows words run together by the list of English words', async () => {
    const glued = article(
      { slug: 'glued', headline: 'Glued' },
      p('He went to theSenate and saidon Monday that it rose.'),
    );
    const ended = await standfirst(['check', put('glued', serialiseArticle(glued))]);
    expect(ended.out).toContain('saidon');
  });

  it('with --json prints every finding of every article', async () => {
    const ended = await standfirst([
      'check',
      '--json',
      put('fine', serialiseArticle(fine)),
      put('tides', serialiseArticle(secret)),
    ]);
    expect(ended.exit).toBe(1);
    const checked = JSON.parse(ended.out) as {
      article: string;
      findings: { code: string; severity: string }[];
    }[];
    expect(checked.map((each) => each.article)).toEqual([pathOf('fine'), pathOf('tides')]);
    expect(checked[1]?.findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('prints where private words stand, never the words', async () => {
    const unnamed = { ...newSource('s1', 'Zqxander Vorlund'), terms: 'on-background' as const };
    const told = {
      ...article(
        {
          slug: 'told',
          headline: 'The wall',
          sources: [unnamed],
          quotations: [
            {
              ...newQuotation('q1', 's1'),
              checked: { by: 'Ada', at: '2026-01-01T00:00:00Z', text: 'zqx as checked' },
            },
            { ...newQuotation('q2', 's1'), terms: 'off-the-record' },
          ],
        },
        p(quote('q1', '“It sank,”'), ' a person said.'),
        p('Zqxander Vorlund said so  to to me.'),
        p(quote('q2', '“The zqx tape,”'), ' a person said.'),
        p('It rose  in Vorlund.'),
        p('It rose  at night.'),
        p('It fell ', tk('ask the zqx man'), ' by day.'),
      ),
    };
    const folder = put('told', serialiseArticle(told));
    const lines = (await standfirst(['check', folder])).out;
    expect(lines).not.toMatch(/zqx|vorlund|tape/i);
    expect(lines).toMatch(
      /This is the name of a source who must not be named\..* \(block 2\) \[unnamed-source-named\]/,
    );
    expect(lines).toMatch(/off the record .* \(block 3\) \[off-the-record\]/);
    expect(lines).toContain('(block 4) [unnamed-source-surname]');
    expect(lines).toContain('(block 1) [checked-words-changed]');
    expect(lines).toContain('(block 6) [tk]');
    const json = (await standfirst(['check', '--json', folder])).out;
    expect(json).not.toMatch(/zqx|vorlund|tape/i);
    const ended = await standfirst(['export', folder, '--to', 'page']);
    expect(ended).toMatchObject({ exit: 1, out: '' });
    expect(ended.errors.join()).toContain(
      'Block 2 gives away a source who may not be named. Take the name out',
    );
    expect(ended.errors.join()).toContain('Block 3 holds words that are off the record. Remove them');
    expect(ended.errors.join()).not.toMatch(/zqx|vorlund|tape/i);
    expect((await standfirst(['export', folder, '--to', 'docx'])).errors.join()).not.toMatch(
      /zqx|vorlund|tape/i,
    );
  });

  it('tells of a file that is no JSON without the words that stand where it fails', async () => {
    for (const damage of [
      '"contact": zqx@example.org',
      '"contact": "zqx@example.org',
      '"zqx" "zqx"',
      '"zqx',
    ]) {
      const ended = await standfirst(['check', put('told', `{"sources": [{${damage}`)]);
      expect(ended).toMatchObject({ exit: 1, out: '' });
      expect(ended.errors.join()).toContain('the file is not JSON');
      expect(ended.errors.join()).not.toMatch(/zqx|contact/);
    }
  });

  it('refuses a wrong call and an article that is none', async () => {
    expect(await standfirst(['check'])).toMatchObject({ exit: 2 });
    expect(await standfirst(['check', join(desk, 'missing')])).toMatchObject({ exit: 3 });
    expect(await standfirst(['check', put('broken', '{')])).toMatchObject({ exit: 1, out: '' });
  });

  it('checks the others where one cannot be read, and ends with the worst', async () => {
    const words = [join(desk, 'missing'), put('broken', '{'), put('secret', serialiseArticle(secret))];
    const ended = await standfirst(['check', ...words]);
    expect(ended.exit).toBe(3);
    expect(ended.errors).toEqual([
      expect.stringContaining('missing: there is no such file'),
      expect.stringContaining('the file is not JSON'),
    ]);
    expect(ended.out).toContain('[off-the-record]');
    const inJson = await standfirst(['check', '--json', ...words]);
    expect(JSON.parse(inJson.out)).toMatchObject([{ article: pathOf('secret') }]);
  });
});

describe('standfirst places', () => {
  const paragraphs = Array.from({ length: 30 }, (_, number) =>
    p(`Paragraph ${number}. ${'The sea rose by a hand. '.repeat(12)}`),
  );
  const long = article({ slug: 'long', headline: 'Long' }, ...paragraphs);

  it('tells each place with its reason and writes nothing', async () => {
    const folder = put('long', serialiseArticle(long));
    const ended = await standfirst(['places', folder]);
    expect(ended).toMatchObject({ exit: 0, errors: [] });
    expect(ended.out).toMatch(/^Block \d+ \(automatic\): /);
    expect(readFileSync(pathOf('long'), 'utf8')).toBe(serialiseArticle(long));
  });

  it('with --write saves the breaks it told of, and a second time changes nothing', async () => {
    const folder = put('long', serialiseArticle(long));
    const told = await standfirst(['places', folder, '--write']);
    const written = readFileSync(pathOf('long'), 'utf8');
    const parsed = parseArticle(written);
    const breaks = parsed.ok
      ? parsed.value.body.flatMap((block, index) => (block.kind === 'adBreak' ? [index + 1] : []))
      : [];
    expect(breaks.length).toBeGreaterThan(1);
    expect([...told.out.matchAll(/^Block (\d+)/gm)].map(([, number]) => Number(number))).toEqual(breaks);
    expect((await standfirst(['places', folder, '--write'])).exit).toBe(0);
    expect(readFileSync(pathOf('long'), 'utf8')).toBe(written);
  });

  it('refuses a wrong call and an article that is none', async () => {
    expect(await standfirst(['places'])).toMatchObject({ exit: 2 });
    expect(await standfirst(['places', put('broken', '{}')])).toMatchObject({ exit: 1 });
    expect(await standfirst(['places', join(desk, 'missing')])).toMatchObject({ exit: 3 });
  });
});
