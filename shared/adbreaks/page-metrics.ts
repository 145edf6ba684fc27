/*
 * What the exported page looks like on a phone, as figures: the one place that knows the page's style. The style is
 * written in shared/export/page-style.ts; whoever changes it there changes it here, and the test that renders articles
 * in a real window tells when they have drifted apart.
 */

/** A style of text. All lengths are CSS pixels. */
export interface TextStyle {
  readonly fontSize: number;
  readonly lineHeight: number;
  /** How much wider than the regular letters of the page these are: 1.06 for bold ones. */
  readonly stretch: number;
}

/** The room around a block. All lengths are CSS pixels. */
export interface BoxStyle {
  readonly marginTop: number;
  readonly marginBottom: number;
  /** Padding and border above and below, summed. */
  readonly vertical: number;
  /** Margin, padding and border left and right, summed: what the text loses of the column's width. */
  readonly horizontal: number;
}

/** The width of the phone for which density and distances are estimated (DESIGN 5). */
export const phoneWidth = 360;

/** The width of the column of text on that phone. */
export const columnWidth = 328;

export const bodyText: TextStyle = { fontSize: 18, lineHeight: 28.8, stretch: 1 };
export const headingText: Readonly<Record<2 | 3 | 4, TextStyle>> = {
  2: { fontSize: 24, lineHeight: 30, stretch: 1.06 },
  3: { fontSize: 20, lineHeight: 26, stretch: 1.06 },
  4: { fontSize: 18, lineHeight: 25.2, stretch: 1.06 },
};
export const pullQuoteText: TextStyle = { fontSize: 24, lineHeight: 31.2, stretch: 1 };
export const smallText: TextStyle = { fontSize: 14.4, lineHeight: 21.6, stretch: 1 };

export const boxes = {
  paragraph: { marginTop: 0, marginBottom: 18, vertical: 0, horizontal: 0 },
  heading: { marginTop: 32, marginBottom: 12, vertical: 0, horizontal: 0 },
  list: { marginTop: 0, marginBottom: 18, vertical: 0, horizontal: 28 },
  nestedList: { marginTop: 0, marginBottom: 0, vertical: 0, horizontal: 28 },
  blockquote: { marginTop: 24, marginBottom: 24, vertical: 0, horizontal: 20 },
  pullQuote: { marginTop: 32, marginBottom: 32, vertical: 32, horizontal: 0 },
  figure: { marginTop: 24, marginBottom: 24, vertical: 0, horizontal: 0 },
  factBox: { marginTop: 24, marginBottom: 24, vertical: 34, horizontal: 34 },
  embed: { marginTop: 24, marginBottom: 24, vertical: 26, horizontal: 26 },
  table: { marginTop: 24, marginBottom: 24, vertical: 0, horizontal: 0 },
  divider: { marginTop: 32, marginBottom: 32, vertical: 1, horizontal: 0 },
  correction: { marginTop: 24, marginBottom: 24, vertical: 0, horizontal: 15 },
  adBreak: { marginTop: 32, marginBottom: 32, vertical: 0, horizontal: 0 },
} as const satisfies Readonly<Record<string, BoxStyle>>;

/** Height of what the house prints around an advertisement: the label above, the line below that the story goes on. */
export const adFrameHeight = 48;

/** Gap between a picture or a quotation and the caption below. */
export const captionGap = 8;

/** Padding and border of a table's cell. */
export const tableCell = { vertical: 17, horizontal: 16 } as const;

/** A picture whose size is unknown is taken as wide as the column and two thirds as high, the format of most cameras. */
export const unknownImageRatio = 2 / 3;

/** Widths of the letters of the page's type in thousandths of its size, as groups of letters of one width. */
export const letterWidths: readonly (readonly [width: number, letters: string])[] = [
  [180, "'"],
  [250, ' .,\u00a0'],
  [278, 'ijlt/\\:;'],
  [333, 'fr-()!I[]‘’`'],
  [389, 'sJ'],
  [408, '"'],
  [444, 'acez?“”'],
  [500, 'bdghknopquvxy0123456789$–_*#«»'],
  [556, 'FPS'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'wADGHKNOQUVXY'],
  [778, 'm&'],
  [889, 'M'],
  [944, 'W'],
  [1000, '—…%@'],
];

/** Letters of other alphabets that are in no group: most are as wide as a small letter with an accent. */
export const otherLetterWidth = 500;

/** From here on (kana, Han, Hangul) a character fills a square. */
export const firstSquareLetter = 0x2e80;
export const squareLetterWidth = 1000;
