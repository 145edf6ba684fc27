import type { Source } from '../article/source';
import { tokensOf, withoutTitles } from './name-tokens';
import { mayBeNamed } from './terms';

/** A name as it is compared: "Sen. John Kerry" and "JOHN KERRY" are the same. Empty for a name without letters. */
export const comparableName = (name: string): string => withoutTitles(tokensOf(name)).join(' ');

/**
 * The source called `name`: spelled alike first, else the only one whose name differs by titles, case or accents
 * alone. Deleted sources are not found; undefined where there is none, or where it could be several.
 */
export function sourceNamed(sources: readonly Source[], name: string): Source | undefined {
  const present = sources.filter((source) => !source.deleted);
  const spelled = name.trim().toLowerCase();
  const exact = present.find((source) => source.name.trim().toLowerCase() === spelled);
  if (exact) return exact;
  const wanted = comparableName(name);
  if (wanted === '') return undefined;
  const alike = present.filter((source) => comparableName(source.name) === wanted);
  return alike.length === 1 ? alike[0] : undefined;
}

/** Two entries that are probably one source; the fuller name stands first. */
export interface ProbableDuplicate {
  readonly keep: Source;
  readonly merge: Source;
}

/**
 * Pairs of entries that are probably one source: "J. Kerry" and "John Kerry", "Kerry" and the only Kerry of the book,
 * one organisation with and without "the", a document with the same address. Two entries of one name on different
 * terms are left alone: a desk keeps them apart on purpose, one to be named and one not. Cost grows with the number of
 * sources that share a surname.
 */
export function probableDuplicates(sources: readonly Source[]): readonly ProbableDuplicate[] {
  const groups = new Map<string, Candidate[]>();
  for (const source of sources) {
    if (source.deleted) continue;
    const tokens = namesTokens(source);
    const key = source.kind === 'person' ? tokens.at(-1) : tokens.join(' ');
    if (!key) continue;
    const group = `${source.kind} ${mayBeNamed(source.terms)} ${key}`;
    groups.set(group, [...(groups.get(group) ?? []), { source, tokens }]);
  }
  return [...groups.values()].flatMap(pairsIn);
}

interface Candidate {
  readonly source: Source;
  readonly tokens: readonly string[];
}

function namesTokens(source: Source): readonly string[] {
  if (source.kind === 'document') return source.url ? [source.url] : tokensOf(source.title || source.name);
  const tokens = withoutTitles(tokensOf(source.name));
  return source.kind === 'organisation' && tokens[0] === 'the' ? tokens.slice(1) : tokens;
}

function pairsIn(group: readonly Candidate[]): readonly ProbableDuplicate[] {
  const fuller = [...group].sort((one, other) => lettersOf(other) - lettersOf(one));
  return fuller.flatMap((keep, index) =>
    fuller
      .slice(index + 1)
      .filter((merge) => probablyOne(keep, merge, group))
      .map((merge) => ({ keep: keep.source, merge: merge.source })),
  );
}

const lettersOf = ({ tokens, source }: Candidate): number =>
  tokens.join('').length * 1000 + source.role.length;

/** Whether two names with the same surname (or, for what is no person, the same words) fit each other. */
function probablyOne(full: Candidate, short: Candidate, group: readonly Candidate[]): boolean {
  if (full.source.kind !== 'person') return true;
  if (short.tokens.length === 1) {
    return group.filter(({ tokens }) => tokens.length > 1).length === 1 || full.tokens.length === 1;
  }
  const [first, shortFirst] = [full.tokens[0] ?? '', short.tokens[0] ?? ''];
  const firstFits = first === shortFirst || (shortFirst.length === 1 && first.startsWith(shortFirst));
  return firstFits && middlesFit(full.tokens.slice(1, -1), short.tokens.slice(1, -1));
}

/** Names between first and last: the shorter may leave them out or shorten them, not have others. */
function middlesFit(full: readonly string[], short: readonly string[]): boolean {
  if (full.length === 0 || short.length === 0) return true;
  return short.every((name, index) => {
    const other = full[index];
    return other !== undefined && (other.startsWith(name) || name.startsWith(other));
  });
}
