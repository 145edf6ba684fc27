import { pairMarks } from '../../quotes/marks';
import type { CheckSetting, TextCheck } from '../check';
import { createStyleSearch, type StyleSearch } from '../house-style';

const prepared = new WeakMap<CheckSetting['desk']['houseStyle'], StyleSearch>();

function searchOf({ desk }: CheckSetting): StyleSearch {
  const known = prepared.get(desk.houseStyle);
  if (known) return known;
  const search = createStyleSearch(desk.houseStyle);
  prepared.set(desk.houseStyle, search);
  return search;
}

/** Writes the preferred words as the avoided ones were written: with a capital at the beginning of a sentence. */
function asWritten(found: string, prefer: string): string {
  const [first = ''] = found;
  const capital = first !== first.toLowerCase() && found.slice(1) === found.slice(1).toLowerCase();
  return capital ? prefer.slice(0, 1).toUpperCase() + prefer.slice(1) : prefer;
}

/** The desk's list: not this, but that, because. */
export const houseStyleWords: TextCheck = {
  scope: 'text',
  code: 'house-style',
  severity: 'warning',
  title: 'Words the house style avoids',
  find({ text, protected: safe }, setting) {
    const hits = searchOf(setting)(text);
    // What stands inside quotation marks are somebody's words, to which no house style applies.
    const quotations = hits.length === 0 ? [] : pairMarks(text, false);
    return hits.flatMap(({ start, end, rule }) => {
      if (safe.touches({ start, end })) return [];
      const found = text.slice(start, end);
      const prefer = asWritten(found, rule.prefer);
      if (prefer === found) return [];
      const quoted = quotations.some((quotation) => quotation.start < start && end <= quotation.end);
      const instead =
        prefer === '' ? `House style avoids “${found}”` : `House style: “${prefer}”, not “${found}”`;
      const because = rule.reason === '' ? '' : ` (${rule.reason})`;
      return [
        {
          start,
          end,
          reason: `${instead}${because}.${quoted ? ' These are quoted words: change them only if they were not said.' : ''}`,
          fix:
            prefer === '' || quoted
              ? null
              : { words: `Write “${prefer}”`, edits: [{ start, end, text: prefer }] },
        },
      ];
    });
  },
};
