import { type Article, newArticle } from './article';
import type {
  AdBreak,
  Block,
  Blockquote,
  CorrectionBlock,
  DeskNote,
  Divider,
  Embed,
  FactBox,
  Heading,
  Image,
  List,
  ListItem,
  Paragraph,
  PullQuote,
  Table,
} from './block';
import type {
  Inline,
  LineBreak,
  Link,
  Mark,
  Note,
  QuotationSpan,
  SourceMention,
  Text,
  ToCome,
} from './inline';

/*
 * A small language for documents, so that a test or a sample reads as the text it stands for:
 * article({ headline: 'Tides' }, p('The sea ', bold('rose'), '.'), adBreak(), p(quote('q1', '“It did,”'), ' she said.'))
 */

/** Words may be given as plain strings. */
export type Words = readonly (string | Inline)[];

/** Turns words into inlines; empty strings vanish. */
export const inlines = (...words: Words): readonly Inline[] =>
  words.flatMap((word) => (typeof word !== 'string' ? [word] : word === '' ? [] : [text(word)]));

export const text = (words: string, ...marks: readonly Mark[]): Text => ({
  kind: 'text',
  text: words,
  marks,
});
export const bold = (words: string): Text => text(words, 'bold');
/** @public One word for each mark that tests name. */
export const italic = (words: string): Text => text(words, 'italic');
export const br: LineBreak = { kind: 'lineBreak' };
export const tk = (words = 'TK'): ToCome => ({ kind: 'tk', text: words });
export const link = (url: string, ...words: Words): Link => ({
  kind: 'link',
  url,
  children: inlines(...words),
});
export const quote = (quoteId: string, ...words: Words): QuotationSpan => ({
  kind: 'quotation',
  quoteId,
  children: inlines(...words),
});
export const mention = (sourceId: string, ...words: Words): SourceMention => ({
  kind: 'mention',
  sourceId,
  children: inlines(...words),
});
export const note = (id: string, comment: string, ...words: Words): Note => ({
  kind: 'note',
  id,
  note: comment,
  author: '',
  resolved: false,
  children: inlines(...words),
});

export const p = (...words: Words): Paragraph => ({ kind: 'paragraph', children: inlines(...words) });
export const h = (level: 2 | 3 | 4, ...words: Words): Heading => ({
  kind: 'heading',
  level,
  children: inlines(...words),
});
export const item = (words: Words, ...lists: readonly List[]): ListItem => ({
  children: inlines(...words),
  lists,
});
export const bullets = (...items: readonly (string | ListItem)[]): List => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items: items.map((entry) => (typeof entry === 'string' ? item([entry]) : entry)),
});
export const numbers = (...items: readonly (string | ListItem)[]): List => ({
  ...bullets(...items),
  ordered: true,
});
export const blockquote = (attribution: string, ...words: Words): Blockquote => ({
  kind: 'blockquote',
  children: inlines(...words),
  attribution,
  sourceId: null,
});
export const pullQuote = (attribution: string, ...words: Words): PullQuote => ({
  kind: 'pullQuote',
  children: inlines(...words),
  attribution,
  sourceId: null,
});
export const image = (file: string, fields: Partial<Omit<Image, 'kind' | 'file'>> = {}): Image => ({
  kind: 'image',
  file,
  alt: '',
  caption: [],
  credit: '',
  width: 0,
  height: 0,
  ...fields,
});
export const adBreak = (fields: Partial<Omit<AdBreak, 'kind'>> = {}): AdBreak => ({
  kind: 'adBreak',
  slot: '',
  label: '',
  size: '',
  placed: 'hand',
  ...fields,
});
export const factBox = (title: string, ...body: readonly (Paragraph | List)[]): FactBox => ({
  kind: 'factBox',
  title,
  body,
});
export const embed = (url: string, fields: Partial<Omit<Embed, 'kind' | 'url'>> = {}): Embed => ({
  kind: 'embed',
  url,
  title: '',
  description: '',
  provider: '',
  ...fields,
});
export const table = (headerRow: boolean, ...rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  headerRow,
  rows: rows.map((cells) => cells.map((cell) => ({ children: inlines(cell) }))),
});
export const divider: Divider = { kind: 'divider' };
export const correction = (date: string, ...words: Words): CorrectionBlock => ({
  kind: 'correction',
  type: 'correction',
  date,
  children: inlines(...words),
});
export const deskNote = (id: string, ...words: Words): DeskNote => ({
  kind: 'deskNote',
  id,
  author: '',
  resolved: false,
  children: inlines(...words),
});

/** An article with the given fields and body; what is not given is empty or fixed, so that results are stable. */
export const article = (
  fields: Partial<Omit<Article, 'body' | 'format'>>,
  ...body: readonly Block[]
): Article => ({
  ...newArticle({
    id: '00000000-0000-4000-8000-000000000001',
    slug: 'article',
    language: 'en',
    created: '2026-01-02T03:04:05Z',
  }),
  ...fields,
  body,
});
