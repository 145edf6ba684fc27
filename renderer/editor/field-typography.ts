import type { LexicalEditor } from 'lexical';
import type { TypographyRules } from '../../shared/typography/rules';
import { substitute } from '../../shared/typography/substitute';

/** Sets what was just typed into a field as the language does; whether it changed anything. The caret goes along. */
export function setTyped(
  field: HTMLInputElement | HTMLTextAreaElement,
  event: Event,
  rules: TypographyRules | null,
): boolean {
  if (!rules || !(event instanceof InputEvent) || event.inputType !== 'insertText' || event.isComposing)
    return false;
  const caret = field.selectionStart ?? 0;
  const before = field.value.slice(0, caret);
  if (event.data?.length !== 1 || !before.endsWith(event.data)) return false;
  const found = substitute(before, rules);
  if (!found) return false;
  field.setRangeText(found.text, caret - found.back, caret, 'end');
  return true;
}

const rulesOf = new WeakMap<LexicalEditor, () => TypographyRules | null>();

/** Tells the blocks of `editor` what the language of the article makes of characters typed into their fields. */
export const giveTypography = (editor: LexicalEditor, rules: () => TypographyRules | null): void =>
  void rulesOf.set(editor, rules);

/** What it makes of them now; null where they stay as typed. */
export const typographyOf = (editor: LexicalEditor): TypographyRules | null =>
  rulesOf.get(editor)?.() ?? null;
