import type { Article } from '../../article/article';

/** Words of an article that are right by themselves: names of its sources and writers, and words the desk has learnt. */
export function knownWords({ sources, bylines }: Article, learnt: readonly string[]): ReadonlySet<string> {
  const names = [
    ...sources.flatMap(({ name, organisation, role, title }) => [name, organisation, role, title]),
    ...bylines.map(({ name }) => name),
    ...learnt,
  ];
  return new Set(names.flatMap((name) => [name, ...(name.match(/[\p{L}\p{N}]+/gu) ?? [])]));
}
