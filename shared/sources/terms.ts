import type { Quotation } from '../article/quotation';
import { type Source, type SourceKind, type Terms, termsNames } from '../article/source';
import { assertNever } from '../base/assert-never';

/*
 * The rules that bind (DESIGN 4), in one place. Every exit, check and label asks here; nobody else reads
 * `source.name`, `source.role` or `terms` in order to publish something.
 */

/** The terms of words that nobody has been named for and no terms were agreed on. */
export const termsOfNobody: Terms = 'on-the-record';

/** The terms in force for a quotation: its own, or else its source's, or else on the record. */
export function termsInForce(
  quotation: Pick<Quotation, 'terms'> | null,
  source: Pick<Source, 'terms'> | null,
): Terms {
  return quotation?.terms ?? source?.terms ?? termsOfNobody;
}

/** The more binding of two terms. */
export const moreBinding = (one: Terms, other: Terms): Terms =>
  termsNames.indexOf(one) > termsNames.indexOf(other) ? one : other;

/** Whether words on these terms may be published at all. */
export const mayBePublished = (terms: Terms): boolean => terms !== 'off-the-record';

/** Whether whoever said words on these terms may be named. */
export const mayBeNamed = (terms: Terms): boolean => terms === 'on-the-record';

/**
 * The name under which a source appears for words on these terms, or null if it may not be attributed at all.
 * On background it is `publishedAs`; where that is still empty there is no attribution, never the name.
 */
export function publishedName(
  source: Pick<Source, 'kind' | 'name' | 'title' | 'publishedAs'>,
  terms: Terms,
): string | null {
  switch (terms) {
    case 'on-the-record':
      return (source.kind === 'document' && source.title.trim()) || source.name.trim() || null;
    case 'on-background':
      return source.publishedAs.trim() || null;
    case 'deep-background':
    case 'off-the-record':
      return null;
    default:
      return assertNever(terms);
  }
}

/** The role as published, or null: the role of an unnamed source is private, `publishedAs` says what may be said. */
export const publishedRole = (source: Pick<Source, 'role'>, terms: Terms): string | null =>
  mayBeNamed(terms) ? source.role.trim() || null : null;

/** Everything about a speaker that may leave the desk. */
export interface Speaker {
  readonly kind: SourceKind;
  /** The name, or the description under which an unnamed source appears. */
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  /** Where a document can be read. */
  readonly url: string | null;
  /** Whether `name` is the real name. */
  readonly named: boolean;
}

/** The speaker of words on these terms as it may be published, or null if there is no attribution. */
export function publishedSpeaker(source: Source, terms: Terms): Speaker | null {
  const name = publishedName(source, terms);
  if (name === null) return null;
  const named = mayBeNamed(terms);
  return {
    kind: source.kind,
    name,
    role: publishedRole(source, terms),
    organisation: named ? source.organisation.trim() || null : null,
    url: named && source.kind === 'document' ? source.url : null,
    named,
  };
}
