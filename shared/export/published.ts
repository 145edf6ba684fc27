import type { Mark } from '../article/inline';
import type { SourceKind } from '../article/source';

/*
 * The article as it leaves the desk. These types have no field for anything private: no notes, contacts, evidence,
 * checking, ids of sources or quotations, and no name that the terms forbid. Every serialiser takes a
 * PublishedArticle and nothing else, so that none of them can leak. Only `publish` (publish.ts) makes one.
 */

export interface PublishedText {
  readonly kind: 'text';
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface PublishedLineBreak {
  readonly kind: 'lineBreak';
}

export interface PublishedLink {
  readonly kind: 'link';
  readonly url: string;
  readonly children: readonly PublishedInline[];
}

/** Words of a quotation; `number` is an index into `PublishedArticle.quotations`. */
export interface PublishedQuotationSpan {
  readonly kind: 'quotation';
  readonly number: number;
  readonly children: readonly PublishedInline[];
}

export type PublishedInline = PublishedText | PublishedLineBreak | PublishedLink | PublishedQuotationSpan;

/** A run of inlines: neighbours with equal marks are one text, and every text has at least one character. */
export type PublishedRun = readonly PublishedInline[];

export interface PublishedParagraph {
  readonly kind: 'paragraph';
  readonly children: PublishedRun;
}

export interface PublishedHeading {
  readonly kind: 'heading';
  readonly level: 2 | 3 | 4;
  readonly children: PublishedRun;
}

export interface PublishedList {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly PublishedListItem[];
}

export interface PublishedListItem {
  readonly children: PublishedRun;
  readonly lists: readonly PublishedList[];
}

/** Who a block quote or pull quote is by. `kind` is 'text' where the writer typed the attribution freely. */
export interface PublishedAttribution {
  readonly kind: SourceKind | 'text';
  readonly name: string;
  /** Where a document can be read. */
  readonly url: string | null;
}

export interface PublishedBlockquote {
  readonly kind: 'blockquote';
  readonly paragraphs: readonly PublishedRun[];
  readonly attribution: PublishedAttribution | null;
}

export interface PublishedPullQuote {
  readonly kind: 'pullQuote';
  readonly paragraphs: readonly PublishedRun[];
  readonly attribution: PublishedAttribution | null;
}

/** A picture; `file` is a name in the media folder beside the export, sizes are CSS pixels, 0 when unknown. */
export interface PublishedPicture {
  readonly file: string;
  readonly alt: string;
  readonly caption: PublishedRun;
  readonly credit: string;
  readonly width: number;
  readonly height: number;
}

export interface PublishedImage extends PublishedPicture {
  readonly kind: 'image';
}

/** A place for an advertisement with nothing left to resolve. */
export interface PublishedAdBreak {
  readonly kind: 'adBreak';
  /** 1 for the first break of the article. */
  readonly number: number;
  readonly slot: string;
  readonly label: string;
  readonly continuation: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PublishedFactBox {
  readonly kind: 'factBox';
  readonly title: string;
  readonly body: readonly (PublishedParagraph | PublishedList)[];
}

export interface PublishedEmbed {
  readonly kind: 'embed';
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly provider: string;
}

export interface PublishedTable {
  readonly kind: 'table';
  readonly headerRow: boolean;
  /** Rows of cells. */
  readonly rows: readonly (readonly PublishedRun[])[];
}

export interface PublishedDivider {
  readonly kind: 'divider';
}

export interface PublishedCorrection {
  readonly kind: 'correction';
  readonly type: 'correction' | 'clarification';
  /** ISO 8601 with zone. */
  readonly date: string;
  readonly children: PublishedRun;
}

export type PublishedBlock =
  | PublishedParagraph
  | PublishedHeading
  | PublishedList
  | PublishedBlockquote
  | PublishedPullQuote
  | PublishedImage
  | PublishedAdBreak
  | PublishedFactBox
  | PublishedEmbed
  | PublishedTable
  | PublishedDivider
  | PublishedCorrection;

/** A speaker as the terms allow: a name and a role, or a description alone. */
export interface PublishedSpeaker {
  readonly kind: SourceKind;
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly url: string | null;
  /** False where `name` is a description such as "a senior official". */
  readonly named: boolean;
}

/** A quotation with a speaker. Those that may not be attributed are plain words of the text. */
export interface PublishedQuotation {
  readonly text: string;
  readonly kind: 'direct' | 'partial' | 'paraphrase';
  readonly date: string | null;
  readonly speaker: PublishedSpeaker;
}

/** An IPTC Media Topic ("medtop:11000000" becomes its address) or a plain word. */
export interface PublishedSubject {
  readonly name: string;
  readonly uri: string | null;
}

export interface PublishedArticle {
  readonly id: string;
  readonly slug: string;
  /** BCP 47, canonical form. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly publication: { readonly name: string; readonly tagline: string };
  readonly canonicalUrl: string | null;
  /** ninjs' words for whether the text may be used. */
  readonly usability: 'usable' | 'withheld' | 'canceled';
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly authors: readonly string[];
  readonly dateline: string;
  readonly section: string;
  readonly subjects: readonly PublishedSubject[];
  readonly embargo: string | null;
  readonly modified: string;
  readonly published: string | null;
  readonly leadImage: PublishedPicture | null;
  readonly body: readonly PublishedBlock[];
  readonly corrections: readonly PublishedCorrection[];
  /** Whether the corrections stand behind the last line or before the first. */
  readonly correctionsAt: 'end' | 'top';
  readonly quotations: readonly PublishedQuotation[];
}

/** Body and corrections of the whole article in the order in which they are read. */
export const inReadingOrder = ({
  body,
  corrections,
  correctionsAt,
}: PublishedArticle): readonly PublishedBlock[] =>
  correctionsAt === 'top' ? [...corrections, ...body] : [...body, ...corrections];
