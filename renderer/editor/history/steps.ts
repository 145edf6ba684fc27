/** How the words changed, as far as it decides what is undone together. */
export type ChangeKind = 'insert' | 'delete-backward' | 'delete-forward' | 'other';

export interface Change {
  readonly kind: ChangeKind;
  /** Body or field of the head. */
  readonly where: string;
  /** Milliseconds. */
  readonly at: number;
  /** What was typed; empty where nothing was. */
  readonly typed: string;
  /** An input method is still composing: what it shows now is not yet what is meant. */
  readonly composing: boolean;
}

/** A step that may still grow. */
export interface OpenStep {
  readonly kind: ChangeKind;
  readonly where: string;
  readonly at: number;
  /** How much was typed or deleted in it, in UTF-16 code units. */
  readonly length: number;
  readonly endsInSpace: boolean;
  readonly composing: boolean;
}

/** A pause ends a step; milliseconds. */
const pause = 600;

/** A step of this many characters ends where the next word begins, however fast it is typed. */
const longStep = 40;

/** Whether `change` goes on with `step`: the same kind of work at the same place, without a pause, and not for ever. */
export function continues(step: OpenStep | null, change: Change): boolean {
  if (!step || change.kind === 'other' || step.kind !== change.kind || step.where !== change.where)
    return false;
  if (step.composing && change.composing) return true;
  if (change.at - step.at >= pause) return false;
  const beginsWord = step.endsInSpace && /^\S/.test(change.typed);
  return step.length < longStep || !(beginsWord || change.kind !== 'insert');
}

/** The step after `change`; null where what comes next is a step of its own. */
export function grown(step: OpenStep | null, change: Change, joined: boolean): OpenStep | null {
  if (change.kind === 'other') return null;
  const { kind, where, at, composing } = change;
  const length = (joined ? (step?.length ?? 0) : 0) + Math.max(1, change.typed.length);
  return { kind, where, at, composing, length, endsInSpace: /\s$/.test(change.typed) };
}
