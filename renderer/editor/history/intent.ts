import type { ChangeKind } from './steps';

/** What an event of the keyboard is about to do to the words. */
export interface Meant {
  readonly kind: ChangeKind;
  /** Empty where nothing is typed. */
  readonly typed: string;
}

const intentions: Readonly<Record<string, ChangeKind>> = {
  insertText: 'insert',
  insertCompositionText: 'insert',
  deleteContentBackward: 'delete-backward',
  deleteContentForward: 'delete-forward',
};

/** What an event of the keyboard is about to do to the words; null where it does nothing to them. */
export function intentOf(event: Event): Meant | 'undo' | 'redo' | null {
  if (event instanceof InputEvent) {
    if (event.inputType === 'historyUndo') return 'undo';
    if (event.inputType === 'historyRedo') return 'redo';
    return { kind: intentions[event.inputType] ?? 'other', typed: event.data ?? '' };
  }
  // Lexical takes these keys itself, before the browser tells what it would do.
  if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Backspace') return { kind: 'delete-backward', typed: '' };
  if (event.key === 'Delete') return { kind: 'delete-forward', typed: '' };
  return null;
}
