import fs, { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../../electron/desk/desk';
import { openDesk } from '../../../electron/desk/desk-read-here';
import { watchDesk } from '../../../electron/desk/watch';
import { article, p } from '../../../shared/article/build';
import { serialiseArticle } from '../../../shared/article/file';
import type { DeskChange } from '../../../shared/ipc/desk-entries';
import { temporaryFolder } from '../../builders/folders';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

describe('a watch of the desk', () => {
  it('says that it is blind where the system gives no more watches', () => {
    vi.spyOn(fs, 'watch').mockImplementation(() => {
      throw Object.assign(new Error('no more watches'), { code: 'ENOSPC' });
    });
    const blind = vi.fn();
    watchDesk(folder, { touched: () => {}, copyTouched: () => undefined, blind }).close();
    expect(blind).toHaveBeenCalled();
  });

  it('says that it is blind when the desk itself is moved away', async () => {
    const desk = join(folder, 'desk');
    mkdirSync(desk);
    const blind = vi.fn();
    const watch = watchDesk(desk, { touched: () => {}, copyTouched: () => undefined, blind });
    renameSync(desk, join(folder, 'moved'));
    await vi.waitFor(() => expect(blind).toHaveBeenCalled());
    watch.close();
  });

  it('does not mind a folder that went before it could be watched', () => {
    const blind = vi.fn();
    const watch = watchDesk(folder, { touched: () => {}, copyTouched: () => undefined, blind });
    watch.cover(['gone']);
    watch.close();
    expect(blind).not.toHaveBeenCalled();
  });

  it('tells a burst of events on one article once', async () => {
    mkdirSync(join(folder, 'tides'));
    const touched = vi.fn();
    const watch = watchDesk(folder, { touched, copyTouched: () => undefined, blind: () => {} });
    watch.cover(['tides']);
    for (let time = 0; time < 20; time += 1)
      writeFileSync(join(folder, 'tides', 'article.json'), String(time));
    await vi.waitFor(() => expect(touched).toHaveBeenCalled());
    expect(touched).toHaveBeenCalledTimes(1);
    expect(touched).toHaveBeenCalledWith(['tides']);
    watch.close();
  });

  it('tells nothing of media, temporary files and versions', async () => {
    mkdirSync(join(folder, 'tides', 'media'), { recursive: true });
    const touched = vi.fn();
    const watch = watchDesk(folder, { touched, copyTouched: () => undefined, blind: () => {} });
    watch.cover(['tides']);
    writeFileSync(join(folder, 'tides', 'media', 'a.png'), 'x');
    writeFileSync(join(folder, 'tides', '.standfirst-0123456789abcdef.tmp'), 'x');
    writeFileSync(join(folder, '.standfirst-0123456789abcdef.tmp'), 'x');
    writeFileSync(join(folder, 'last'), 'the watch answers in order');
    await vi.waitFor(() => expect(touched).toHaveBeenCalled());
    expect(touched.mock.calls).toEqual([[['last']]]);
    watch.close();
  });
});

describe('a desk that cannot be watched', () => {
  it('is looked at from time to time instead', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    vi.spyOn(fs, 'watch').mockImplementation(() => {
      throw Object.assign(new Error('no more watches'), { code: 'ENOSPC' });
    });
    const told: DeskChange[] = [];
    const opened = await openDesk(
      folder,
      {
        deskChanged: (change) => told.push(change),
        articleChanged: () => {},
        articleRenamed: () => {},
        articleRemoved: () => {},
        sourcesChanged: () => {},
        conflictCopyAppeared: () => undefined,
        deskSettingsChanged: () => undefined,
      },
      () => new Date(),
    );
    const desk: Desk = opened.ok ? opened.value : expect.fail('the desk did not open');
    mkdirSync(join(folder, 'tides'));
    writeFileSync(
      join(folder, 'tides', 'article.json'),
      serialiseArticle(article({ slug: 'tides', headline: 'Tides' }, p('x'))),
    );
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(told).toMatchObject([{ changed: [{ slug: 'tides' }] }]));
    await desk.close();
  });
});
