import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, nothingSaid, type Said, withChanges } from '../../../renderer/checks/finding-changes';
import type { Finding, Fix, Place } from '../../../shared/checks/finding';

/** What a check found in a block, wherever that block stands. */
interface Found {
  readonly block: number;
  readonly code: string;
  readonly fix: 'none' | 'edit' | 'edit elsewhere' | 'level' | 'ad break' | 'ad break to another place';
}

function findingAt({ code, fix }: Found, block: number): Finding {
  const place: Place = { kind: 'run', block, run: 0, start: 1, end: 3 };
  const fixes: Readonly<Record<Found['fix'], Fix | null>> = {
    none: null,
    edit: { kind: 'edit', words: 'Mend', edits: [{ ...place, text: 'the' }] },
    'edit elsewhere': { kind: 'edit', words: 'Mend', edits: [{ ...place, block: block + 1, text: 'the' }] },
    level: { kind: 'setLevel', words: 'Level', block, level: 2 },
    'ad break': {
      kind: 'adBreak',
      words: 'Move',
      fix: { kind: 'removeBreak', index: block, words: 'Remove' },
    },
    'ad break to another place': {
      kind: 'adBreak',
      words: 'Move',
      fix: { kind: 'moveBreak', from: block, to: block + 2, words: 'Move it down' },
    },
  };
  return { code, severity: 'hint', place, excerpt: '', reason: code, fix: fixes[fix], ignored: null };
}

const about: Finding = {
  code: 'headline',
  severity: 'error',
  place: { kind: 'article', part: 'headline', id: '' },
  excerpt: '',
  reason: 'No headline.',
  fix: null,
  ignored: null,
};

/** The findings of a body whose blocks have these numbers. */
const findingsOf = (order: readonly number[], found: readonly Found[], withHead: boolean): Finding[] => [
  ...(withHead ? [about] : []),
  ...order.flatMap((number, index) =>
    found.filter((each) => each.block === number).map((each) => findingAt(each, index)),
  ),
];

describe('what the worker says of its findings', () => {
  const state = fc.record({
    order: fc.uniqueArray(fc.nat(6)),
    found: fc.array(
      fc.record<Found>({
        block: fc.nat(6),
        code: fc.constantFrom('doubled-word', 'spelling'),
        fix: fc.constantFrom(
          'none',
          'edit',
          'edit elsewhere',
          'level',
          'ad break',
          'ad break to another place',
        ),
      }),
      { maxLength: 10 },
    ),
    withHead: fc.boolean(),
  });

  it('makes at the window what the worker found, whatever came, went and moved', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), (states) => {
        let said: Said = nothingSaid;
        let heard: readonly Finding[] = [];
        for (const { order, found, withHead } of states) {
          const findings = findingsOf(order, found, withHead);
          const told = changesOf(said, findings, order);
          said = told.said;
          const before = heard;
          heard = withChanges(heard, structuredClone(told.changes));
          expect(heard).toEqual(findings);
          if (told.isSame) expect(before).toEqual(findings);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says nothing anew of findings whose blocks moved, but where these stand', () => {
    const found = ([1, 2, 3] as const).map(
      (block): Found => ({
        block,
        code: 'spelling',
        fix: (['edit', 'ad break', 'ad break to another place'] as const)[block - 1] ?? 'none',
      }),
    );
    const { said } = changesOf(nothingSaid, findingsOf([1, 2, 3], found, true), [1, 2, 3]);
    const order = [9, 1, 2, 3];
    expect(changesOf(said, findingsOf(order, found, true), order).changes).toEqual({
      findings: { from: 4, removed: 0, inserted: [] },
      blocks: Int32Array.of(-1, 1, 2, 3),
    });
  });

  it('keeps the very objects of findings that are as they were', () => {
    const found = [1, 2].map((block) => ({ block, code: 'spelling', fix: 'none' as const }));
    const first = changesOf(nothingSaid, findingsOf([1, 2], found, false), [1, 2]);
    const heard = withChanges([], first.changes);
    const more = [...found, { block: 2, code: 'doubled-word', fix: 'none' as const }];
    const after = withChanges(heard, changesOf(first.said, findingsOf([1, 2], more, false), [1, 2]).changes);
    expect(after.slice(0, 2).every((finding, index) => finding === heard[index])).toBe(true);
    expect(after).toHaveLength(3);
  });
});
