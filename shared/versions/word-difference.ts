import { diffWordsWithSpace } from 'diff';
import { canonicalLanguage } from '../article/language';

/** One stretch of a text beside its former version. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** How long a comparison may take before both texts are shown whole, in milliseconds. */
const patience = 400;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(canonicalLanguage(language), { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/** How `after` differs from `before`, word by word in the given language (BCP 47). Both texts can be put together again. */
export function wordDifference(before: string, after: string, language: string): readonly Stretch[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const intlSegmenter = segmenterFor(language);
  const changes = diffWordsWithSpace(before, after, { intlSegmenter, timeout: patience });
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
