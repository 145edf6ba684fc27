import { childOf, childrenOf, settingOf, type XmlElement } from './xml';

interface Level {
  readonly format: string;
  readonly start: number;
  /** "%1.%2" */
  readonly label: string;
}

/** The number of a paragraph in its list. */
export interface Numbered {
  readonly ordered: boolean;
  readonly number: number;
  /** The number as Word prints it, for numbered headings: "2.1". */
  readonly label: string;
}

/** Counts the paragraphs of each list, as Word does while it lays out. */
export interface NumberingCounter {
  next(list: string, level: number): Numbered;
}

/** Reads `word/numbering.xml`; without it every list is bulleted. */
export function readNumbering(root: XmlElement | null): NumberingCounter {
  const abstract = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  for (const element of root ? childrenOf(root) : []) {
    if (element.name === 'abstractNum') abstract.set(element.attributes['w:abstractNumId'] ?? '', element);
    if (element.name === 'num') lists.set(element.attributes['w:numId'] ?? '', element);
  }
  const levelOf = (list: string, level: number): Level => {
    const num = lists.get(list);
    const override = (num ? childrenOf(num, 'lvlOverride') : []).find(
      (candidate) => candidate.attributes['w:ilvl'] === String(level),
    );
    const shared = abstract.get(settingOf(num, 'abstractNumId') ?? '');
    const found =
      childOf(override, 'lvl') ??
      (shared ? childrenOf(shared, 'lvl') : []).find(
        (candidate) => candidate.attributes['w:ilvl'] === String(level),
      );
    const start = Number.parseInt(
      settingOf(override, 'startOverride') ?? settingOf(found, 'start') ?? '1',
      10,
    );
    return {
      format: settingOf(found, 'numFmt') ?? 'bullet',
      start: Number.isNaN(start) ? 1 : Math.min(1_000_000, Math.max(0, start)),
      label: settingOf(found, 'lvlText') ?? '',
    };
  };
  const counts = new Map<string, number[]>();
  return {
    next(list, level) {
      const numbers = counts.get(list) ?? [];
      counts.set(list, numbers);
      const { format, start, label } = levelOf(list, level);
      numbers[level] = numbers[level] === undefined ? start : numbers[level] + 1;
      numbers.length = level + 1;
      const ordered = format !== 'bullet' && format !== 'none';
      const printed = label.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return asFormat(numbers[at] ?? levelOf(list, at).start, levelOf(list, at).format);
      });
      return { ordered, number: numbers[level], label: ordered ? printed : '' };
    },
  };
}

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function asFormat(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return romanOf(number);
    case 'upperRoman':
      return romanOf(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

const letters = (number: number): string =>
  String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(9, Math.ceil(number / 26)));

function romanOf(number: number): string {
  let rest = Math.min(number, 4000);
  let text = '';
  for (const [value, sign] of roman) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
