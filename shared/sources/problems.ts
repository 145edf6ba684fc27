import type { Source, Terms } from '../article/source';
import { mayBeNamed, mayBePublished } from './terms';

/** What an editor would ask about a source of an article. */
export type SourceProblem =
  | 'off-the-record'
  | 'no-description'
  | 'no-reason'
  | 'no-role'
  | 'no-name'
  | 'deleted'
  | 'words-changed';

/** One quotation of a source, as far as it can be a problem. */
export interface QuotedOn {
  readonly terms: Terms;
  readonly check: 'unchecked' | 'checked' | 'changed';
}

/** The problems of a source in an article, the gravest first. A source without quotations has none yet. */
export function sourceProblems(source: Source, quoted: readonly QuotedOn[]): readonly SourceProblem[] {
  if (quoted.length === 0) return [];
  const isUnnamed = quoted.some(({ terms }) => !mayBeNamed(terms));
  const isNamed = quoted.some(({ terms }) => mayBeNamed(terms));
  const onBackground = quoted.some(({ terms }) => terms === 'on-background');
  const empty = (text: string) => text.trim() === '';
  const found: readonly (readonly [SourceProblem, boolean])[] = [
    ['off-the-record', quoted.some(({ terms }) => !mayBePublished(terms))],
    ['words-changed', quoted.some(({ check }) => check === 'changed')],
    ['no-description', onBackground && empty(source.publishedAs)],
    ['no-reason', isUnnamed && empty(source.reasonUnnamed)],
    ['no-name', empty(source.name)],
    ['no-role', isNamed && source.kind === 'person' && empty(source.role)],
    ['deleted', source.deleted],
  ];
  return found.flatMap(([problem, holds]) => (holds ? [problem] : []));
}
