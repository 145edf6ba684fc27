import fc from 'fast-check';
import type { Article } from '../../../shared/article/article';
import type { Block } from '../../../shared/article/block';
import {
  adBreak,
  blockquote,
  bold,
  bullets,
  correction,
  deskNote,
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
  text,
  tk,
} from '../../../shared/article/build';
import type { Inline } from '../../../shared/article/inline';
import { newQuotation, type Quotation } from '../../../shared/article/quotation';
import { newSource, type Source, type Terms } from '../../../shared/article/source';
import { articles } from '../../builders/arbitrary-article';

/*
 * Private strings are planted in every field that can hold them; then the article goes out through every format.
 * Either it is refused, or none of the strings stands anywhere: text, attribute, comment, metadata, file name.
 * Every planted string holds "zqx", which no other text does, so that one search finds them all.
 */

/** The secret source's name in the forms in which it must be recognised. */
const nameForms = [
  'Zqxander Vorlund',
  'ZQXANDER VORLUND',
  'Zqxander\u00a0Vorlund',
  'Zqxänder Vörlund',
  'Vorlund, Zqxander',
  'Zqxander Q. Vorlund',
  'Zqx\u00adander Vor\u200blund',
  'saidZqxander Vorlund',
  'VORLUND Zqxander',
  'Z. Vorlund',
  'Zqxander Maria Vorlund',
  'Zqxander “Zed” Vorlund',
  'Zqxan-der Vor’lund',
  // The name of an entry that was made one with the source.
  'Zqxa Mergeson',
];
const slugForms = ['zqxander-vorlund', 'how-vorlund-zqxander-knew', 'zqxandervorlund', 'z-vorlund'];

/** The article with private strings in every private field, a secret source, and words off the record. */
export function withSecrets(base: Article, terms: Terms, ownTerms: boolean): Article {
  const extra = { hidden: 'zqx-extra' };
  const secret: Source = {
    ...newSource('zqx-source', nameForms[0] ?? ''),
    kind: 'person',
    role: 'zqx role',
    organisation: 'zqx organisation',
    pronouns: 'zqx pronouns',
    publishedAs: 'a person who knows',
    reasonUnnamed: 'zqx reason',
    terms: ownTerms ? 'on-the-record' : terms,
    contact: 'zqx-contact@example.org, +49 30 7777777',
    notes: 'zqx private notes',
    title: 'zqx title',
    url: 'https://example.org/zqx-url',
    retrieved: '2026-01-01T00:00:00Z',
    file: 'zqx-file.pdf',
    sha256: 'zqx0',
    otherNames: ['Zqxa Mergeson'],
    extra,
  };
  const open = base.sources.map(
    (source): Source => ({
      ...source,
      terms: 'on-the-record',
      contact: 'zqx contact',
      notes: 'zqx notes',
      reasonUnnamed: 'zqx reason',
      extra,
    }),
  );
  const privately = (quotation: Quotation): Quotation => ({
    ...quotation,
    evidence: [{ kind: 'recording', reference: 'zqx-tape.m4a', extra }],
    checked: { by: 'zqx checker', at: '2026-01-01T00:00:00Z', text: 'zqx words as checked' },
    extra,
  });
  const hidden = (inline: Inline): Inline =>
    inline.kind === 'note' ? { ...inline, note: 'zqx comment', author: 'zqx author', extra } : inline;
  const body = base.body.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, children: block.children.map(hidden), extra };
    return block.kind === 'deskNote' ? { ...block, author: 'zqx desk' } : block;
  });
  return {
    ...base,
    extra,
    notes: 'zqx notes of the writer about Zqxander Vorlund',
    sources: [...open, secret],
    quotations: [
      ...base.quotations.map((quotation) => privately({ ...quotation, terms: null })),
      privately({ ...newQuotation('zqx-quote', 'zqx-source'), terms: ownTerms ? terms : null }),
      // Words off the record that stand only where nothing is published.
      privately({ ...newQuotation('zqx-off', 'zqx-source'), terms: 'off-the-record' }),
    ],
    // A caption and a correction of a newer version.
    leadImage: base.leadImage ?? image('a.jpg', { extra: { caption: [{ kind: 'time', text: 'zqx noon' }] } }),
    corrections: [
      ...base.corrections,
      {
        type: 'correction',
        date: '2026-01-01T00:00:00Z',
        text: [],
        extra: { text: [{ kind: 'time', text: 'zqx noon' }] },
      },
    ],
    body: [
      ...body,
      deskNote('zqx-desk', 'zqx desk note, ', quote('zqx-off', 'zqx off the record')),
      p('Plain ', note('zqx-note', 'zqx note by Zqxander Vorlund', 'words'), tk('zqx to come'), '.'),
      { kind: 'unknown', raw: { kind: 'poll', question: 'zqx?', zqx: 1 } },
      ...(terms === 'off-the-record' ? [] : [p(quote('zqx-quote', '“We knew,”'), ' somebody said.')]),
      ...(terms === 'off-the-record' || ownTerms
        ? []
        : [{ ...pullQuote('zqx attribution', 'We knew'), sourceId: 'zqx-source' }]),
    ],
  };
}

/** Every place in which a writer can type a name; `words` has one of the forms above. */
const openPlaces: Readonly<Record<string, (story: Article, words: string) => Article>> = {
  kicker: (story, words) => ({ ...story, kicker: words }),
  headline: (story, words) => ({ ...story, headline: `Why ${words} went` }),
  deck: (story, words) => ({ ...story, deck: `It was ${words}.` }),
  byline: (story, words) => ({ ...story, bylines: [{ name: words }] }),
  dateline: (story, words) => ({ ...story, dateline: words }),
  section: (story, words) => ({ ...story, section: words }),
  subjects: (story, words) => ({ ...story, subjects: [words] }),
  'lead image alt': (story, words) => ({ ...story, leadImage: image('a.jpg', { alt: words }) }),
  'lead image credit': (story, words) => ({ ...story, leadImage: image('a.jpg', { credit: words }) }),
  'lead image caption': (story, words) => ({
    ...story,
    leadImage: image('a.jpg', { caption: inlines('With ', bold(words)) }),
  }),
  correction: (story, words) => ({
    ...story,
    corrections: [{ type: 'correction', date: '2026-01-01T00:00:00Z', text: inlines(words) }],
  }),
  'published description': (story, words) => ({
    ...story,
    sources: story.sources.map((source) =>
      source.id === 'zqx-source'
        ? { ...source, publishedAs: `a friend of ${words}`, terms: 'on-background' }
        : source,
    ),
    quotations: story.quotations.map((quotation) =>
      quotation.id === 'zqx-quote' ? { ...quotation, terms: 'on-background' } : quotation,
    ),
    body: [...story.body, p(quote('zqx-quote', '“Indeed”'))],
  }),
  ...Object.fromEntries(
    Object.entries<(words: string) => Block>({
      paragraph: (words) => p('By ', words, ' himself'),
      'paragraph across marks': (words) =>
        p(words.slice(0, 5), bold(words.slice(5, 11)), text(words.slice(11), 'code')),
      heading: (words) => h(3, words),
      list: (words) => bullets('a', item(['b'], numbers(words))),
      'block quote': (words) => blockquote('', 'So ', words),
      'block quote attribution': (words) => blockquote(words, 'So'),
      'pull quote': (words) => pullQuote('', words),
      'pull quote attribution': (words) => pullQuote(words, 'So'),
      'image alt': (words) => image('a.jpg', { alt: words }),
      'image caption': (words) => image('a.jpg', { caption: inlines(words) }),
      'image credit': (words) => image('a.jpg', { credit: words }),
      'ad label': (words) => adBreak({ label: words }),
      'fact box title': (words) => factBox(words, p('x')),
      'fact box': (words) => factBox('x', p('x'), bullets(words)),
      'embed title': (words) => embed('https://example.org/', { title: words }),
      'embed description': (words) => embed('https://example.org/', { description: words }),
      'embed provider': (words) => embed('https://example.org/', { provider: words }),
      table: (words) => table(true, ['x', words], ['y', 'z']),
      'table head': (words) => table(false, [words]),
      'correction in the text': (words) => correction('2026-01-01T00:00:00Z', words),
      'link text': (words) => p(link('https://example.org/', words)),
      'quotation text': (words) => p(quote('zqx-quote', '“I am ', words, '”')),
      'note’s words': (words) => p(note('n', 'x', words)),
      mention: (words) => p(mention('zqx-source', words)),
    }).map(([name, block]) => [
      name,
      (story: Article, words: string): Article => ({ ...story, body: [...story.body, block(words)] }),
    ]),
  ),
};

/** Every place in which an address or a file name stands. */
const addressPlaces: Readonly<Record<string, (story: Article, slug: string) => Article>> = {
  slug: (story, slug) => ({ ...story, slug }),
  id: (story, slug) => ({ ...story, id: slug }),
  'lead image file': (story, slug) => ({ ...story, leadImage: image(`a1b2-${slug}.jpg`) }),
  'image file': (story, slug) => ({ ...story, body: [...story.body, image(`${slug}.png`)] }),
  link: (story, slug) => ({
    ...story,
    body: [...story.body, p(link(`https://example.org/x/${slug}?y=1`, 'x'))],
  }),
  mail: (story, slug) => ({ ...story, body: [...story.body, p(link(`mailto:${slug}@example.org`, 'x'))] }),
  embed: (story, slug) => ({ ...story, body: [...story.body, embed(`https://example.org/#${slug}`)] }),
  slot: (story, slug) => ({
    ...story,
    body: [...story.body, adBreak({ slug } as never), adBreak({ slot: slug })],
  }),
};

/** Every place in which words off the record can stand as a tagged quotation. */
const offPlaces: Readonly<Record<string, (story: Article, words: Inline) => Article>> = {
  'lead image': (story, words) => ({ ...story, leadImage: image('a.jpg', { caption: [words] }) }),
  correction: (story, words) => ({
    ...story,
    corrections: [{ type: 'correction', date: '2026-01-01T00:00:00Z', text: [words] }],
  }),
  ...Object.fromEntries(
    Object.entries<(words: Inline) => Block>({
      paragraph: (words) => p('He said ', words),
      heading: (words) => h(2, words),
      list: (words) => bullets(item(['x'], bullets(item([words])))),
      'block quote': (words) => blockquote('', words),
      'pull quote': (words) => pullQuote('', words),
      image: (words) => image('a.jpg', { caption: [words] }),
      'fact box': (words) => factBox('x', p(words)),
      table: (words) => ({ kind: 'table', headerRow: false, rows: [[{ children: [words] }]] }),
      correction: (words) => correction('2026-01-01T00:00:00Z', words),
      link: (words) => p(link('https://example.org/', words)),
      note: (words) => p(note('n', 'x', words)),
      mention: (words) => p(mention('zqx-source', words)),
      'another quotation': (words) => p(quote('zqx-quote', 'x', words)),
    }).map(([name, block]) => [
      name,
      (story: Article, words: Inline): Article => ({ ...story, body: [...story.body, block(words)] }),
    ]),
  ),
};

export type Planting =
  | { readonly kind: 'nothing more' }
  | { readonly kind: 'name'; readonly place: string; readonly form: string }
  | { readonly kind: 'address'; readonly place: string; readonly form: string }
  | { readonly kind: 'off the record'; readonly place: string };

export const plantings: fc.Arbitrary<Planting> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Planting>({ kind: 'nothing more' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('name' as const),
      place: fc.constantFrom(...Object.keys(openPlaces)),
      form: fc.constantFrom(...nameForms),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('address' as const),
      place: fc.constantFrom(...Object.keys(addressPlaces)),
      form: fc.constantFrom(...slugForms),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('off the record' as const),
      place: fc.constantFrom(...Object.keys(offPlaces)),
    }),
  },
);

export function plant(story: Article, planting: Planting): Article {
  switch (planting.kind) {
    case 'nothing more':
      return story;
    case 'name':
      return openPlaces[planting.place]?.(story, planting.form) ?? story;
    case 'address':
      return addressPlaces[planting.place]?.(story, planting.form) ?? story;
    case 'off the record':
      return offPlaces[planting.place]?.(story, quote('zqx-off', 'zqx off the record')) ?? story;
  }
}

/** What no output may hold. */
export const planted = /zqx|vorlund|7777777/i;

/** Three blocks of any kind are company enough for what is planted, and 10,000 articles are many. */
export const bases = articles
  .map((base): Article => ({ ...base, body: base.body.slice(0, 3) }))
  .filter((base) => !planted.test(JSON.stringify(base)));

export const boundTerms = fc.constantFrom<Terms[]>('on-background', 'deep-background', 'off-the-record');
