import type { Byline } from '../../../shared/article/article';
import type { ImageContent } from '../../../shared/article/block';
import { bylineText } from '../../../shared/article/byline';

/** What is written above the body. */
export interface HeadText {
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly bylines: readonly Byline[];
  readonly dateline: string;
  readonly leadImage: ImageContent | null;
}

/** A place above the body: the field that has the keyboard, with its caret (UTF-16 code units). */
export interface HeadPlace {
  readonly field: keyof HeadText;
  /** The accessible name of the element: the lead image has several. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** The head as the line of undo reaches it. */
export interface HeadPort {
  read(): HeadText;
  write(head: HeadText): void;
  /** Gives the keyboard to a field, with the caret where it was. */
  focus(place: HeadPlace): void;
}

const names = [
  'kicker',
  'headline',
  'deck',
  'bylines',
  'dateline',
  'leadImage',
] as const satisfies (keyof HeadText)[];

/** The field that an element of the page is for; null for all others. */
export function headFieldOf(target: unknown): keyof HeadText | null {
  if (!(target instanceof HTMLElement)) return null;
  if (target.closest('.lead')) return 'leadImage';
  const name = target.dataset.headField;
  return names.find((candidate) => candidate === name) ?? null;
}

/** The field of the head that has the keyboard, with its caret; null where it is elsewhere. */
export function fieldInUse(): HeadPlace | null {
  const element = typeof document === 'undefined' ? null : document.activeElement;
  const field = headFieldOf(element);
  if (!field || !element) return null;
  const label = element.getAttribute('aria-label') ?? '';
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  const [start, end] = isField ? [element.selectionStart ?? 0, element.selectionEnd ?? 0] : [0, 0];
  return { field, label, start, end };
}

/** Whether both read the same. */
export const sameHead = (one: HeadText, other: HeadText): boolean =>
  names.every((name) =>
    name === 'bylines'
      ? one.bylines === other.bylines || bylineText(one.bylines) === bylineText(other.bylines)
      : one[name] === other[name],
  );

/** Gives the keyboard to a field; its words are those of `head`, which React may draw a moment later. */
export function focusHeadField(head: HeadText, { field, label, start, end }: HeadPlace): void {
  if (field === 'leadImage') {
    focusLead(label);
    return;
  }
  const element = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[data-head-field="${field}"]`,
  );
  if (!element) return;
  element.focus();
  const text = field === 'bylines' ? bylineText(head.bylines) : head[field];
  if (element.value !== text) element.value = text;
  element.setSelectionRange(Math.min(start, text.length), Math.min(end, text.length));
}

/** The fields of the lead image set their caret themselves, where their words changed. */
function focusLead(label: string): void {
  const field = document.querySelector<HTMLElement>(`.lead [aria-label="${CSS.escape(label)}"]`);
  if (document.activeElement !== field) field?.focus();
}
