import type { TypographyRules } from './rules';

/** What to put in place of the last `back` characters (UTF-16 code units) before the caret. */
export interface Substitution {
  readonly back: number;
  readonly text: string;
}

/** What stands before the caret, its last character being the one that was just typed. */
interface Situation {
  readonly before: string;
  readonly typed: string;
  /** What stood before the typed character. */
  readonly rest: string;
  readonly last: string;
  readonly rules: TypographyRules;
}

/**
 * What the language makes of the character that was just typed.
 *
 * @param before the words of the block up to the caret, the typed character being the last
 * @returns what to put in place of the last characters; null where they stay as typed. Addresses stay as typed.
 */
export function substitute(before: string, rules: TypographyRules): Substitution | null {
  const typed = before.at(-1) ?? '';
  const rest = before.slice(0, -1);
  if (isAddress(/\S*$/.exec(rest)?.[0] ?? '')) return null;
  const situation = { before, typed, rest, last: rest.at(-1) ?? '', rules };
  for (const rule of byKey[typed] ?? []) {
    const found = rule(situation);
    if (found) return found;
  }
  for (const rule of afterwards) {
    const found = rule(situation);
    if (found) return found;
  }
  return null;
}

type Rule = (situation: Situation) => Substitution | null;

const isAddress = (token: string): boolean => /:\/\/|^www\.|^[\w.+-]+@\w/i.test(token);

const put = (back: number, text: string): Substitution => ({ back, text });

/**
 * Whether a mark behind `text` opens: at a beginning, behind a space, a bracket, a dash or another opening mark.
 * `isOpen`: a quotation with such marks is open.
 */
function opensBehind(text: string, rules: TypographyRules, isOpen: boolean): boolean {
  if (text === '' || /[\s([{¿¡]$/.test(text)) return true;
  // Behind a dash, who is being quoted was interrupted: “I was—”
  if (/[/–—-]$/.test(text)) return !isOpen;
  const last = text.at(-1) ?? '';
  const openings = [rules.double, rules.single ?? rules.double].filter(([open, close]) => open !== close);
  if (openings.some(([open]) => open.startsWith(last))) return true;
  // Where opening and closing mark are the same, it is the one behind a gap that opens.
  const isSame = [rules.double, rules.single].some((pair) => pair?.[0] === pair?.[1] && pair?.[0] === last);
  return isSame && /(?:^|[\s([{–—-])$/.test(text.slice(0, -1));
}

/** How many quotations are still open in `text`. */
function openIn(text: string, [open, close]: readonly [string, string]): number {
  const [opening, closing] = [open.trim(), close.trim()];
  if (opening === closing) return (text.split(opening).length - 1) % 2;
  return text.split(opening).length - text.split(closing).length;
}

const doubleMark: Rule = ({ rest, last, rules }) => {
  const [open, close] = rules.double;
  const isOpen = openIn(rest, rules.double) > 0;
  // 6' 2" measures, unless words are being quoted.
  if (/\d/.test(last) && !isOpen) return null;
  // In French a space is typed before the closing mark too.
  if (isOpen && close !== close.trim() && /\s/.test(last) && !rest.endsWith(open)) return put(2, close);
  // „nicht ‚hoch’": the apostrophe was the end of the inner quotation.
  if (isOpen && endsInner(rest, rules)) return put(2, `${rules.single?.[1]}${close}`);
  // l’« Europe »: where no quotation is open, none ends behind the apostrophe.
  const isElided = !isOpen && /\p{L}’$/u.test(rest);
  const mark = isElided || opensBehind(rest, rules, isOpen) ? open : close;
  const word = shortenedAt(rest, rules);
  return word === null ? put(1, mark) : put(word.length + 2, `’${word}${mark}`);
};

/** Whether the apostrophe at the end of `text` may as well have closed a quotation in a quotation. */
const endsInner = (text: string, { single }: TypographyRules): boolean =>
  single !== null &&
  single[1] !== '’' &&
  /[\p{L}\p{N}]’$/u.test(text) &&
  openIn(text.slice(0, -1), single) > 0;

const apostrophe: Rule = ({ rest, last, rules }) => {
  // rock ‘n' roll: both are apostrophes.
  if (/(?:^|\s)‘n$/i.test(rest)) return put(3, `’${last}’`);
  const isOpen = rules.single !== null && openIn(rest, rules.single) > 0;
  if (/\d/.test(last) && !isOpen) return put(1, /\d{2}$/.test(rest) ? '’' : "'");
  if (!rules.single) return put(1, '’');
  if (opensBehind(rest, rules, isOpen)) return put(1, rules.single[0]);
  // Between letters it is an apostrophe; whether the word ends here is seen with the next key.
  return put(1, /[\p{L}\p{N}]$/u.test(rest) || !isOpen ? '’' : rules.single[1]);
};

const dash: Rule = ({ rest, last, rules }) => {
  if (last === '–') return put(2, '—');
  if (last === '—' && rules.dash === '—') return put(1, '');
  // At the beginning of a line three hyphens make a divider.
  if (last !== '-' || /(?:^|-)-$/.test(rest)) return null;
  return put(2, rules.dash);
};

const ellipsis: Rule = ({ rest }) => (/(?:^|[^.…])\.\.$/.test(rest) ? put(3, '…') : null);

const highMark: Rule = ({ rest, typed, last, rules }) => {
  const space = rules.spaceBefore[typed as ';'];
  if (space === undefined || rest.trim() === '') return null;
  if (last === ' ') return /\S $/.test(rest) ? put(2, `${space}${typed}`) : null;
  if (typed === ':' && /(?:\d|\b(?:https?|mailto|tel|ftp))$/i.test(rest)) return null;
  return /[\p{L}\p{N}»”’)\]%€]$/u.test(rest) ? put(1, `${space}${typed}`) : null;
};

/** Whether a word begins behind `text`. */
const beginsWord = (text: string, { double: [open] }: TypographyRules): boolean =>
  /(?:^|[\s([–—-])$/.test(text) || text.endsWith(open);

/** ‘90s: what opened was an apostrophe; behind ’10 a third digit tells that it was none: ‘100 were there’. */
const decade: Rule = ({ rest, typed, rules }) => {
  const opening = rules.single?.[0];
  if (!/\d/.test(typed) || opening === undefined || opening === '’') return null;
  const found = /(.)(\d|\d{2}[.,]?)$/su.exec(rest);
  const [, mark, digits = ''] = found ?? [];
  if (!found || !beginsWord(rest.slice(0, found.index), rules)) return null;
  if (mark === opening && digits.length === 1) return put(3, `’${digits}${typed}`);
  return mark === '’' && digits.length > 1 ? put(digits.length + 2, `${opening}${digits}${typed}`) : null;
};

/** Words that begin with an apostrophe: ’em, ’tis; ’s avonds, ’t is; so ’n Ding. */
const shortened = /(.)([Ee]m|[Tt](?:il|is|was|were)|[smtnk])$/su;

/** The shortened word at the end of `text`, before which an opening mark stands for an apostrophe; or null. */
function shortenedAt(text: string, rules: TypographyRules): string | null {
  const found = shortened.exec(text);
  const opening = rules.single?.[0];
  if (!found || opening === '’' || found[1] !== opening) return null;
  return beginsWord(text.slice(0, found.index), rules) ? (found[2] ?? null) : null;
}

/** ‘em and ‘tis, once the word has ended. */
const shortenedWord: Rule = ({ rest, typed, rules }) => {
  // A quotation of one short word ends with its own mark: ‚n‘.
  if (/[\p{L}\p{N}'’]/u.test(typed) || typed === rules.single?.[1]) return null;
  const word = shortenedAt(rest, rules);
  return word === null ? null : put(word.length + 2, `’${word}${typed}`);
};

/** What looked like an apostrophe ended a quotation in a quotation. */
const lateClosing: Rule = ({ rest, typed, rules }) =>
  /[\s.,;:!?)\]…–—]/.test(typed) && endsInner(rest, rules) ? put(2, `${rules.single?.[1]}${typed}`) : null;

const spacedHyphen: Rule = ({ rest, typed, rules }) => {
  if (typed !== ' ') return null;
  if (/^--$/.test(rest)) return put(3, `${rules.dash} `);
  return /[^\s\d] -$/.test(rest) ? put(2, `${rules.dash} `) : null;
};

/** The space is there already. */
const spaceBehindMark: Rule = ({ rest, typed, rules }) =>
  typed === ' ' && rules.double[0].length > 1 && rest.endsWith(rules.double[0]) ? put(1, '') : null;

const units =
  'km|m|cm|mm|kg|g|t|l|ha|kn|h|min|kWh|MWh|GWh|kW|MW|GW|°C|km\\/h|EUR|USD|Uhr|Mio|Mrd|milliards?|millions?|milioni|miliardi|millones|Millionen|Milliarden';
const endOfUnit = new RegExp(`\\d (${units})$`, 'u');
const unit: Rule = ({ rest, typed, rules }) => {
  if (!rules.unitSpace) return null;
  if (/[%‰€$£]/.test(typed)) return /\d $/.test(rest) ? put(2, `\u00a0${typed}`) : null;
  if (!/[\s.,;:!?)]/.test(typed)) return null;
  const word = endOfUnit.exec(rest)?.[1];
  return word === undefined ? null : put(word.length + 2, `\u00a0${word}${typed}`);
};

const byKey: Readonly<Record<string, readonly Rule[]>> = {
  '"': [doubleMark],
  "'": [apostrophe],
  '-': [dash],
  '.': [ellipsis],
  ';': [highMark],
  ':': [highMark],
  '!': [highMark],
  '?': [highMark],
  ' ': [spacedHyphen, spaceBehindMark],
};

/** What a key says about the characters before it. */
const afterwards: readonly Rule[] = [decade, shortenedWord, lateClosing, unit];
