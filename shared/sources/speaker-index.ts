import type { Source } from '../article/source';

/**
 * The place of the source `id` among an article's sources, for its tone; -1 where it is none of them. Two entries of
 * one name (merged in the source book) have the place of the first, so that one person has one tone.
 */
export function speakerIndex(sources: readonly Source[], id: string | null): number {
  const source = sources.find((candidate) => candidate.id === id);
  if (!source) return -1;
  return sources.findIndex((candidate) => candidate === source || isNamed(candidate, source.name));
}

const isNamed = ({ name }: Source, wanted: string): boolean => name !== '' && name === wanted;
