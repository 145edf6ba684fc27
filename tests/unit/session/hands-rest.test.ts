import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restOfHands, whenHandsRest } from '../../../renderer/session/hands-rest';

/** Types a key every 50 ms for so long. */
function typeFor(milliseconds: number, changed: () => void): void {
  for (let passed = 0; passed < milliseconds; passed += 50) {
    changed();
    vi.advanceTimersByTime(50);
  }
}

describe('work for when the hands rest', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // Node has none; the window of this test is idle at once.
    vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is done once after a burst of keys', () => {
    const done: boolean[] = [];
    const changed = whenHandsRest((resting) => done.push(resting), 3000);
    typeFor(1000, changed);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(restOfHands + 50);
    expect(done).toEqual([true]);
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual([true]);
  });

  it('is done while somebody types on, and once more when the hands rest', () => {
    const done: boolean[] = [];
    const changed = whenHandsRest((resting) => done.push(resting), 3000);
    typeFor(7000, changed);
    expect(done).toEqual([false, false]);
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual([false, false, true]);
  });

  it('is done at the end even if the last key came just before it was done in between', () => {
    const done: boolean[] = [];
    const changed = whenHandsRest((resting) => done.push(resting), 3000);
    typeFor(3000, changed);
    vi.advanceTimersByTime(100);
    expect(done).toEqual([false]);
    vi.advanceTimersByTime(1000);
    expect(done).toEqual([false, true]);
  });

  it('comes each at its own time, whichever waits longer', () => {
    const done: string[] = [];
    const changes = [
      whenHandsRest(() => done.push('checks'), 10_000, 450),
      whenHandsRest(() => done.push('panes'), 10_000),
      whenHandsRest(() => done.push('counts'), 3000, 600),
    ];
    const changed = () => {
      for (const each of changes) each();
    };
    typeFor(1000, changed);
    vi.advanceTimersByTime(restOfHands + 10);
    expect(done).toEqual(['panes']);
    vi.advanceTimersByTime(200);
    expect(done).toEqual(['panes', 'checks']);
    vi.advanceTimersByTime(200);
    expect(done).toEqual(['panes', 'checks', 'counts']);
    typeFor(3100, changed);
    expect(done.slice(3)).toEqual(['counts']);
    vi.advanceTimersByTime(60_000);
    expect(done.slice(4)).toEqual(['panes', 'checks', 'counts']);
  });

  it('begins again with the next burst', () => {
    const done: boolean[] = [];
    const changed = whenHandsRest((resting) => done.push(resting), 3000);
    for (let bursts = 0; bursts < 3; bursts += 1) {
      typeFor(500, changed);
      vi.advanceTimersByTime(1000);
    }
    expect(done).toEqual([true, true, true]);
  });
});
