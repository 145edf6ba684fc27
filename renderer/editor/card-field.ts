import type { TypographyRules } from '../../shared/typography/rules';
import { asSubstitution, asTyped } from './edit-in-place';
import { setTyped } from './field-typography';

/** A quiet text field inside a card: looks like text until it is used. */
export interface CardField {
  readonly element: HTMLElement;
  /** Shows `value`, unless it is what the writer is typing. */
  show(value: string): void;
}

export interface CardFieldKind {
  /** The accessible name. */
  readonly label: string;
  readonly placeholder: string;
  /** The name of what it holds in its block, where readers see it as text. */
  readonly name?: string;
  /** Grows with its words over several lines; Enter does not break a line. */
  readonly grows?: true;
  /** Why a typed value cannot be taken; null where it can. Without it everything can. */
  readonly refuses?: (value: string) => string | null;
  /** What the language of the article makes of typed characters; without it they stay as typed. */
  readonly typography?: () => TypographyRules | null;
  /** Takes each typed value that is not refused. */
  readonly change: (value: string) => void;
}

let count = 0;

/** Makes a field of a card. */
export function cardField({
  label,
  placeholder,
  name,
  grows,
  refuses,
  typography,
  change,
}: CardFieldKind): CardField {
  const field = document.createElement(grows ? 'textarea' : 'input');
  if (field instanceof HTMLInputElement) field.type = 'text';
  else field.rows = 1;
  field.className = 'card-field';
  field.setAttribute('aria-label', label);
  field.placeholder = placeholder;
  if (name !== undefined) field.dataset.cardField = name;
  field.spellcheck = false;
  field.dir = 'auto';
  let known = '';

  const problem = refuses ? drawn('span', 'card-problem') : null;
  if (problem) {
    count += 1;
    problem.id = `card-problem-${count}`;
    problem.hidden = true;
    field.setAttribute('aria-describedby', problem.id);
  }
  const judge = (): boolean => {
    const reason = refuses?.(field.value) ?? null;
    if (problem) {
      field.setAttribute('aria-invalid', String(reason !== null));
      problem.textContent = reason ?? '';
      problem.hidden = reason === null;
    }
    return reason === null;
  };

  field.addEventListener('input', (event) => {
    if (grows && /[\r\n]/.test(field.value)) field.value = field.value.replace(/[\r\n]+/g, ' ');
    if (!judge()) return;
    known = field.value;
    const rules = typography?.() ?? null;
    asTyped(() => change(known));
    if (!setTyped(field, event, rules)) return;
    known = field.value;
    asSubstitution(() => change(known));
  });
  // A value that cannot be taken is not kept: the field shows again what the document has.
  field.addEventListener('blur', () => {
    if (field.value === known) return;
    field.value = known;
    judge();
  });
  return {
    element: problem ? drawn('span', 'card-field-place', field, problem) : field,
    show(value) {
      if (value === known) return;
      const caret = differenceEnd(known, value);
      known = value;
      field.value = value;
      // What was undone or redone while the keyboard is here is where the caret goes.
      if (document.activeElement === field) field.setSelectionRange(caret, caret);
      judge();
    },
  };
}

/** How far two texts agree from the end, as an offset into the second: behind what is new in it. */
export function differenceEnd(before: string, after: string): number {
  let same = 0;
  while (
    same < Math.min(before.length, after.length) &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same += 1;
  return after.length - same;
}

/** An element with a class and a text, for building a card's view. */
export function drawn<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** A button of a card. Its name says what it does; a click must not select the card. */
export function cardButton(label: string, act: () => void): HTMLButtonElement {
  const button = drawn('button', 'card-button', label);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}
