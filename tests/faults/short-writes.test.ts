import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialiseArticle } from '../../shared/article/file';
import { temporaryFolder } from '../builders/folders';
import { levelsOfFreeSpace } from './amounts';
import { compile, needs, skipFor } from './machine';
import { type How, layStory, type Saver, standingOn, startSaver } from './saver-process';
import { slug, story } from './story';

let folder: string;
let desk: string;
beforeEach(() => {
  folder = temporaryFolder();
  desk = join(folder, 'desk');
  layStory(desk, 1);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** From now on writes let fewer bytes through; `native/short-writes.c` says what the words mean. */
const order = (words: string) => writeFileSync(join(folder, 'orders'), words);

function shortWriter(how: How): Promise<Saver> {
  order('off 0 0');
  return startSaver(desk, how, {
    LD_PRELOAD: compile('short-writes', true),
    SHORT_WRITES: join(folder, 'orders'),
  });
}

const length = (version: number) => Buffer.byteLength(serialiseArticle(story(version)));
const levels = Array.from({ length: levelsOfFreeSpace }, (_, level) => level);
const onlyTheArticle = () => expect(readdirSync(join(desk, slug))).toEqual(['article.json']);

describe('where the system writes fewer bytes than it was given', () => {
  it('an article is written whole all the same', async (context) => {
    skipFor(context, needs.shortWrites());
    const saver = await shortWriter('store');
    for (const level of levels) {
      const version = level + 2;
      order(`short ${1 + Math.floor((level * length(version)) / levelsOfFreeSpace / 8) + level * 7} 0`);
      expect(await saver.save(version)).toBeNull();
      expect(standingOn(desk)).toEqual({ kind: 'whole', version });
    }
    await saver.kill();
    console.log(`Writes that took fewer bytes than given, ${levels.length} sizes: all saved whole`);
  });

  it.each([
    ['and then the disk is full', 'full'],
    ['and says that it wrote them all', 'lie'],
  ])('%s, nothing is called saved and the old file stays', async (_, how) => {
    const reason = needs.shortWrites();
    if (reason !== null) return console.log(`Skipped: ${reason}`);
    const saver = await shortWriter('store');
    for (const level of levels) {
      const version = level * 2 + 2;
      const before = standingOn(desk);
      order(`${how} 8192 ${Math.floor((level * length(version)) / levelsOfFreeSpace)}`);
      expect(await saver.save(version)).toBe('disk-full');
      expect(standingOn(desk)).toEqual(before);
      onlyTheArticle();
      order('off 0 0');
      expect(await saver.save(version + 1)).toBeNull();
      expect(standingOn(desk)).toEqual({ kind: 'whole', version: version + 1 });
    }
    await saver.kill();
    console.log(
      `${how === 'full' ? 'A disk that fills up' : 'A disk that lies'} midway, ${levels.length} places: 0 truncated, 0 false "Saved"`,
    );
  });

  it('a program that does not look loses the story: the proof can fail', async (context) => {
    skipFor(context, needs.shortWrites());
    const saver = await shortWriter('unsynced');
    // The system itself goes on after a write that took less; where the disk is full it answers how far it came.
    order('full 8192 1000');
    expect(await saver.save(2)).toBeNull();
    await saver.kill();
    expect(standingOn(desk)).toEqual({ kind: 'damaged' });
  });
});
