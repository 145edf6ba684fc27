import {
  boolean,
  byKind,
  type Codec,
  integerBetween,
  jsonObject,
  list,
  nullable,
  object,
  oneOf,
  optional,
  optionalList,
  orWhole,
  recursive,
  string,
  stringThat,
  type WithExtra,
} from '../base/codec';
import type { JsonObject } from '../base/json';
import { addressCodec, mediaFileCodec, momentCodec } from './address';
import { type Inline, idCodec, inlineCodec, inlinesCodec } from './inline';

export interface Paragraph extends WithExtra {
  readonly kind: 'paragraph';
  readonly children: readonly Inline[];
}

/** A heading inside the body; level 1 is the headline and stands outside. */
export interface Heading extends WithExtra {
  readonly kind: 'heading';
  readonly level: 2 | 3 | 4;
  readonly children: readonly Inline[];
}

export interface List extends WithExtra {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** The number of the first item of an ordered list. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

/** Word and the editor stop at nine levels of lists within each other; what is imported deeper is raised to the ninth. */
export const deepestList = 9;

/** One item; `lists` are the lists nested below its words. */
export interface ListItem extends WithExtra {
  readonly children: readonly Inline[];
  readonly lists: readonly List[];
}

/** A longer passage set off from the text. Two line breaks in a row part its paragraphs. */
export interface Blockquote extends WithExtra {
  readonly kind: 'blockquote';
  readonly children: readonly Inline[];
  /** Who is quoted, as free text; where `sourceId` is set, the source's published name stands instead. */
  readonly attribution: string;
  readonly sourceId: string | null;
}

/** A sentence of the article repeated large. It is display, not new text, but it counts as published words. */
export interface PullQuote extends WithExtra {
  readonly kind: 'pullQuote';
  readonly children: readonly Inline[];
  readonly attribution: string;
  readonly sourceId: string | null;
}

/** A picture. `file` lies in the article's `media` folder; sizes are in CSS pixels, 0 when unknown. */
export interface ImageContent extends WithExtra {
  readonly file: string;
  readonly alt: string;
  readonly caption: readonly Inline[];
  readonly credit: string;
  readonly width: number;
  readonly height: number;
}

export interface Image extends ImageContent {
  readonly kind: 'image';
}

/** A place for an advertisement: structure, never text. */
export interface AdBreak extends WithExtra {
  readonly kind: 'adBreak';
  /** The ad server's name for the place, such as "article-1". Empty: numbered by order. */
  readonly slot: string;
  /** The word above the advertisement; empty: the desk's label. */
  readonly label: string;
  /** Width and height in CSS pixels as "300x250"; empty: the desk's default size. */
  readonly size: string;
  readonly placed: 'hand' | 'auto';
}

/** A box with background to the story. */
export interface FactBox extends WithExtra {
  readonly kind: 'factBox';
  readonly title: string;
  readonly body: readonly (Paragraph | List)[];
}

/** A reference to a page elsewhere, shown as a link card, never as a live frame. */
export interface Embed extends WithExtra {
  readonly kind: 'embed';
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly provider: string;
}

export interface TableCell extends WithExtra {
  readonly children: readonly Inline[];
}

export interface Table extends WithExtra {
  readonly kind: 'table';
  readonly headerRow: boolean;
  readonly rows: readonly (readonly TableCell[])[];
}

export interface Divider extends WithExtra {
  readonly kind: 'divider';
}

/** A correction or clarification that stands in the text, with the day it was made. */
export interface CorrectionBlock extends WithExtra {
  readonly kind: 'correction';
  readonly type: 'correction' | 'clarification';
  readonly date: string;
  readonly children: readonly Inline[];
}

/** A note for the desk between two blocks. Never published. */
export interface DeskNote extends WithExtra {
  readonly kind: 'deskNote';
  readonly id: string;
  readonly author: string;
  readonly resolved: boolean;
  readonly children: readonly Inline[];
}

/**
 * A block that a newer minor version wrote, or one of which it wrote a part: half of a sentence is not published, and half of a
 * list not edited. It is shown as such, kept as it is, and not published.
 */
export interface UnknownBlock {
  readonly kind: 'unknown';
  readonly raw: JsonObject;
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Blockquote
  | PullQuote
  | Image
  | AdBreak
  | FactBox
  | Embed
  | Table
  | Divider
  | CorrectionBlock
  | DeskNote
  | UnknownBlock;

/** "300x250": width and height in CSS pixels, 1 to 4 digits each. */
export const isAdSize = (text: string): boolean => /^[1-9]\d{0,3}x[1-9]\d{0,3}$/.test(text);

/** What an ad server's slot name may be: letters, digits, `. _ - /`, at most 100 characters. */
export const isAdSlot = (text: string): boolean => /^[\w./-]{0,100}$/.test(text);

const children = inlinesCodec;
const text = optional(string, '');
const pixels = optional(integerBetween(0, 100_000), 0);
const sourceId = nullable(idCodec);

const paragraph = object<Paragraph>({ kind: oneOf('paragraph'), children });
const listCodec: Codec<List> = object<List>({
  kind: oneOf('list'),
  ordered: boolean,
  start: optional(integerBetween(0, 1_000_000), 1),
  items: list(object<ListItem>({ children, lists: optionalList(recursive((): Codec<List> => listCodec)) })),
});

/** The fields of a picture, for the image block and the article's lead image. */
export const imageContentFields = {
  file: mediaFileCodec,
  alt: text,
  caption: optionalList(inlineCodec),
  credit: text,
  width: pixels,
  height: pixels,
};

const unknownBlock: Codec<Block> = {
  decode: (input) => ({ kind: 'unknown', raw: jsonObject.decode(input) }),
  encode: (block) => (block.kind === 'unknown' ? block.raw : null),
};

const knownBlock: Codec<Block> = byKind<Block>(
  {
    paragraph,
    heading: object<Heading>({ kind: oneOf('heading'), level: oneOf(2, 3, 4), children }),
    list: listCodec,
    blockquote: object<Blockquote>({ kind: oneOf('blockquote'), children, attribution: text, sourceId }),
    pullQuote: object<PullQuote>({ kind: oneOf('pullQuote'), children, attribution: text, sourceId }),
    image: object<Image>({ kind: oneOf('image'), ...imageContentFields }),
    adBreak: object<AdBreak>({
      kind: oneOf('adBreak'),
      slot: optional(stringThat('a slot name of letters, digits, . _ - /', isAdSlot), ''),
      label: text,
      size: optional(
        stringThat('a size such as 300x250', (size) => size === '' || isAdSize(size)),
        '',
      ),
      placed: optional(oneOf('hand', 'auto'), 'hand'),
    }),
    factBox: object<FactBox>({
      kind: oneOf('factBox'),
      title: text,
      body: list(byKind<Paragraph | List>({ paragraph, list: listCodec })),
    }),
    embed: object<Embed>({
      kind: oneOf('embed'),
      url: addressCodec,
      title: text,
      description: text,
      provider: text,
    }),
    table: object<Table>({
      kind: oneOf('table'),
      headerRow: optional(boolean, false),
      rows: list(list(object<TableCell>({ children }))),
    }),
    divider: object<Divider>({ kind: oneOf('divider') }),
    correction: object<CorrectionBlock>({
      kind: oneOf('correction'),
      type: oneOf('correction', 'clarification'),
      date: momentCodec,
      children,
    }),
    deskNote: object<DeskNote>({
      kind: oneOf('deskNote'),
      id: idCodec,
      author: text,
      resolved: optional(boolean, false),
      children,
    }),
  },
  unknownBlock,
);

export const blockCodec: Codec<Block> = orWhole(knownBlock, unknownBlock);
