/*
 * What the exported page looks like on a phone, as figures: the one place that knows the page's style. They are the
 * "broadsheet" look of shared/export/looks.ts at a width of 360 CSS pixels, where its text is 18.24 pixels high. Whoever
 * changes a length there changes it here; the test that renders articles in a real window tells when they have drifted
 * apart. All lengths are CSS pixels.
 */

/** A style of text. */
export interface TextStyle {
  readonly fontSize: number;
  readonly lineHeight: number;
  /** How much wider the letters are than the regular ones of the text: 1.1 for bold ones. */
  readonly stretch: number;
}

/** The room around a block. */
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

/** The width of the column of text on that phone; pictures go from edge to edge. */
export const columnWidth = 320;

const em = 18.24;
const bold = 1.1;
/** Captions, boxes and tables are set in the sans serif. */
const sans = 0.985;

const text = (size: number, leading: number, stretch: number): TextStyle => ({
  fontSize: size,
  lineHeight: size * leading,
  stretch,
});

export const bodyText = text(em, 1.6, 1);
export const headingText: Readonly<Record<2 | 3 | 4, TextStyle>> = {
  2: text(1.35 * em, 1.25, bold),
  3: text(1.15 * em, 1.25, bold),
  4: text(em, 1.25, bold),
};
export const pullQuoteText = text(1.5 * em, 1.3, 0.98);
export const captionText = text(14, 1.45, sans);
const boxEm = 0.9375 * em;
export const boxText = text(boxEm, 1.5, sans);
export const boxTitleText = text(1.25 * boxEm, 1.25, bold);
export const cardText = text(boxEm, 1.45, sans);
export const tableText = text(0.875 * em, 1.4, sans);

const box = (marginTop: number, marginBottom: number, vertical: number, horizontal: number): BoxStyle => ({
  marginTop,
  marginBottom,
  vertical,
  horizontal,
});
const around = (margin: number, vertical: number, horizontal: number): BoxStyle =>
  box(margin, margin, vertical, horizontal);

const { fontSize: cell } = tableText;
export const boxes = {
  paragraph: box(0, 1.1 * em, 0, 0),
  list: box(0, 1.1 * em, 0, 1.4 * em),
  blockquote: box(0, 1.1 * em, 0, 1.28 * em),
  attributedQuote: around(1.9 * em, 0, 1.28 * em),
  pullQuote: around(2.2 * em, 2.2 * em + 2, 0),
  picture: around(1.9 * em, 0, 0),
  factBox: around(2 * boxEm, 2.38 * boxEm, 2.5 * boxEm),
  embed: around(1.9 * boxEm, 2 * boxEm + 2, 2.5 * boxEm + 2),
  table: around(1.9 * cell, 2, 0),
  divider: around(2.4 * em, 1, 0),
  correction: box(0, 1.1 * boxEm, 1.5 * boxEm, 2 * boxEm),
  adBreak: around(26.4, 0, 0),
} as const satisfies Readonly<Record<string, BoxStyle>>;

/** The room around a heading grows with its letters. */
export const headingBox = (level: 2 | 3 | 4): BoxStyle =>
  box(2 * headingText[level].fontSize, 0.5 * headingText[level].fontSize, 0, 0);

/** What the house prints around an advertisement and belongs to it: rules, label, the line that the story goes on. */
export const adFrameHeight = 54.8;

/** Gaps inside blocks: between paragraphs, items, picture and caption, quotation and name, title and text of a box. */
export const gaps = {
  paragraphs: 1.1 * em,
  items: 0.35 * em,
  caption: 7.7,
  quotedName: 0.5 * em,
  pulledName: 9.8,
  boxTitle: 0.5 * boxTitleText.fontSize,
  boxParagraphs: 1.1 * boxEm,
  cardLines: 0.3 * boxEm,
} as const;

/** Padding and border of a table's cell. */
export const tableCell = { vertical: cell + 1, horizontal: 0.9 * cell } as const;

/** Words that stand before the text of a correction: "Correction, 28 February 2026: ". */
export const correctionLead = 'Correction, 28 February 2026: ';

/** A picture whose size is unknown is taken as wide as the phone and two thirds as high, the format of most cameras. */
export const unknownImageRatio = 2 / 3;

/**
 * Widths of the letters of the page's type in thousandths of its size, as groups of letters of one width. The page asks
 * the network for no type, so its widths differ from phone to phone; these are the widths of DejaVu Serif, the widest
 * of the faces that the page names and the one a system without any of the others has.
 */
// biome-ignore format: a table
export const letterWidths: readonly (readonly [width: number, letters: string])[] = [
  [275, '\''],
  [310, 'j'],
  [318, ' ,.‘’\u00a0'],
  [320, 'il'],
  [337, '/:;\\|'],
  [338, '-'],
  [370, 'f'],
  [390, '()[]'],
  [395, 'I'],
  [401, 'J'],
  [402, '!t'],
  [460, '"'],
  [478, 'r'],
  [500, '*_`–'],
  [511, '“”'],
  [513, 's'],
  [527, 'z'],
  [536, '?'],
  [560, 'c'],
  [564, 'x'],
  [565, 'vy'],
  [592, 'e'],
  [596, 'a'],
  [602, 'o'],
  [606, 'k'],
  [636, '0123456789{$}'],
  [640, 'bdgpq'],
  [644, 'hnu'],
  [660, 'Y'],
  [664, 'L'],
  [667, 'T'],
  [673, 'P'],
  [685, 'S'],
  [694, 'F'],
  [695, 'Z'],
  [712, 'X'],
  [722, 'AV'],
  [730, 'E'],
  [735, 'B'],
  [747, 'K'],
  [753, 'R'],
  [765, 'C'],
  [799, 'G'],
  [802, 'D'],
  [820, 'OQ'],
  [838, '#+<=>^~'],
  [843, 'U'],
  [856, 'w'],
  [872, 'H'],
  [875, 'N'],
  [890, '&'],
  [948, 'm'],
  [950, '%'],
  [1000, '@—…'],
  [1024, 'M'],
  [1028, 'W'],
];

/** Letters of other alphabets that are in no group: most are as wide as a small letter with an accent. */
export const otherLetterWidth = 600;

/** From here on (kana, Han, Hangul) a character fills a square. */
export const firstSquareLetter = 0x2e80;
export const squareLetterWidth = 1000;
