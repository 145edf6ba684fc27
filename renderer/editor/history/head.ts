import type { Byline } from '../../../shared/article/article';
import { bylineText } from '../../../shared/article/byline';

/** What is written above the body. */
export interface HeadText {
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly bylines: readonly Byline[];
  readonly dateline: string;
}

/** The head as the line of undo reaches it. */
export interface HeadPort {
  read(): HeadText;
  write(head: HeadText): void;
  /** Gives the keyboard to a field, with the caret where it was (UTF-16 code units). */
  focus(field: keyof HeadText, start: number, end: number): void;
}

const names = ['kicker', 'headline', 'deck', 'bylines', 'dateline'] as const satisfies (keyof HeadText)[];

/** The field that an element of the page is for; null for all others. */
export function headFieldOf(target: unknown): keyof HeadText | null {
  if (!(target instanceof HTMLElement)) return null;
  const name = target.dataset.headField;
  return names.find((candidate) => candidate === name) ?? null;
}

/** Whether both read the same. */
export const sameHead = (one: HeadText, other: HeadText): boolean =>
  names.every((name) =>
    name === 'bylines'
      ? one.bylines === other.bylines || bylineText(one.bylines) === bylineText(other.bylines)
      : one[name] === other[name],
  );

/** The element of a field on the page. */
const elementOf = (field: keyof HeadText) =>
  document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-head-field="${field}"]`);

/** Gives the keyboard to a field; its words are those of `head`, which React may draw a moment later. */
export function focusHeadField(head: HeadText, field: keyof HeadText, start: number, end: number): void {
  const element = elementOf(field);
  if (!element) return;
  element.focus();
  const text = field === 'bylines' ? bylineText(head.bylines) : head[field];
  if (element.value !== text) element.value = text;
  element.setSelectionRange(Math.min(start, text.length), Math.min(end, text.length));
}
