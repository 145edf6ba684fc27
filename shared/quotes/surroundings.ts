import type { Cue } from './cues';
import type { QuotationInText, Reading } from './reading';

/** How a quotation is built into its sentence; the table of weights has a part for each. */
export type Setting = 'opening' | 'partial' | 'introduced' | 'following' | 'standing';

/** What the rim of a quotation tells. */
export interface Surroundings {
  readonly setting: Setting;
  /** The last character that is no closing mark: ",", ".", "?" … or 'word'. */
  readonly ending: 'comma' | 'stop' | 'question' | 'word';
  readonly startsParagraph: boolean;
  readonly endsParagraph: boolean;
  /** Cue that stands directly at the quotation, if there is one. */
  readonly direct: Cue | null;
}

/** Reads the surroundings of every quotation, in order. */
export function readSurroundings(reading: Reading): Surroundings[] {
  const after = new Map<number, Cue>();
  const before = new Map<number, Cue>();
  for (const cue of reading.cues) {
    if (cue.strength !== 'plain' || cue.path === 'noun') continue;
    const first = Math.min(cue.at, cue.subject.first) - (cue.path === 'according' ? 1 : 0);
    const left = stepOverMarks(reading, first - 1, -1);
    if (
      reading.words[left]?.tag === 'quotation' &&
      reading.words[left]?.sentence === cue.sentence &&
      !after.has(left)
    )
      after.set(left, cue);
    const last = cue.path === 'inverted' || cue.path === 'according' ? cue.subject.last : cue.at;
    let right = stepOverMarks(reading, last + 1, 1);
    if (reading.words[right]?.word.lower === 'that') right = stepOverMarks(reading, right + 1, 1);
    if (reading.words[right]?.tag === 'quotation' && reading.words[right]?.sentence === cue.sentence)
      before.set(right, cue);
  }
  return reading.quotations.map((quotation) => {
    const afterCue = after.get(quotation.at) ?? null;
    const beforeCue = before.get(quotation.at) ?? null;
    const ending = endingOf(reading.text, quotation);
    return {
      ending,
      setting: settingOf(reading, quotation, ending),
      startsParagraph: reading.words[quotation.at - 1]?.word.paragraph !== quotation.paragraph,
      endsParagraph: reading.words[quotation.at + 1]?.word.paragraph !== quotation.paragraph,
      direct: ending === 'stop' ? (beforeCue ?? afterCue) : (afterCue ?? beforeCue),
    };
  });
}

function stepOverMarks(reading: Reading, from: number, step: 1 | -1): number {
  let index = from;
  while (reading.words[index]?.tag === 'mark') index += step;
  return index;
}

function endingOf(text: string, quotation: QuotationInText): Surroundings['ending'] {
  const rim = text
    .slice(Math.max(quotation.start, quotation.end - 6), quotation.end + 1)
    .replace(/[\s"“”‘’'«»)\]]+/g, '');
  const character = rim.at(-1) ?? '';
  const outside = text[quotation.end] ?? '';
  if (character === ',' || outside === ',') return 'comma';
  if (/[.…—–]/.test(character)) return 'stop';
  return /[?!]/.test(character) ? 'question' : 'word';
}

function settingOf(reading: Reading, quotation: QuotationInText, ending: Surroundings['ending']): Setting {
  const word = reading.words[quotation.at];
  const inner = reading.text.slice(quotation.start + 1, quotation.start + 6);
  const lower = /^[\s.…[“‘'"]*\p{Ll}/u.test(inner);
  const previous = reading.words[quotation.at - 1];
  if (word?.startsSentence) {
    if (ending === 'comma' || ending === 'question') return 'opening';
    const before = lastQuotationBefore(reading, quotation);
    return before && before.paragraph === quotation.paragraph && quotation.sentence - before.sentence <= 1
      ? 'following'
      : 'standing';
  }
  if (!lower && previous && /^[:,—–-]$/.test(previous.word.text)) return 'introduced';
  return lower || previous?.tag !== 'mark' ? 'partial' : 'introduced';
}

function lastQuotationBefore(reading: Reading, quotation: QuotationInText): QuotationInText | undefined {
  return reading.quotations[quotation.index - 1];
}
