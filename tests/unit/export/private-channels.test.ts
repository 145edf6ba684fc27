import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leavingForms } from '../../../renderer/app/clipboard-exits';
import { departure } from '../../../renderer/export/departure';
import { exportArticle } from '../../../shared/export/formats';
import { manifest } from '../../../shared/export/manifest';
import { describeRefusalWithoutWords } from '../../../shared/export/refusal';
import { bases, boundTerms, plant, planted, plantings, withSecrets } from './planted';
import { desk } from './stories';

/* Ways by which an article's words leave beside its exports: what other programs paste, what is told of an export, and where. */

const book = { sources: [], merges: [], problem: null, isRead: true };
const options = {
  ads: 'neutral',
  look: 'broadsheet',
  houseStyle: null,
  canonicalUrl: null,
  crops: true,
} as const;
const stories = fc
  .tuple(bases, boundTerms, fc.boolean(), plantings)
  .map(([base, terms, ownTerms, planting]) => ({
    planting,
    story: plant(withSecrets(base, terms, ownTerms), planting),
  }));

it('what other programs paste holds nothing private, of whole articles and of each block', {
  timeout: 120_000,
}, () => {
  let copied = 0;
  fc.assert(
    fc.property(stories, ({ story }) => {
      for (const body of [story.body, ...story.body.map((block) => [block])]) {
        const leaving = leavingForms({ ...story, body }, desk, book);
        if (leaving.ok) expect(JSON.stringify(leaving.value)).not.toMatch(planted);
        // What is told instead is shown in the window, and names no words either.
        else expect(leaving.error).not.toMatch(planted);
        if (leaving.ok) copied += 1;
      }
    }),
    { numRuns: 250 },
  );
  expect(copied).toBeGreaterThan(250);
});

it('the record of an export, and the refusal of one on a command line, hold nothing private', {
  timeout: 120_000,
}, async () => {
  const counts = { exported: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(stories, async ({ story }) => {
      const exported = exportArticle(story, desk, 'page', options);
      if (!exported.ok) {
        counts.refused += 1;
        expect(exported.error.map(describeRefusalWithoutWords).join('\n')).not.toMatch(planted);
        return;
      }
      counts.exported += 1;
      const { files, omitted } = exported.value;
      const written = files.map(({ name, mediaType, text }) => ({ name, mediaType, content: text }));
      const left = await departure(written, {
        omitted,
        slug: story.slug,
        format: 'page',
        audience: 'readers',
      });
      expect(manifest(left.departure) + left.words).not.toMatch(planted);
    }),
    { numRuns: 600 },
  );
  expect(Math.min(counts.exported, counts.refused)).toBeGreaterThan(100);
});
