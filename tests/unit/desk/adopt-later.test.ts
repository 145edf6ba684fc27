import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adoptLater } from '../../../electron/desk/adopt-later';
import { openDesk } from '../../../electron/desk/desk-read-here';
import { createSourceBook } from '../../../electron/desk/source-book';
import { article } from '../../../shared/article/build';
import { newSource } from '../../../shared/article/source';
import { temporaryFolder } from '../../builders/folders';

const [ada, bea] = [newSource('s1', 'Ada Field'), newSource('s2', 'Bea Lock')];

describe('sources on their way into the book', () => {
  afterEach(() => void vi.useRealTimers());

  it('wait as long as articles are written, and go as they are in the end', () => {
    vi.useFakeTimers();
    const adopted: unknown[] = [];
    const adopting = adoptLater((sources) => adopted.push(sources));
    for (let saves = 0; saves < 10; saves += 1) {
      adopting.later('tides', saves < 5 ? [ada] : [ada, bea]);
      adopting.later('dunes', []);
      vi.advanceTimersByTime(1000);
    }
    expect(adopted).toEqual([]);
    vi.advanceTimersByTime(4000);
    expect(adopted).toEqual([[ada, bea], []]);
    vi.advanceTimersByTime(10_000);
    expect(adopted).toHaveLength(2);
  });

  it('go at once when somebody is about to use the book', () => {
    vi.useFakeTimers();
    const adopted: unknown[] = [];
    const adopting = adoptLater((sources) => adopted.push(sources));
    adopting.later('tides', [ada]);
    adopting.now();
    expect(adopted).toEqual([[ada]]);
    vi.advanceTimersByTime(10_000);
    expect(adopted).toHaveLength(1);
  });

  it('are in the book of a desk that was closed right after the save, of which no window hears any more', async () => {
    const folder = temporaryFolder();
    const told = vi.fn();
    const opened = await openDesk(
      folder,
      { deskChanged: () => {}, sourcesChanged: told } as never,
      () => new Date(),
    );
    if (!opened.ok) throw new Error(opened.error.code);
    const written = await opened.value.add(article({ headline: 'Tides', sources: [ada] }));
    expect(written.ok).toBe(true);
    await opened.value.sources.read();
    expect(told).toHaveBeenCalledTimes(1);
    expect((await opened.value.add(article({ headline: 'Dunes', sources: [bea] }))).ok).toBe(true);
    await opened.value.close();
    expect(told).toHaveBeenCalledTimes(1);
    const { sources } = await createSourceBook(folder, () => {}).read();
    expect(sources.map(({ id }) => id)).toEqual(['s1', 's2']);
    rmSync(folder, { recursive: true });
  });
});
