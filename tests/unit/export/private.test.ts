import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../shared/article/article';
import {
  type AdTarget,
  adTargetNames,
  type FormatName,
  formatNames,
  type LookName,
  lookNames,
} from '../../../shared/article/desk-settings';
import { exportArticle, formats } from '../../../shared/export/formats';
import { exportWord } from '../../../shared/export/word/export';
import { bases, boundTerms, plant, planted, plantings, withSecrets } from './planted';
import { desk } from './stories';

type Exit = 'word' | FormatName;

/** Every way to readers, and last the JSON: the whole PublishedArticle, beyond which no format can print anything. */
const exits: readonly Exit[] = [
  'word',
  ...formatNames.filter((name) => formats[name].audience === 'readers' && name !== 'json'),
  'json',
];

/** Everything that leaves by an exit, names of files and archive members included, or null if it refuses. */
function outputOf(story: Article, exit: Exit, ads: AdTarget, look: LookName): string | null {
  if (exit === 'word') {
    const result = exportWord(story, desk, new Map());
    if (!result.ok) return null;
    const { file, ...rest } = result.value;
    const parts = Object.entries(unzipSync(file.bytes)).map(([name, part]) => name + strFromU8(part));
    return JSON.stringify([file.name, rest, parts]);
  }
  const result = exportArticle(story, desk, exit, {
    ads,
    look,
    houseStyle: null,
    canonicalUrl: null,
    crops: true,
  });
  return result.ok ? JSON.stringify(result.value) : null;
}

/** Sends planted articles out, each by the JSON and by some of the other exits, and counts what happened there. */
function sendOut(
  articlesToTry: number,
  exitsOfOne: fc.Arbitrary<readonly Exit[]>,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  fc.assert(
    fc.property(
      bases,
      boundTerms,
      fc.boolean(),
      plantings,
      exitsOfOne,
      fc.constantFrom(...adTargetNames),
      fc.constantFrom(...lookNames),
      (base, terms, ownTerms, planting, chosen, ads, look) => {
        const story = plant(withSecrets(base, terms, ownTerms), planting);
        for (const exit of chosen) {
          const output = outputOf(story, exit, ads, look);
          count(`${exit} ${output === null ? 'refused' : 'exported'}`);
          // What is planted where readers look must stop the export; what is only private must not.
          expect(output === null).toBe(planting.kind !== 'nothing more');
          if (output !== null) expect(output).not.toMatch(planted);
        }
      },
    ),
    { numRuns: articlesToTry },
  );
  return counts;
}

describe('private strings', () => {
  it('reach no exit in 10,000 articles', { timeout: 240_000 }, () => {
    const one = fc.constantFrom(...exits.slice(0, -1));
    const counts = sendOut(
      10_000,
      one.map((exit): readonly Exit[] => ['json', exit]),
    );
    for (const exit of exits) {
      expect(counts[`${exit} exported`]).toBeGreaterThan(500);
      expect(counts[`${exit} refused`]).toBeGreaterThan(500);
    }
  });

  it('reach no exit in articles that go out by all of them', { timeout: 120_000 }, () => {
    const counts = sendOut(500, fc.constant(exits));
    for (const exit of exits) expect(counts[`${exit} exported`]).toBe(counts['json exported']);
  });
});
