import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleCodec } from '../../../shared/article/article';
import {
  adBreak,
  article,
  bold,
  bullets,
  divider,
  item,
  link,
  note,
  p,
  quote,
  table,
  text,
} from '../../../shared/article/build';
import { defaultDeskSettings, formatNames } from '../../../shared/article/desk-settings';
import { mostCharacters, parseArticle, parseArticleAs, serialiseArticle } from '../../../shared/article/file';
import type { Inline } from '../../../shared/article/inline';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';
import { recordsNamed } from '../../../shared/article/traverse';
import { deepestLevels } from '../../../shared/base/codec';
import type { JsonObject } from '../../../shared/base/json';
import { exportArticle } from '../../../shared/export/formats';
import { exportWord } from '../../../shared/export/word/export';
import { articles } from '../../builders/arbitrary-article';

const story = article(
  { headline: 'Tides', quotations: [newQuotation('q1', 's1')], sources: [newSource('s1', 'Ada Field')] },
  p('The sea ', bold('rose'), '. ', quote('q1', '“It did,”'), ' she said.'),
  adBreak({ slot: 'article-1' }),
  p(link('https://example.org/', 'More'), note('n1', 'Ask again', ' later')),
  table(true, ['Town', 'cm'], ['Wick', '41']),
  divider,
);

/** The JSON of `story` with one change. */
function storyWith(change: (json: Record<string, unknown>) => void): string {
  const json = JSON.parse(serialiseArticle(story)) as Record<string, unknown>;
  change(json);
  return JSON.stringify(json);
}

describe('an article file', () => {
  it('reads back as it was written', () => {
    expect(parseArticle(serialiseArticle(story))).toEqual({ ok: true, value: story });
  });

  it('nested as deep as may be reads back and leaves in every format; one level more is damage', () => {
    const nested = (levels: number) => {
      let list = bullets('The last');
      for (let level = 0; level < levels; level += 1) list = bullets(item(['Above'], list));
      let words: Inline = text('The last');
      for (let level = 0; level < levels; level += 1) words = note(`n${level}`, 'Ask', words);
      return article({ headline: 'Depths' }, list, p(words));
    };
    const deepest = nested(deepestLevels - 1);
    expect(parseArticle(serialiseArticle(deepest))).toEqual({ ok: true, value: deepest });
    const options = {
      ads: 'neutral',
      look: 'wire',
      houseStyle: null,
      canonicalUrl: null,
      crops: false,
    } as const;
    for (const format of formatNames) {
      expect(exportArticle(deepest, defaultDeskSettings, format, options).ok).toBe(true);
    }
    expect(exportWord(deepest, defaultDeskSettings, new Map()).ok).toBe(true);
    expect(parseArticle(serialiseArticle(nested(deepestLevels + 1)))).toMatchObject({
      ok: false,
      error: { code: 'damaged', expected: `at most ${deepestLevels} levels within each other` },
    });
  });

  it('keeps what it does not know only as deep as it can be written again', () => {
    for (const field of ['kind', 'layout']) {
      const known = storyWith((json) => Object.assign(json, { body: [{ kind: 'grid', [field]: 'DEEP' }] }));
      const deep = known.replace('"DEEP"', () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
      if (field === 'layout') expect(parseArticle(known)).toMatchObject({ ok: true });
      expect(parseArticle(deep)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    }
    const extra = storyWith((json) => Object.assign(json, { mood: 'DEEP' }));
    const deep = extra.replace('"DEEP"', () => `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(parseArticle(deep)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  it('reads back as it was written, for every article', () => {
    fc.assert(
      fc.property(articles, (any) => {
        const text = serialiseArticle(any);
        const parsed = parseArticle(text);
        expect(parsed).toEqual({ ok: true, value: any });
        if (parsed.ok) expect(serialiseArticle(parsed.value)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('writes JSON in two spaces with a line end, for every article', () => {
    fc.assert(
      fc.property(articles, (any) => {
        expect(serialiseArticle(any)).toBe(`${JSON.stringify(articleCodec.encode(any), null, 2)}\n`);
      }),
      { numRuns: 300 },
    );
  });

  it('writes the same text whatever the order of keys in memory', () => {
    const reversed = Object.fromEntries(Object.entries(story).reverse()) as typeof story;
    expect(serialiseArticle(reversed)).toBe(serialiseArticle(story));
  });

  it.each([
    ['1.0', 0, []],
    ['1.1', 800, []],
    ['1.2', 800, ['Zebulon Quist']],
  ])('opens the fixture of version %s', (version, targetWords, otherNames) => {
    const text = readFileSync(
      new URL(`../../fixtures/article/version-${version}.json`, import.meta.url),
      'utf8',
    );
    const parsed = parseArticle(text);
    expect(parsed.ok && parsed.value.headline).toBe('Harbour wall to be raised by a metre');
    expect(parsed.ok && parsed.value.targetWords).toBe(targetWords);
    expect(parsed.ok && parsed.value.sources[1]?.otherNames).toEqual(otherNames);
    // Saved again it differs in its version alone.
    const saved = text.replace(`"version": "${version}"`, '"version": "1.2"');
    if (parsed.ok) expect(serialiseArticle(parsed.value)).toBe(saved);
  });

  it('accepts a byte order mark and Windows line ends', () => {
    const text = `\uFEFF${serialiseArticle(story).replaceAll('\n', '\r\n')}`;
    expect(parseArticle(text)).toEqual({ ok: true, value: story });
  });
});

describe('what a newer minor version wrote', () => {
  const newer = storyWith((json) => {
    json.format = { name: 'standfirst-article', version: '1.7', tool: 'newer' };
    json.mood = { colour: 'blue' };
    (json.body as Record<string, unknown>[]).push({ kind: 'poll', question: 'Yes?', options: [1, 2] });
    const inline = (json.body as Record<string, Record<string, unknown>[]>[])[0]?.children?.[1];
    if (inline) inline.tone = 'dry';
    json.__proto__x = 1;
  });

  it('survives a save: fields, fields of parts, and whole blocks', () => {
    const parsed = parseArticle(newer);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(JSON.parse(serialiseArticle(parsed.value))).toEqual(JSON.parse(newer));
  });

  it.each([
    [
      'an inline',
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'At ' },
          { kind: 'time', at: 'noon' },
        ],
      },
    ],
    ['an inline of an item', { kind: 'list', ordered: false, items: [{ children: [{ kind: 'time' }] }] }],
    [
      'an inline of a link',
      {
        kind: 'heading',
        level: 2,
        children: [{ kind: 'note', id: 'n', note: '', children: [{ kind: 'time' }] }],
      },
    ],
    [
      'a mark',
      { kind: 'paragraph', children: [{ kind: 'text', text: 'Blackened', marks: ['redacted', 'bold'] }] },
    ],
    ['a part of a fact box', { kind: 'factBox', title: 'Port', body: [{ kind: 'chart', values: [1, 2] }] }],
  ])('keeps a block in which it wrote %s, whole and apart from all others', (_, block) => {
    const text = storyWith((json) => {
      (json.body as unknown[]).splice(1, 0, block);
    });
    const parsed = parseArticle(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.body[1]).toEqual({ kind: 'unknown', raw: block });
    expect(parsed.value.body.filter(({ kind }) => kind !== 'unknown')).toEqual(story.body);
    expect(JSON.parse(serialiseArticle(parsed.value))).toEqual(JSON.parse(text));
  });

  it('keeps captions of the lead picture and corrections, in whatever article and however deep it wrote in them', () => {
    const newerInline = fc
      .tuple(
        fc.constantFrom(
          { kind: 'time', at: 'noon', children: [{ kind: 'text', text: 'At noon' }] },
          { kind: 'text', text: 'Blackened', marks: ['redacted'] },
          { kind: 'quotation', quoteId: 'q-newer', children: [{ kind: 'time' }] },
        ),
        fc.nat(4),
      )
      .map(([inline, depth]) => {
        let nested: JsonObject = inline;
        for (let level = 0; level < depth; level += 1)
          nested = { kind: 'link', url: 'https://example.org/', children: [nested] };
        return [{ kind: 'text', text: 'Words before ' }, nested];
      });
    fc.assert(
      fc.property(articles, newerInline, newerInline, (known, caption, words) => {
        const json = JSON.parse(serialiseArticle(known)) as Record<string, unknown>;
        json.leadImage = { file: 'a1-wick.jpg', alt: 'The quay', mood: 'grey', caption };
        const correction = { type: 'correction', date: '2026-01-01T00:00:00Z', text: words };
        json.corrections = [...((json.corrections as unknown[]) ?? []), correction];
        const parsed = parseArticle(JSON.stringify(json));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
        expect(parsed.value.leadImage).toMatchObject({ alt: 'The quay', caption: [] });
        expect(parsed.value.corrections.slice(0, -1)).toEqual(known.corrections);
        expect(parsed.value.body).toEqual(known.body);
        const written = serialiseArticle(parsed.value);
        expect(JSON.parse(written)).toEqual(json);
        expect(parseArticle(written)).toEqual(parsed);
        // What is changed beside it changes nothing of it.
        const image = parsed.value.leadImage && { ...parsed.value.leadImage, alt: 'The harbour' };
        expect(JSON.parse(serialiseArticle({ ...parsed.value, leadImage: image }))).toEqual({
          ...json,
          leadImage: { file: 'a1-wick.jpg', alt: 'The harbour', mood: 'grey', caption },
        });
      }),
    );
  });

  it('needs the records that its captions and corrections name', () => {
    const quoted = (id: string) => [{ kind: 'quotation', quoteId: id, children: [{ kind: 'time' }] }];
    const parsed = parseArticle(
      storyWith((json) => {
        json.leadImage = { file: 'a.jpg', caption: quoted('q7') };
        json.corrections = [{ type: 'correction', date: '2026-01-01T00:00:00Z', text: quoted('q8') }];
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect([...recordsNamed(parsed.value).quotations]).toEqual(['q7', 'q1', 'q8']);
  });

  it('is no excuse for a caption that is damaged', () => {
    const text = storyWith((json) => {
      json.leadImage = { file: 'a.jpg', caption: [{ kind: 'time' }], credit: 7 };
    });
    expect(parseArticle(text)).toMatchObject({ ok: false, error: { where: 'leadImage.credit' } });
  });

  it('is no excuse for what is damaged beside it', () => {
    const text = storyWith((json) => {
      (json.body as unknown[]).push({ kind: 'paragraph', children: [{ kind: 7 }] });
    });
    expect(parseArticle(text)).toMatchObject({ ok: false, error: { where: 'body[5].children[0].kind' } });
  });

  it('keeps the newer version number', () => {
    const parsed = parseArticle(newer);
    expect(parsed.ok && parsed.value.format.version).toBe('1.7');
  });

  it('cannot reach the prototype of our objects', () => {
    const text = storyWith(() => undefined).replace('"headline"', '"__proto__":{"polluted":true},"headline"');
    const parsed = parseArticle(text);
    expect(parsed.ok && 'polluted' in parsed.value).toBe(false);
    expect(parsed.ok && serialiseArticle(parsed.value)).toContain('"__proto__"');
  });
});

describe('what is refused', () => {
  const refusal = (text: string) => {
    const parsed = parseArticle(text);
    return parsed.ok ? 'accepted' : parsed.error;
  };

  it.each([
    ['an empty file', '', { code: 'empty' }],
    ['white space', ' \n', { code: 'empty' }],
    ['another JSON file', '{"name":"x"}', { code: 'not-an-article' }],
    ['a list', '[]', { code: 'not-an-article' }],
    ['null', 'null', { code: 'not-an-article' }],
    [
      'a newer major version',
      storyWith((json) => {
        json.format = { name: 'standfirst-article', version: '2.0' };
      }),
      { code: 'newer-format', version: '2.0' },
    ],
    [
      'a version that is no version',
      storyWith((json) => {
        json.format = { name: 'standfirst-article', version: 'one' };
      }),
      { code: 'damaged', where: 'format.version', expected: 'a version such as 1.0' },
    ],
    [
      'a missing headline',
      storyWith((json) => {
        delete json.headline;
      }),
      { code: 'damaged', where: 'headline', expected: 'a value (it is missing)' },
    ],
    [
      'a slug that climbs out of the desk',
      storyWith((json) => {
        json.slug = '../desk';
      }),
      { code: 'damaged', where: 'slug', expected: 'a slug of lower-case letters, digits and hyphens' },
    ],
    [
      'a script behind a link, with its place',
      storyWith((json) => {
        const block = (json.body as { children: Record<string, unknown>[] }[])[2];
        if (block?.children[0]) block.children[0].url = 'javascript:alert(1)';
      }),
      {
        code: 'damaged',
        where: 'body[2].children[0].url',
        expected: 'an address that begins with https:, http:, mailto: or tel:',
      },
    ],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it('a truncated file', () => {
    const text = serialiseArticle(story);
    for (const length of [1, 50, text.length - 3]) {
      expect(refusal(text.slice(0, length))).toMatchObject({ code: 'not-json' });
    }
  });

  it('a file beyond every article', () => {
    expect(refusal(' '.repeat(mostCharacters) + serialiseArticle(story))).toMatchObject({
      code: 'too-large',
    });
  });

  it('anything at all, without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseArticle(text)));
  });
});

describe('migrations', () => {
  const steps = [
    {
      from: 1,
      name: 'heading becomes headline',
      migrate: (json: JsonObject) => ({ ...json, headline: 'From 1' }),
    },
    {
      from: 2,
      name: 'kicker in capitals',
      migrate: (json: JsonObject) => ({
        ...json,
        kicker: json.headline === 'From 1' ? 'From 1!' : 'not yet',
      }),
    },
  ];

  it('run in order from the version of the file to the present one, and raise the version', () => {
    const parsed = parseArticleAs(serialiseArticle(story), { major: 3, minor: 2 }, steps);
    expect(parsed).toMatchObject({
      ok: true,
      value: { headline: 'From 1', kicker: 'From 1!', format: { version: '3.2' } },
    });
  });

  it('a step missing from the list is our mistake and throws', () => {
    expect(() => parseArticleAs(serialiseArticle(story), { major: 4, minor: 0 }, steps)).toThrow(
      'No migration from version 3',
    );
  });
});
