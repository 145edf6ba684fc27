/** An opening and a closing mark; a space that belongs to a mark is part of it. */
export type MarkPair = readonly [open: string, close: string];

/** What a language makes of the keys of a typewriter. */
export interface TypographyRules {
  readonly double: MarkPair;
  /** For a quotation in a quotation typed with the apostrophe's key; null where that key is an apostrophe alone. */
  readonly single: MarkPair | null;
  /** What two hyphens, or one between spaces, stand for. */
  readonly dash: '–' | '—';
  /** The space before each of the marks that have one. */
  readonly spaceBefore: Readonly<Partial<Record<';' | ':' | '!' | '?', string>>>;
  /** A number and its unit stay on one line. */
  readonly unitSpace: boolean;
}

const noBreak = '\u00a0';
const narrow = '\u202f';

const curly = { double: ['“', '”'], single: ['‘', '’'] } as const;
const low = { double: ['„', '“'], single: ['‚', '‘'] } as const;
const lowHigh = { double: ['„', '”'], single: ['‚', '’'] } as const;
const high = { double: ['”', '”'], single: ['’', '’'] } as const;
const angles = { double: ['«', '»'], single: ['‘', '’'] } as const;
const anglesAlone = { double: ['«', '»'], single: null } as const;
const spacedAngles = { double: [`«${noBreak}`, `${noBreak}»`], single: null } as const;

const rules = (
  marks: { readonly double: MarkPair; readonly single: MarkPair | null },
  dash: TypographyRules['dash'],
): TypographyRules => ({ ...marks, dash, spaceBefore: {}, unitSpace: true });

const english = (dash: TypographyRules['dash']): TypographyRules => ({
  ...rules(curly, dash),
  unitSpace: false,
});
const french = (spaceBefore: TypographyRules['spaceBefore']): TypographyRules => ({
  ...rules(spacedAngles, '–'),
  spaceBefore,
});

/**
 * By language tag, the closest first. Marks: Unicode CLDR, delimiters; a language whose press departs from it follows
 * its press. French spaces: Imprimerie nationale, Lexique des règles typographiques; Canada: Office québécois.
 */
const byLanguage: Readonly<Record<string, TypographyRules>> = {
  en: english('—'),
  'en-gb': english('–'),
  'en-ie': english('–'),
  'en-au': english('–'),
  'en-nz': english('–'),
  'en-za': english('–'),
  'en-in': english('–'),
  de: rules(low, '–'),
  'de-ch': rules({ double: ['«', '»'], single: ['‹', '›'] }, '–'),
  'de-li': rules({ double: ['«', '»'], single: ['‹', '›'] }, '–'),
  fr: french({ ';': narrow, '!': narrow, '?': narrow, ':': noBreak }),
  'fr-ca': french({ ':': noBreak }),
  nl: rules(curly, '–'),
  es: rules(angles, '—'),
  'es-mx': rules(curly, '—'),
  'es-us': rules(curly, '—'),
  it: rules(angles, '–'),
  pt: rules(curly, '–'),
  'pt-pt': rules(angles, '–'),
  ca: rules(angles, '–'),
  pl: rules(lowHigh, '–'),
  sv: rules(high, '–'),
  fi: rules(high, '–'),
  da: rules(high, '–'),
  nb: rules(angles, '–'),
  nn: rules(angles, '–'),
  no: rules(angles, '–'),
  is: rules(low, '–'),
  cs: rules(low, '–'),
  sk: rules(low, '–'),
  sl: rules(low, '–'),
  hr: rules(lowHigh, '–'),
  sr: rules(lowHigh, '–'),
  hu: rules({ double: ['„', '”'], single: null }, '–'),
  ro: rules({ double: ['„', '”'], single: null }, '–'),
  bg: rules({ double: ['„', '“'], single: null }, '–'),
  ru: rules(anglesAlone, '—'),
  uk: rules(anglesAlone, '—'),
  be: rules(anglesAlone, '—'),
  el: rules(angles, '–'),
  tr: rules(curly, '–'),
  et: rules(low, '–'),
  lt: rules(low, '–'),
  lv: rules(curly, '–'),
};

/** The languages that have rules of their own, as lower-case language tags. */
export const typographyLanguages: readonly string[] = Object.keys(byLanguage);

/** The rules of a language tag such as "de" or "en-GB"; those of a language nobody wrote down are the English marks. */
export function typographyOf(language: string): TypographyRules {
  const tag = language.toLowerCase();
  return (
    byLanguage[tag] ??
    byLanguage[/^\p{L}+/u.exec(tag)?.[0] ?? ''] ?? { ...rules(curly, '–'), unitSpace: false }
  );
}
