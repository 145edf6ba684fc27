import type { TypographyRules } from '../../shared/typography/rules';
import { substitute } from '../../shared/typography/substitute';

/**
 * What `typed` becomes behind `before` when it is written there: quotation marks, apostrophes, dashes and spaces as the
 * language sets them. What stands before stays as it is.
 */
export function setAsTyped(before: string, typed: string, rules: TypographyRules | null): string {
  if (!rules) return typed;
  let words = '';
  for (const character of typed) {
    words += character;
    const found = substitute(before + words, rules);
    if (found && found.back <= words.length) words = words.slice(0, words.length - found.back) + found.text;
  }
  return words;
}
