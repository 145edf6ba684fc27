import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, continues, grown, type OpenStep } from '../../../renderer/editor/history/steps';
import { createTimeline } from '../../../renderer/editor/history/timeline';

describe('the line of undo', () => {
  it('returns to every earlier moment, whatever is typed, undone and redone', () => {
    const command = fc.oneof(
      { weight: 3, arbitrary: fc.constant('step' as const) },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      { weight: 1, arbitrary: fc.constantFrom('join' as const, 'see' as const) },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 80 }), (commands) => {
        let reach = { undo: false, redo: false };
        const line = createTimeline(0, 1000, (told) => {
          reach = told;
        });
        // The model: all moments in a row, and where we are in it.
        let moments = [0];
        let at = 0;
        let next = 1;
        for (const name of commands) {
          if (name === 'step') {
            moments = [...moments.slice(0, at + 1), next];
            at += 1;
            line.step(next);
          } else if (name === 'join') {
            moments = [...moments.slice(0, at), next];
            line.join(next);
          } else if (name === 'see') {
            moments[at] = next;
            line.see(next);
          } else if (name === 'undo') {
            expect(line.undo()).toBe(at === 0 ? null : moments[at - 1]);
            at = Math.max(0, at - 1);
          } else {
            expect(line.redo()).toBe(at === moments.length - 1 ? null : moments[at + 1]);
            at = Math.min(moments.length - 1, at + 1);
          }
          next += 1;
          expect(line.present()).toBe(moments[at]);
          expect(reach).toEqual({ undo: at > 0, redo: at < moments.length - 1 });
        }
        while (at > 0) expect(line.undo()).toBe(moments[--at]);
        expect(line.undo()).toBeNull();
      }),
    );
  });

  it('forgets what a substitution was made of, and everything at a new beginning', () => {
    const line = createTimeline('', 1000, () => undefined);
    line.step('he said "');
    line.step('he said “');
    line.skipLast();
    line.join('he said “Yes');
    expect(line.undo()).toBe('');
    expect(line.redo()).toBe('he said “Yes');
    line.begin('another article');
    expect(line.undo()).toBeNull();
    expect(line.redo()).toBeNull();
  });

  it('keeps no more steps than it is told', () => {
    const line = createTimeline(0, 3, () => undefined);
    for (let moment = 1; moment <= 9; moment += 1) line.step(moment);
    expect([line.undo(), line.undo(), line.undo(), line.undo()]).toEqual([8, 7, 6, null]);
  });
});

describe('a step of undo', () => {
  const typed = (text: string, at: number): Change => ({
    kind: 'insert',
    where: 'body',
    at,
    typed: text,
    composing: false,
  });
  /** How many steps these changes make. */
  const steps = (changes: readonly Change[]) => {
    let open: OpenStep | null = null;
    let count = 0;
    for (const change of changes) {
      const joined = continues(open, change);
      if (!joined) count += 1;
      open = grown(open, change, joined);
    }
    return count;
  };
  const typing = (text: string, each: number) =>
    [...text].map((character, index) => typed(character, index * each));

  it('is what was typed without a pause', () => {
    expect(steps(typing('The sea rose.', 80))).toBe(1);
    expect(
      steps([...typing('The sea', 80), ...typing(' rose', 80).map((c) => ({ ...c, at: c.at + 2000 }))]),
    ).toBe(2);
  });

  it('ends at a word when somebody types for long without a pause, and never inside one', () => {
    expect(steps(typing('word '.repeat(40), 80))).toBe(5);
    expect(steps(typing('x'.repeat(300), 80))).toBe(1);
  });

  it('is not typing and deleting together, nor headline and body', () => {
    const erased: Change = { ...typed('', 100), kind: 'delete-backward' };
    expect(steps([typed('a', 0), erased, { ...erased, at: 200 }, typed('b', 300)])).toBe(3);
    expect(steps([typed('a', 0), { ...typed('b', 100), where: 'headline' }])).toBe(2);
  });

  it('holds a whole composition, however long the writer chooses', () => {
    const composed = (at: number): Change => ({ ...typed('に', at), composing: true });
    expect(steps([composed(0), composed(900), composed(5000)])).toBe(1);
  });

  it('is every other change by itself', () => {
    const other: Change = { ...typed('', 0), kind: 'other' };
    expect(steps([other, other, typed('a', 0)])).toBe(3);
  });
});
