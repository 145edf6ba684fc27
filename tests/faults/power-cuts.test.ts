import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { powerCuts } from './amounts';
import { compile, mountImage, needs, run, skipFor } from './machine';
import { type How, layStory, standingOn, startSaver } from './saver-process';

const longestLife = 60;

interface Outcome {
  cuts: number;
  /** The power went between "began" and "saved". */
  midway: number;
  /** A version that was called saved was gone, or the file itself. */
  lost: number;
  /** Neither the old nor the new version. */
  torn: number;
}

/** Cuts the power of a disk on which a saver works, `count` times or until `enough`. */
async function cutAtRandom(count: number, how: How, enough: (outcome: Outcome) => boolean): Promise<Outcome> {
  const powerCut = compile('power-cut', false);
  const outcome: Outcome = { cuts: 0, midway: 0, lost: 0, torn: 0 };
  const disk = mountImage();
  const desk = join(disk.path, 'desk');
  mkdirSync(desk);
  try {
    let next = 2;
    layStory(desk, 1);
    run('sync', '-f', desk);
    while (outcome.cuts < count && !enough(outcome)) {
      const saver = await startSaver(desk, how);
      saver.loop(next);
      await pause(Math.random() * longestLife);
      // Looked at before the cut: after it the saver goes on beginning saves, and all of them fail.
      const isMidway = saver.began() > saver.saved();
      run(powerCut, disk.path);
      await saver.kill();
      disk.remount();
      outcome.cuts += 1;
      if (isMidway) outcome.midway += 1;
      const oldest = Math.max(saver.saved(), how === 'store' ? saver.found : next - 1);
      let stands: ReturnType<typeof standingOn> | null = null;
      try {
        stands = standingOn(desk);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      }
      if (stands === null || (stands.kind === 'whole' && stands.version < oldest)) outcome.lost += 1;
      else if (stands.kind !== 'whole' || stands.version > saver.began()) outcome.torn += 1;
      if (stands?.kind !== 'whole') {
        layStory(desk, next);
        run('sync', '-f', desk);
      }
      next = (stands?.kind === 'whole' ? stands.version : next) + 1;
    }
  } finally {
    disk.remove();
  }
  return outcome;
}

it(`after ${powerCuts} power cuts the words that were called saved are there, and nothing is torn`, async (context) => {
  skipFor(context, needs.powerCut());
  const outcome = await cutAtRandom(powerCuts, 'store', () => false);
  console.log(
    `${outcome.cuts} power cuts, ${outcome.midway} of them in the middle of a save: ` +
      `${outcome.lost} lost after "Saved", ${outcome.torn} torn`,
  );
  expect([outcome.lost, outcome.torn]).toEqual([0, 0]);
  expect(outcome.midway).toBeGreaterThan(powerCuts / 4);
});

it('the same cuts lose words that were renamed without fsync: the proof can fail', async (context) => {
  skipFor(context, needs.powerCut());
  const outcome = await cutAtRandom(60, 'unsynced', ({ lost, torn }) => lost + torn > 0);
  console.log(`Without fsync, words were lost after ${outcome.cuts} cuts`);
  expect(outcome.lost + outcome.torn).toBeGreaterThan(0);
});
