import type { Finding, Place } from './finding';
import { allChecks } from './registry';

/** Checks that find words which stay at the desk: what else is found where those stand would show them as well. */
const findPrivateWords: ReadonlySet<string> = new Set([
  'off-the-record',
  'unnamed-source-named',
  'unnamed-source-surname',
]);

/** Checks whose own words are private, or said on terms that nobody knows. Their reasons hold none. */
const showPrivateWords: ReadonlySet<string> = new Set([
  ...findPrivateWords,
  'unnamed-without-reason',
  'quotation-without-speaker',
]);

/** Checks whose reason too is private: it repeats the evidence, or what is still to be asked. */
const reasonIsPrivate: ReadonlySet<string> = new Set(['checked-words-changed', 'tk']);

/**
 * The findings of one article as they may stand in a log of another program: without the words of those that would show
 * the name of an unnamed source, what was said off the record, the evidence, or what a gap is to hold. Place, check and severity stay. What is
 * found in the same block as a private word, beside it, or in the fields around the body where one has it, loses its words.
 */
export function withoutPrivateWords(findings: readonly Finding[]): readonly Finding[] {
  const hidden = new Set(
    findings.filter(({ code }) => findPrivateWords.has(code)).map(({ place }) => placeNumber(place)),
  );
  // Some checks show the words of the block before or behind.
  const isBesidePrivate = (place: Place): boolean => {
    const block = placeNumber(place);
    return hidden.has(block) || (block !== null && (hidden.has(block - 1) || hidden.has(block + 1)));
  };
  return findings.map((finding) => {
    if (showPrivateWords.has(finding.code)) return { ...finding, excerpt: '', fix: null };
    if (reasonIsPrivate.has(finding.code) || isBesidePrivate(finding.place)) {
      return { ...finding, excerpt: '', reason: titleOf(finding), fix: null };
    }
    return finding;
  });
}

/** The block of a place; null outside the body. */
const placeNumber = (place: Place): number | null => ('block' in place ? place.block : null);

const titleOf = ({ code }: Finding): string => allChecks.find((check) => check.code === code)?.title ?? code;
