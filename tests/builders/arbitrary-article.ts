import fc from 'fast-check';
import type { Article } from '../../shared/article/article';
import { statusNames } from '../../shared/article/article';
import type { Block, List, ListItem, Paragraph } from '../../shared/article/block';
import { type Inline, type Mark, markNames } from '../../shared/article/inline';
import { mediumNames, type Quotation, quotationKinds } from '../../shared/article/quotation';
import { newSource, type Source, sourceKinds, termsNames } from '../../shared/article/source';

/** Words as they are typed, with the characters that break careless code: quotes, markup, emoji, right-to-left. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'tide',
          'rose',
          'the',
          'mayor',
          'said',
          'Río',
          '“we’ll',
          'see”',
          '—',
          '7.5',
          'a&b',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '<b>',
          '"',
          '&amp;',
          '👩‍👩‍👧',
          'שלום',
          'e\u0301',
          '`*_#',
          '</script>',
          ']]>',
          '-->',
          '\\',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' ').replace(/[\u0000-\u001f\u007f-\u009f\u00a0\u2028\u2029\ufeff]+/g, ' '))
  // Lone surrogates cannot be written to a UTF-8 file; runs of spaces are the copy desk's business.
  .map((text) =>
    text
      .replace(/[\ud800-\udfff]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

export const ids: fc.Arbitrary<string> = fc.uuid();

export const moments: fc.Arbitrary<string> = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const addresses = fc.oneof(
  fc.constantFrom(
    'https://example.org/',
    'http://example.org/a?b=c&d=%22',
    'mailto:desk@example.org',
    'tel:+4930123456',
  ),
  fc
    .webUrl({ withQueryParameters: true })
    .map((url) => url.replace(/'/g, '%27').replace(/[{}|\\^`"<>\s]/g, '')),
);

const marks: fc.Arbitrary<readonly Mark[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<readonly Mark[]>([]) },
  fc.subarray([...markNames]).map((chosen) => markNames.filter((name) => chosen.includes(name))),
);

/** Puts runs side by side as an editor keeps them: neighbours with equal marks, or equal addresses, are one. */
export function settled(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && last.marks.join() === inline.marks.join()) {
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    } else if (inline.kind === 'link' && last?.kind === 'link' && last.url === inline.url) {
      result[result.length - 1] = { ...last, children: settled([...last.children, ...inline.children]) };
    } else result.push(inline);
  }
  return result;
}

interface References {
  readonly quoteIds: readonly string[];
  readonly sourceIds: readonly string[];
}

const text = fc.record({ kind: fc.constant('text' as const), text: words, marks });

function inlinesWith(references: References): fc.Arbitrary<readonly Inline[]> {
  const plain: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'lineBreak' }) },
  );
  const linked: fc.Arbitrary<Inline> = fc.record({
    kind: fc.constant('link' as const),
    url: addresses,
    children: fc.array(text, { minLength: 1, maxLength: 2 }).map(settled),
  });
  const inner = fc
    .array(fc.oneof({ weight: 4, arbitrary: plain }, linked), { minLength: 1, maxLength: 3 })
    .map(settled);
  const spans: fc.Arbitrary<Inline>[] = [
    linked,
    fc.record({ kind: fc.constant('tk' as const), text: fc.constantFrom('TK', 'TK age') }),
    fc.record({
      kind: fc.constant('note' as const),
      id: ids,
      note: words,
      author: fc.constantFrom('', 'Desk'),
      resolved: fc.boolean(),
      children: inner,
    }),
  ];
  if (references.quoteIds.length > 0) {
    spans.push(
      fc.record({
        kind: fc.constant('quotation' as const),
        quoteId: fc.constantFrom(...references.quoteIds),
        children: inner,
      }),
    );
  }
  if (references.sourceIds.length > 0) {
    spans.push(
      fc.record({
        kind: fc.constant('mention' as const),
        sourceId: fc.constantFrom(...references.sourceIds),
        children: fc.array(text, { minLength: 1, maxLength: 2 }).map(settled),
      }),
    );
  }
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: plain }, { weight: 3, arbitrary: fc.oneof(...spans) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map(settled);
}

/** One block of any kind whose quotations and mentions refer to the given ids. */
export function blocksWith(references: References): fc.Arbitrary<Block> {
  const children = inlinesWith(references);
  const paragraph: fc.Arbitrary<Paragraph> = fc.record({ kind: fc.constant('paragraph' as const), children });
  const listOf = (depth: number): fc.Arbitrary<List> =>
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      start: fc.constantFrom(1, 5),
      items: fc.array(
        fc.record<ListItem>({
          children,
          lists: depth === 0 ? fc.constant([]) : fc.array(listOf(depth - 1), { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    });
  const attribution = fc.oneof(fc.constant(''), words);
  const sourceId = fc.constantFrom(null, ...references.sourceIds);
  const none = fc.constant('');
  return fc.oneof(
    { weight: 8, arbitrary: paragraph },
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      children,
    }),
    listOf(2),
    fc.record({ kind: fc.constant('blockquote' as const), children, attribution, sourceId }),
    fc.record({ kind: fc.constant('pullQuote' as const), children, attribution, sourceId }),
    fc.record({
      kind: fc.constant('image' as const),
      file: fc.constantFrom('a1b2c3d4-harbour.jpg', '0f0f0f0f-portrait.png'),
      alt: fc.oneof(none, words),
      caption: fc.oneof(fc.constant([]), children),
      credit: fc.oneof(none, words),
      width: fc.constantFrom(0, 1200),
      height: fc.constantFrom(0, 800),
    }),
    fc.record({
      kind: fc.constant('adBreak' as const),
      slot: fc.constantFrom('', 'article-1', 'site/news.mid_2'),
      label: fc.oneof(none, words),
      size: fc.constantFrom('', '300x250', '320x50'),
      placed: fc.constantFrom('hand' as const, 'auto' as const),
    }),
    fc.record({
      kind: fc.constant('factBox' as const),
      title: fc.oneof(none, words),
      body: fc.array(fc.oneof<fc.Arbitrary<Paragraph | List>[]>(paragraph, listOf(0)), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    fc.record({
      kind: fc.constant('embed' as const),
      url: fc.constant('https://example.org/post/1'),
      title: fc.oneof(none, words),
      description: fc.oneof(none, words),
      provider: fc.oneof(none, words),
    }),
    fc.integer({ min: 1, max: 3 }).chain((columns) =>
      fc.record({
        kind: fc.constant('table' as const),
        headerRow: fc.boolean(),
        rows: fc.array(fc.array(fc.record({ children }), { minLength: columns, maxLength: columns }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    ),
    fc.constant<Block>({ kind: 'divider' }),
    fc.record({
      kind: fc.constant('correction' as const),
      type: fc.constantFrom('correction' as const, 'clarification' as const),
      date: moments,
      children,
    }),
    fc.record({
      kind: fc.constant('deskNote' as const),
      id: ids,
      author: none,
      resolved: fc.boolean(),
      children,
    }),
    fc.constant<Block>({ kind: 'unknown', raw: { kind: 'poll', question: 'Will the tide turn?' } }),
  );
}

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 3 });

export const sources: fc.Arbitrary<Source> = fc
  .record({
    id: ids,
    name: words,
    kind: fc.constantFrom(...sourceKinds),
    role: fc.oneof(fc.constant(''), words),
    organisation: fc.oneof(fc.constant(''), words),
    publishedAs: fc.constantFrom('', 'a senior official'),
    reasonUnnamed: fc.oneof(fc.constant(''), words),
    terms: fc.constantFrom(...termsNames),
    contact: fc.oneof(fc.constant(''), words),
    notes: fc.oneof(fc.constant(''), words),
  })
  .map((fields) => ({ ...newSource(fields.id, fields.name), ...fields }));

const quotationWith = (sourceIds: readonly string[]): fc.Arbitrary<Quotation> =>
  fc.record({
    id: ids,
    sourceId: fc.constantFrom(null, ...sourceIds),
    terms: maybe(fc.constantFrom(...termsNames)),
    kind: fc.constantFrom(...quotationKinds),
    medium: maybe(fc.constantFrom(...mediumNames)),
    date: maybe(moments),
    evidence: fc.array(
      fc.record({ kind: fc.constantFrom('recording' as const, 'notes' as const), reference: words }),
      {
        maxLength: 2,
      },
    ),
    checked: maybe(fc.record({ by: words, at: moments, text: words })),
  });

/** Any article the model allows, with every kind of block and inline and consistent references. */
export const articles: fc.Arbitrary<Article> = fc
  .uniqueArray(sources, { maxLength: 3, selector: (source) => source.id })
  .chain((book) => {
    const sourceIds = book.map((source) => source.id);
    return fc
      .uniqueArray(quotationWith(sourceIds), { maxLength: 3, selector: (quotation) => quotation.id })
      .chain((quotations) => {
        const references = { quoteIds: quotations.map((quotation) => quotation.id), sourceIds };
        return fc.record<Article>({
          format: fc.constant({ name: 'standfirst-article' as const, version: '1.2' }),
          id: ids,
          slug: fc.constantFrom('tides', 'budget-vote-2026', 'a'),
          language: fc.constantFrom('en', 'en-GB', 'de'),
          kicker: fc.oneof(fc.constant(''), words),
          headline: words,
          deck: fc.oneof(fc.constant(''), words),
          bylines: fc.array(fc.record({ name: fc.constantFrom('Ada Field', 'Ben Okri', 'Zoë Núñez') }), {
            maxLength: 2,
          }),
          dateline: fc.constantFrom('', 'MOSCOW', 'Lagos, Nigeria'),
          section: fc.constantFrom('', 'World'),
          subjects: fc.subarray(['medtop:11000000', 'tides']),
          status: fc.constantFrom(...statusNames),
          embargo: maybe(moments),
          created: moments,
          modified: moments,
          published: maybe(moments),
          leadImage: maybe(
            fc.record({
              file: fc.constant('a1b2c3d4-harbour.jpg'),
              alt: words,
              caption: inlinesWith(references),
              credit: words,
              width: fc.constant(1200),
              height: fc.constant(800),
            }),
          ),
          body: fc.array(blocksWith(references), { maxLength: 8 }),
          quotations: fc.constant(quotations),
          sources: fc.constant(book),
          corrections: fc.array(
            fc.record({
              type: fc.constantFrom('correction' as const, 'clarification' as const),
              date: moments,
              text: inlinesWith(references),
            }),
            { maxLength: 1 },
          ),
          adPolicy: fc.constant(null),
          ignoredChecks: fc.array(
            fc.record({ code: fc.constant('doubled-word'), excerpt: words, reason: words }),
            { maxLength: 2 },
          ),
          targetWords: fc.constantFrom(0, 800),
          notes: fc.oneof(fc.constant(''), words),
        });
      });
  });
