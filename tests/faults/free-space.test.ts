import { appendFileSync, closeSync, fsyncSync, openSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serialiseArticle } from '../../shared/article/file';
import { mountSmallFolder } from '../builders/folders';
import { levelsOfFreeSpace } from './amounts';
import { mountImage, needs, skipFor } from './machine';
import { fileOn, layStory, standingOn, startSaver } from './saver-process';
import { slug, story } from './story';

/** The longest story of the first few: at the lowest levels it does not fit, at the highest it does. */
const versions = Array.from({ length: 180 }, (_, version) => version + 2);
const longest = versions.reduce((a, b) => (story(b).body.length > story(a).body.length ? b : a));
const bytes = Buffer.byteLength(serialiseArticle(story(longest)));

/** Fills what room is left, and then leaves `free` bytes. */
function leave(free: number, filler: string): void {
  for (const size of [65_536, 4096, 1024]) {
    try {
      for (;;) appendFileSync(filler, Buffer.alloc(size));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  truncateSync(filler, Math.max(0, statSync(filler).size - free));
  const handle = openSync(filler, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Saves at every level of free space, from none to more than the story needs. */
async function saveAtEveryLevel(disk: string): Promise<string> {
  const desk = join(disk, 'desk');
  const filler = join(disk, 'filler');
  let [refused, saved, atTheNextTry] = [0, 0, 0];
  layStory(desk, 1);
  const saver = await startSaver(desk, 'store');
  try {
    for (let level = 0; level < levelsOfFreeSpace; level += 1) {
      const small = 1 + level * 180;
      if (level > 0) expect(await saver.save(small + 180)).toBeNull();
      const before = standingOn(desk);
      const version = longest + level * 180;
      leave(Math.round((level * bytes * 1.3) / (levelsOfFreeSpace - 1)), filler);
      const failure = await saver.save(version);
      if (failure === null) {
        saved += 1;
        expect(standingOn(desk)).toEqual({ kind: 'whole', version });
      } else {
        refused += 1;
        expect(failure).toBe('disk-full');
        expect(standingOn(desk)).toEqual(before);
        truncateSync(filler, 0);
        expect(await saver.save(version)).toBeNull();
        expect(standingOn(desk)).toEqual({ kind: 'whole', version });
        atTheNextTry += 1;
      }
      truncateSync(filler, 0);
      expect(readdirSync(join(desk, slug)).map((name) => join(desk, slug, name))).toEqual([fileOn(desk)]);
    }
  } finally {
    await saver.kill();
  }
  // Both ends of the scale were reached.
  expect(Math.min(refused, saved)).toBeGreaterThan(0);
  return (
    `${levelsOfFreeSpace} levels of free space: ${saved} saved whole, ${refused} refused as "disk full" with the old ` +
    `file intact, ${atTheNextTry} of these saved when there was room; 0 truncated, 0 false "Saved"`
  );
}

it('a tmpfs that runs full truncates nothing and is told', async (context) => {
  skipFor(context, needs.tmpfs());
  const disk = mountSmallFolder(1024);
  try {
    console.log(`tmpfs, ${await saveAtEveryLevel(disk.path)}`);
  } finally {
    disk.unmount();
  }
});

it('an ext4 that runs full truncates nothing and is told', async (context) => {
  skipFor(context, needs.ext4());
  const disk = mountImage();
  try {
    console.log(`ext4, ${await saveAtEveryLevel(disk.path)}`);
  } finally {
    disk.remove();
  }
});
