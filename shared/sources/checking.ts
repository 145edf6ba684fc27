import type { Quotation } from '../article/quotation';

/** Whether somebody held the words against the evidence, and whether they are still those words. */
export type CheckState = 'unchecked' | 'checked' | 'changed';

/** The state of a quotation whose words are now `words`. */
export function checkState(quotation: Pick<Quotation, 'checked'>, words: string): CheckState {
  if (!quotation.checked) return 'unchecked';
  return quotation.checked.text === words ? 'checked' : 'changed';
}
