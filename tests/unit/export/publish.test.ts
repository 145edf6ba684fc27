import { describe, expect, it } from 'vitest';
import {
  adBreak,
  article,
  blockquote,
  bold,
  br,
  bullets,
  deskNote,
  divider,
  embed,
  factBox,
  h,
  image,
  inlines,
  item,
  link,
  mention,
  note,
  numbers,
  p,
  pullQuote,
  quote,
  table,
  tk,
} from '../../../shared/article/build';
import { defaultDeskSettings } from '../../../shared/article/desk-settings';
import type { Inline } from '../../../shared/article/inline';
import { newQuotation } from '../../../shared/article/quotation';
import { newSource, type Source, type Terms } from '../../../shared/article/source';
import { publish } from '../../../shared/export/publish';
import type { PublishedArticle } from '../../../shared/export/published';
import { describeRefusal, type Refusal } from '../../../shared/export/refusal';

const desk = { ...defaultDeskSettings, canonicalBase: 'https://example.org/news' };
const published = (story: Parameters<typeof publish>[0]): PublishedArticle => {
  const result = publish(story, desk, { canonicalUrl: null });
  if (!result.ok) throw new Error(result.error.map(describeRefusal).join('\n'));
  return result.value.article;
};
const refusals = (story: Parameters<typeof publish>[0]): readonly Refusal[] => {
  const result = publish(story, desk, { canonicalUrl: null });
  return result.ok ? [] : result.error;
};
const kerry = (terms: Terms, fields: Partial<Source> = {}): Source => ({
  ...newSource('s1', 'John Kerry'),
  role: 'the senator',
  publishedAs: 'a senior official',
  terms,
  ...fields,
});
const spoken = (terms: Terms | null, source: Source) => ({
  sources: [source],
  quotations: [{ ...newQuotation('q1', 's1'), terms }],
});
const text = (words: string) => [{ kind: 'text', text: words, marks: [] }];

it('keeps a name at the desk that was merged into an unnamed source', () => {
  const merged = kerry('on-background', { otherNames: ['Zebulon Quist'] });
  const story = (words: string, ...more: readonly Source[]) =>
    article({ ...spoken(null, merged), sources: [merged, ...more] }, p(quote('q1', '“Yes”'), words));
  expect(refusals(story(' said Zebulon Quist.'))).toMatchObject([{ code: 'name-of-unnamed-source' }]);
  expect(refusals(story(' said Zebulon Quist.', { ...merged, id: 's3' }))).toHaveLength(1);
  expect(refusals(story(' said the official.'))).toEqual([]);
  // Somebody of that name who stands in the story on the record.
  const named = newSource('s2', 'Zebulon Quist');
  const both = story(' said ', named);
  expect(
    refusals({ ...both, body: [...both.body, p(mention('s2', 'Zebulon Quist'), ' objected.')] }),
  ).toEqual([]);
});

describe('publishing', () => {
  it('leaves out what was begun and not written: empty items at the end of a list, lists and tables without a word', () => {
    const { body } = published(
      article(
        {},
        bullets('One', '', item(['Two'], bullets('', item([tk('TK')]))), ''),
        numbers('', ''),
        table(true, ['', ' '], ['', '']),
        table(false, ['', 'One'], ['', '']),
      ),
    );
    const items = [
      { children: text('One'), lists: [] },
      { children: [], lists: [] },
      { children: text('Two'), lists: [] },
    ];
    expect(body).toEqual([
      { kind: 'list', ordered: false, start: 1, items },
      {
        kind: 'table',
        headerRow: false,
        rows: [
          [[], text('One')],
          [[], []],
        ],
      },
    ]);
  });

  it('leaves out desk notes, gaps to come and unknown blocks, and counts them', () => {
    const result = publish(
      article(
        { headline: 'Tides' },
        p('One ', note('n1', 'Ask again', 'two'), tk('TK age')),
        deskNote('d1', 'Lawyer has seen this'),
        { kind: 'unknown', raw: { kind: 'poll' } },
        p(''),
      ),
      desk,
      { canonicalUrl: null },
    );
    if (!result.ok) throw new Error('refused');
    expect(result.value.article.body).toEqual([{ kind: 'paragraph', children: text('One two') }]);
    expect(result.value.omitted).toEqual([
      { code: 'note', count: 1, blocks: [0] },
      { code: 'to-come', count: 1, blocks: [0] },
      { code: 'desk-note', count: 1, blocks: [1] },
      { code: 'unknown-block', count: 1, blocks: [2] },
    ]);
  });

  it('leaves out a lead picture and a correction in which a newer version wrote, and counts them', () => {
    const newer = [{ kind: 'time', children: [{ kind: 'text', text: 'At noon' }] }];
    const date = '2026-01-01T00:00:00Z';
    const result = publish(
      {
        ...article({ headline: 'Tides' }, p('One')),
        leadImage: image('a.jpg', { credit: 'Ada Field', extra: { caption: newer } }),
        corrections: [
          { type: 'correction', date, text: inlines('It rose.') },
          { type: 'correction', date, text: [], extra: { text: newer } },
        ],
      },
      desk,
      { canonicalUrl: null },
    );
    if (!result.ok) throw new Error('refused');
    expect(result.value.article).toMatchObject({ leadImage: null, corrections: [{ date }] });
    expect(JSON.stringify(result.value.article)).not.toMatch(/At noon|Ada Field/);
    expect(result.value.omitted).toEqual([{ code: 'unknown-block', count: 2, blocks: [] }]);
  });

  it('resolves ad breaks: slot by order, label and size from break, article or desk', () => {
    const story = article({}, adBreak(), adBreak({ slot: 'mid', label: 'Ad', size: '320x50' }));
    const continuation = 'Article continues after advertisement';
    expect(published(story).body).toEqual([
      {
        kind: 'adBreak',
        number: 1,
        slot: 'article-1',
        label: 'Advertisement',
        continuation,
        width: 300,
        height: 250,
      },
      { kind: 'adBreak', number: 2, slot: 'mid', label: 'Ad', continuation, width: 320, height: 50 },
    ]);
    const policy = { ...desk.adPolicy, size: '728x90' };
    expect(published({ ...story, adPolicy: policy }).body[0]).toMatchObject({ width: 728, height: 90 });
  });

  it('parts the paragraphs of a block quote at two line breaks, also inside links and quotations', () => {
    const story = article(
      {},
      blockquote('', 'One', br, 'two', br, br, link('https://example.org/', 'three', br, br, br, 'four'), br),
    );
    const url = 'https://example.org/';
    expect(published(story).body).toEqual([
      {
        kind: 'blockquote',
        attribution: null,
        paragraphs: [
          [...text('One'), { kind: 'lineBreak' }, ...text('two')],
          [{ kind: 'link', url, children: text('three') }],
          [{ kind: 'link', url, children: text('four') }, { kind: 'lineBreak' }],
        ],
      },
    ]);
  });

  it('makes line ends in texts line breaks and drops what no format can carry', () => {
    expect(published(article({ headline: 'A\u0000\nB\ud800' }, p('x\r\ny\u0007z\ufffe'))).body).toEqual([
      { kind: 'paragraph', children: [...text('x'), { kind: 'lineBreak' }, ...text('yz')] },
    ]);
    expect(published(article({ headline: 'A\u0000\nB\ud800' })).headline).toBe('A B\ufffd');
  });

  it('keeps the words of a link whose address may not leave, and of a link in a link', () => {
    const story = article(
      {},
      p(link('javascript:alert(1)', 'one')),
      p(link('https://a.example/', 'two ', link('https://b.example/', 'three'))),
      p(link('https://a.example/', ' ')),
      embed('data:text/html,x', { title: 'four' }),
    );
    expect(published(story).body).toEqual([
      { kind: 'paragraph', children: text('one') },
      {
        kind: 'paragraph',
        children: [{ kind: 'link', url: 'https://a.example/', children: text('two three') }],
      },
    ]);
  });

  it('hands nobody the user name and password of an older link', () => {
    expect(published(article({}, p(link('https://ada:tide@a.example/x?to=b@c', 'one')))).body).toEqual([
      {
        kind: 'paragraph',
        children: [{ kind: 'link', url: 'https://a.example/x?to=b@c', children: text('one') }],
      },
    ]);
  });

  it('appends the slug to the desk’s address', () => {
    expect(published(article({ slug: 'tides' })).canonicalUrl).toBe('https://example.org/news/tides');
  });

  it('carries no field that it does not know', () => {
    const extra = { mood: 'SECRET' };
    const story = article(
      {
        extra,
        bylines: [{ name: 'Ada Field', extra }],
        leadImage: { ...image('a.jpg'), extra },
        sources: [{ ...kerry('on-the-record'), extra }],
        quotations: [{ ...newQuotation('q1', 's1'), extra }],
        corrections: [
          { type: 'correction', date: '2026-01-01T00:00:00Z', text: [{ ...bold('x'), extra }], extra },
        ],
      },
      { ...p({ ...bold('a'), extra }, { ...quote('q1', 'b'), extra }), extra },
      { ...image('b.jpg'), extra },
      { ...table(true, ['x']), extra },
      { ...factBox('t', { ...p('x'), extra }), extra },
      { ...embed('https://example.org/'), extra },
      { ...adBreak(), extra },
      { ...divider, extra },
      { ...h(2, 'x'), extra },
    );
    expect(JSON.stringify(published(story))).not.toContain('SECRET');
  });
});

describe('attribution', () => {
  const said = (terms: Terms | null, source: Source) =>
    published(article(spoken(terms, source), p(quote('q1', '“Yes,”'), ' she said.', quote('q1', '“Soon.”'))));

  it('names a source on the record, and joins the parts of a quotation', () => {
    expect(said(null, kerry('on-the-record')).quotations).toEqual([
      {
        text: '“Yes,” “Soon.”',
        kind: 'direct',
        date: null,
        speaker: {
          kind: 'person',
          name: 'John Kerry',
          role: 'the senator',
          organisation: null,
          url: null,
          named: true,
        },
      },
    ]);
  });

  it('describes a source on background', () => {
    expect(said(null, kerry('on-background')).quotations[0]?.speaker).toMatchObject({
      name: 'a senior official',
      role: null,
      named: false,
    });
    expect(said('on-background', kerry('on-the-record')).quotations[0]?.speaker.named).toBe(false);
  });

  it('keeps the day of a talk with a source who may not be named', () => {
    const dated = (terms: Terms) => {
      const fields = spoken(null, kerry(terms));
      const quotations = fields.quotations.map((one) => ({ ...one, date: '2026-02-27T10:00:00Z' }));
      return published(article({ ...fields, quotations }, p(quote('q1', '“Yes”')))).quotations[0]?.date;
    };
    expect([dated('on-the-record'), dated('on-background')]).toEqual(['2026-02-27T10:00:00Z', null]);
  });

  it('gives no attribution on deep background: the words are plain words', () => {
    const result = said(null, kerry('deep-background'));
    expect(result.quotations).toEqual([]);
    expect(result.body).toEqual([{ kind: 'paragraph', children: text('“Yes,” she said.“Soon.”') }]);
  });

  it('puts the published name of the source in place of what was typed under a block quote', () => {
    const under = (terms: Terms) =>
      published(article({ sources: [kerry(terms)] }, { ...blockquote('Typed', 'Words'), sourceId: 's1' }))
        .body[0];
    expect(under('on-the-record')).toMatchObject({ attribution: { kind: 'person', name: 'John Kerry' } });
    expect(under('on-background')).toMatchObject({ attribution: { name: 'a senior official' } });
    expect(under('deep-background')).toMatchObject({ attribution: null });
    expect(published(article({}, blockquote('Typed', 'Words'))).body[0]).toMatchObject({
      attribution: { kind: 'text', name: 'Typed' },
    });
  });
});

describe('words on terms of their own', () => {
  const open = kerry('on-the-record');
  const pulled = (children: readonly Inline[]) => ({ ...pullQuote('Typed', 'x'), children, sourceId: 's1' });
  const words = inlines('“It will sink', ' this year,”');

  it('carry no name under a pull quote in which they are tagged', () => {
    const under = (terms: Terms) =>
      published(article(spoken(terms, open), pulled([quote('q1', '“It will sink”')]))).body[0];
    expect(under('on-the-record')).toMatchObject({ attribution: { name: 'John Kerry' } });
    expect(under('on-background')).toMatchObject({ attribution: { name: 'a senior official' } });
    expect(under('deep-background')).toMatchObject({ attribution: null });
  });

  it('carry no name under a pull quote that repeats them out of the caption of the lead image or a correction', () => {
    const { kind: _, ...leadImage } = image('a.png', { caption: [{ ...quote('q1'), children: words }] });
    const corrected = {
      date: '2026-05-06T07:08:09Z',
      type: 'correction' as const,
      text: [{ ...quote('q1'), children: words }],
    };
    for (const place of [{ leadImage }, { corrections: [corrected] }]) {
      const story = article(
        { ...spoken('on-background', open), ...place },
        pulled(inlines('It will sink this year')),
      );
      expect(published(story).body[0]).toMatchObject({ attribution: { name: 'a senior official' } });
    }
  });

  it('are told of where their attribution is withheld', () => {
    const story = article(
      spoken('deep-background', open),
      pulled([quote('q1', '“It will sink”')]),
      pulled([quote('q1', '“It will sink”')]),
    );
    const result = publish(story, desk, { canonicalUrl: null });
    expect(result.ok && result.value.omitted).toEqual([
      { code: 'withheld-attribution', count: 2, blocks: [0, 1] },
    ]);
  });

  it('carry no name under a pull quote that repeats them', () => {
    const repeated = (terms: Terms, ...pull: readonly (string | Inline)[]) =>
      article(
        spoken(terms, open),
        p({ ...quote('q1'), children: words }, ' he said.'),
        pulled(inlines(...pull)),
      );
    const under = (terms: Terms, ...pull: readonly (string | Inline)[]) =>
      published(repeated(terms, ...pull)).body[1];
    const described = { attribution: { name: 'a senior official' } };
    expect(under('on-background', 'It will sink')).toMatchObject(described);
    expect(under('on-background', 'It will ', bold('sink'), ' this year')).toMatchObject(described);
    expect(under('on-background', 'It will sink this year, and so be it')).toMatchObject(described);
    expect(under('deep-background', 'It will sink')).toMatchObject({ attribution: null });
    expect(under('on-background', 'It did not')).toMatchObject({ attribution: { name: 'John Kerry' } });
    expect(refusals(repeated('off-the-record', 'It will sink'))).toMatchObject([
      { code: 'off-the-record', place: { block: 0 } },
      { code: 'off-the-record', place: { block: 1 } },
    ]);
  });

  it('make the name secret although it stands under them', () => {
    const story = article(
      spoken('on-background', open),
      pulled([quote('q1', '“It will sink”')]),
      p('So John Kerry went.'),
    );
    expect(refusals(story)).toMatchObject([{ code: 'name-of-unnamed-source', place: { block: 1 } }]);
  });

  it.each([
    ['inner', 'on-the-record', 'on-background'],
    ['outer', 'on-background', 'on-the-record'],
  ] as const)('bind a quotation of the same speaker in and around them: %s', (_, outer, inner) => {
    const fields = {
      sources: [open],
      quotations: [
        { ...newQuotation('q1', 's1'), terms: outer },
        { ...newQuotation('q2', 's1'), terms: inner },
      ],
    };
    const nested = p(quote('q1', 'We said ', quote('q2', 'it will sink'), ' again'));
    expect(published(article(fields, nested)).quotations.map(({ speaker }) => speaker.name)).toEqual([
      'a senior official',
      'a senior official',
    ]);
    expect(refusals(article(fields, nested, p('So John Kerry went.')))).toMatchObject([
      { code: 'name-of-unnamed-source' },
    ]);
  });
});

it('a quotation of which a part stands within words on background is not joined under the name', () => {
  const fields = {
    sources: [kerry('on-the-record')],
    quotations: [newQuotation('q1', 's1'), { ...newQuotation('q2', 's1'), terms: 'on-background' as const }],
  };
  const story = article(fields, p(quote('q1', 'Openly'), quote('q2', 'quietly ', quote('q1', 'and on'))));
  expect(published(story).quotations.map(({ text: words, speaker }) => [words, speaker.name])).toEqual([
    ['Openly', 'John Kerry'],
    ['and on', 'a senior official'],
    ['quietly and on', 'a senior official'],
  ]);
});

describe('words off the record', () => {
  it('stop the export and are named with their place', () => {
    const story = article(
      spoken('off-the-record', kerry('on-the-record')),
      p('Before'),
      p('He said ', quote('q1', '“it ', bold('sank'), '”')),
    );
    expect(refusals(story)).toEqual([
      { code: 'off-the-record', place: { part: 'body', block: 1 }, excerpt: '“it sank”' },
    ]);
  });

  const words = quote('q1', 'it sank');
  it.each([
    ['a heading', article(spoken(null, kerry('off-the-record')), h(2, words))],
    [
      'a table',
      article(spoken(null, kerry('off-the-record')), {
        ...table(false, ['x']),
        rows: [[{ children: [words] }]],
      }),
    ],
    ['a fact box', article(spoken(null, kerry('off-the-record')), factBox('Box', p(words)))],
    ['a caption', article(spoken(null, kerry('off-the-record')), image('a.jpg', { caption: [words] }))],
    [
      'the lead image',
      article({ ...spoken(null, kerry('off-the-record')), leadImage: image('a.jpg', { caption: [words] }) }),
    ],
    ['a note’s words', article(spoken(null, kerry('off-the-record')), p(note('n', 'x', words)))],
    ['a link', article(spoken(null, kerry('off-the-record')), p(link('https://example.org/', words)))],
    [
      'a correction',
      article({
        ...spoken(null, kerry('off-the-record')),
        corrections: [{ type: 'correction', date: '2026-01-01T00:00:00Z', text: [words] }],
      }),
    ],
    [
      'a block quote by the source',
      article({ sources: [kerry('off-the-record')] }, { ...blockquote('', 'it sank'), sourceId: 's1' }),
    ],
    [
      'a pull quote by the source',
      article({ sources: [kerry('off-the-record')] }, { ...pullQuote('', 'it sank'), sourceId: 's1' }),
    ],
  ])('are found in %s', (_, story) => {
    expect(refusals(story)).toMatchObject([{ code: 'off-the-record', excerpt: 'it sank' }]);
  });

  it('may stand in a desk note, which does not leave', () => {
    expect(refusals(article(spoken(null, kerry('off-the-record')), deskNote('d', words)))).toEqual([]);
  });
});

describe('the name of an unnamed source', () => {
  const bound = { sources: [kerry('on-background')] };
  it('stops the export and is shown with the words around it', () => {
    const story = article(
      bound,
      p('So it was, as Jo', bold('hn Ker'), 'ry told us in the evening of that long day.'),
    );
    expect(refusals(story)).toEqual([
      {
        code: 'name-of-unnamed-source',
        place: { part: 'body', block: 0 },
        excerpt: 'So it was, as John Kerry told us in the evening…',
        sourceId: 's1',
      },
    ]);
  });

  const correction = {
    type: 'correction',
    date: '2026-01-01T00:00:00Z',
    text: [bold('John Kerry')],
  } as const;
  it.each([
    ['headline', article({ ...bound, headline: 'JOHN KERRY' })],
    ['deck', article({ ...bound, deck: 'With john kerry' })],
    ['kicker', article({ ...bound, kicker: 'John Kerry' })],
    ['byline', article({ ...bound, bylines: [{ name: 'John Kerry' }] })],
    ['dateline', article({ ...bound, dateline: 'John Kerry' })],
    ['section', article({ ...bound, section: 'John Kerry' })],
    ['subjects', article({ ...bound, subjects: ['tides', 'John Kerry'] })],
    ['slug', article({ ...bound, slug: 'how-john-kerry-knew' })],
    ['slug', article({ ...bound, id: 'john_kerry' })],
    ['lead image', article({ ...bound, leadImage: image('a1-JohnKerry.jpg') })],
    ['corrections', article({ ...bound, corrections: [correction] })],
    [
      'attribution',
      article(
        spoken(null, kerry('on-background', { publishedAs: 'an aide of John Kerry' })),
        p(quote('q1', 'Yes')),
      ),
    ],
    ['body', article(bound, image('a.jpg', { alt: 'John Kerry' }))],
    ['body', article(bound, image('a.jpg', { credit: 'John Kerry' }))],
    ['body', article(bound, image('a.jpg', { caption: [bold('John Kerry')] }))],
    ['body', article(bound, p(link('https://example.org/john-kerry', 'here')))],
    ['body', article(bound, p(mention('s1', 'John Kerry')))],
    ['body', article(bound, adBreak({ label: 'John Kerry' }))],
    ['body', article(bound, adBreak({ slot: 'john.kerry' }))],
    ['body', article(bound, factBox('John Kerry', p('x')))],
    ['body', article(bound, embed('https://example.org/', { provider: 'John Kerry' }))],
    ['body', article(bound, embed('https://example.org/j/John%20Kerry'))],
    ['body', article(bound, table(true, ['First', 'Last'], ['John', 'Kerry']))],
    ['body', article(bound, blockquote('John Kerry', 'Words'))],
    ['body', article(bound, p('John', br, 'Kerry'))],
    ['body', article(bound, p('John ', tk('x'), note('n', 'c', 'Kerry')))],
    ['body', article(bound, p('See https://example.org/j/John%20Kerry'))],
    ['body', article(bound, p(link('https://example.org/?share=100%&q=John%20Kerry', 'here')))],
  ])('is found in the %s', (part, story) => {
    const found = refusals(story);
    expect(found[0]).toMatchObject({ code: 'name-of-unnamed-source', place: { part } });
    expect(describeRefusal(found[0] as Refusal)).toContain('who may not be named');
  });

  it('is found in the address given by the caller and in the masthead', () => {
    const result = publish(
      article(bound),
      { ...desk, masthead: { name: 'John Kerry News', tagline: '' } },
      {
        canonicalUrl: 'https://example.org/john-kerry',
      },
    );
    expect(result.ok ? [] : result.error.map(({ place }) => place.part)).toEqual(['masthead', 'address']);
  });

  it('does not stop the export where it stands only in what does not leave', () => {
    const story = article(
      { ...bound, notes: 'John Kerry' },
      deskNote('d', 'John Kerry'),
      p(note('n', 'John Kerry', 'Words'), tk('John Kerry')),
      { kind: 'unknown', raw: { kind: 'poll', question: 'John Kerry?' } },
    );
    expect(refusals(story)).toEqual([]);
  });

  it.each(['Kerry, John', 'John Kerry (Foggy Bottom)', 'John “Jack” Kerry', 'Sen. John Kerry, the elder'])(
    'is found however it stands in the book: %s',
    (name) => {
      const story = article({ sources: [kerry('on-background', { name })] }, p('So John Kerry went.'));
      expect(refusals(story)).toMatchObject([{ code: 'name-of-unnamed-source' }]);
    },
  );

  it('is not mistaken for the kind of a block', () => {
    const story = article({ sources: [kerry('on-background', { name: 'Paragraph' })] }, p('Words'));
    expect(refusals(story)).toEqual([]);
  });
});

describe('references that lead nowhere', () => {
  it.each([
    ['quotation', article({}, p(quote('q9', 'Yes')))],
    ['source', article({}, p(mention('s9', 'Yes')))],
    ['source', article({ quotations: [newQuotation('q1', 's9')] }, p(quote('q1', 'Yes')))],
    ['source', article({}, { ...blockquote('', 'Yes'), sourceId: 's9' })],
    [
      'quotation',
      article({ quotations: [newQuotation('q1', null), newQuotation('q1', null)] }, p(quote('q1', 'Yes'))),
    ],
  ])('stop the export, because nobody knows the terms: %s', (reference, story) => {
    expect(refusals(story)).toEqual([
      { code: 'missing-reference', reference, place: { part: 'body', block: 0 }, excerpt: 'Yes' },
    ]);
  });
});
