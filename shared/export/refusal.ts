import { assertNever } from '../base/assert-never';

/** The part of an article in which something stands. */
export type Part =
  | 'slug'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'dateline'
  | 'section'
  | 'subjects'
  | 'lead image'
  | 'body'
  | 'corrections'
  | 'masthead'
  | 'address'
  | 'attribution';

/** Where something stands; `block` is an index into `article.body` and null outside the body. */
export interface Place {
  readonly part: Part;
  readonly block: number | null;
}

/**
 * Why an article may not leave. A refusal is shown at the desk only: it holds private words, and goes into no output.
 * `excerpt` is what a reader would have seen.
 */
export type Refusal =
  | { readonly code: 'off-the-record'; readonly place: Place; readonly excerpt: string }
  | {
      readonly code: 'name-of-unnamed-source';
      readonly place: Place;
      readonly excerpt: string;
      readonly sourceId: string;
    }
  | {
      readonly code: 'missing-reference';
      readonly place: Place;
      readonly excerpt: string;
      readonly reference: 'quotation' | 'source';
    };

/** What is wrong, with the words, and what to do: for the window. */
export function describeRefusal(refusal: Refusal): string {
  const { excerpt } = refusal;
  // Words that were said bring their marks along.
  return describeWith(refusal, /^[“„«"]/.test(excerpt) ? `: ${excerpt}` : `: “${excerpt}”`);
}

/** The same without the words, which are private: for what is kept by other programs, such as the log of a pipeline. */
export const describeRefusalWithoutWords = (refusal: Refusal): string => describeWith(refusal, '');

function describeWith(refusal: Refusal, words: string): string {
  const where = describePlace(refusal.place);
  switch (refusal.code) {
    case 'off-the-record':
      return `${where} holds words that are off the record${words}. Remove them, or agree on other terms with the source.`;
    case 'name-of-unnamed-source':
      return `${where} gives away a source who may not be named${words}. Take the name out, or change the terms of the source.`;
    case 'missing-reference':
      return `${where} refers to a ${refusal.reference} that the article no longer holds, so its terms are unknown${words}. Remove the tag or tag it again.`;
    default:
      return assertNever(refusal);
  }
}

/** The place in words; blocks are counted from 1. */
function describePlace({ part, block }: Place): string {
  if (block !== null) return `Block ${block + 1}`;
  return partNames[part] ?? `The ${part}`;
}

const partNames: Partial<Record<Part, string>> = {
  address: 'The address of the page',
  attribution: 'The attribution of a quotation',
  corrections: 'A correction',
  subjects: 'A subject',
};

/** What was left out rightly and the writer is told about. `blocks` are indexes into `article.body`. */
export interface Omission {
  readonly code: 'unknown-block' | 'to-come' | 'desk-note' | 'note' | 'empty-block' | 'withheld-attribution';
  readonly count: number;
  readonly blocks: readonly number[];
}

/** The beginning of a text: at most 80 characters on one line. */
export function excerpt(text: string): string {
  return beginning(text.replace(/\s+/g, ' ').trim(), 80);
}

/** The words around a stretch of a text, with the stretch in full. Offsets are UTF-16 code units. */
export function excerptAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 24), start).replace(/^[\udc00-\udfff]/, '');
  const left = start > 24 ? `…${before}` : before;
  return `${left}${text.slice(start, end)}${beginning(text.slice(end), 24)}`.replace(/\s+/g, ' ').trim();
}

/** Cut before `most` UTF-16 code units, never inside a surrogate pair. */
function beginning(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
