import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The browser's news of its first frame, and its idle moments, told by the tests. */
let drawFirstFrame: () => void;
const moments: (() => void)[] = [];

/** Lets one idle moment pass, once everything that waits for it has asked. */
async function moment(): Promise<void> {
  await vi.waitUntil(() => moments.length > 0);
  moments.shift()?.();
}

beforeEach(() => {
  moments.length = 0;
  vi.resetModules();
  vi.stubGlobal('requestIdleCallback', (called: () => void) => moments.push(called));
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(called: (list: { getEntriesByName(name: string): readonly string[] }) => void) {
        drawFirstFrame = () => called({ getEntriesByName: (name) => [name] });
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const load = async () => (await import('../../../renderer/ui/first-frame')).behindTheStart;

describe('what comes behind the start', () => {
  it('waits for the first frame, and comes one after the other by what it is for', async () => {
    const behindTheStart = await load();
    const done: string[] = [];
    let arrive = (): void => undefined;
    behindTheStart('unseen', () => done.push('dialogs'));
    behindTheStart('seen', () => {
      done.push('library');
      return new Promise<void>((resolve) => {
        arrive = resolve;
      });
    });
    behindTheStart('words', () => done.push('what leaves'));
    behindTheStart('seen', () => done.push('inspector'));
    await Promise.resolve();
    expect(moments).toHaveLength(0);

    drawFirstFrame();
    await moment();
    await vi.waitUntil(() => done.length === 1);
    await moment();
    await vi.waitUntil(() => done.length === 2);
    expect(done).toEqual(['what leaves', 'library']);
    // The library is still on its way: nothing else is begun.
    expect(moments).toHaveLength(0);
    arrive();
    await moment();
    await moment();
    await vi.waitUntil(() => done.length === 4);
    expect(done).toEqual(['what leaves', 'library', 'inspector', 'dialogs']);
  });

  it('goes on after one that fails, without one that was called off, and at once with what is asked for later', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const behindTheStart = await load();
    const done: string[] = [];
    behindTheStart('unseen', () => Promise.reject(new Error('no such file')));
    const callOff = behindTheStart('unseen', () => done.push('called off'));
    behindTheStart('unseen', () => done.push('strip'));
    callOff();
    drawFirstFrame();
    await moment();
    await moment();
    await vi.waitUntil(() => done.length === 1);
    expect(told).toHaveBeenCalledOnce();
    behindTheStart('unseen', () => done.push('later'));
    await vi.waitUntil(() => done.length === 2);
    expect(done).toEqual(['strip', 'later']);
  });
});
