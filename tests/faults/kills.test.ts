import { readdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../builders/folders';
import { killsWhileSaving } from './amounts';
import { fileOn, type How, layStory, standingOn, startSaver } from './saver-process';
import { slug } from './story';

/** A save takes a few milliseconds: within this time the saver is killed in one of the first few saves. */
const longestLife = 40;

/** What came of `count` kills at random moments. */
interface Outcome {
  kills: number;
  /** The saver was killed between "began" and "saved". */
  midway: number;
  damaged: number;
  mixtures: number;
  /** An older version stood there than the one that was called saved, or one that was never begun. */
  wrong: number;
  /** Half-written files that a kill left beside the article; the app removes them. */
  leftovers: number;
}

/** Kills a saver `count` times; ends early when `enough` says so. */
async function killAtRandom(
  count: number,
  how: How,
  enough: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  const outcome: Outcome = { kills: 0, midway: 0, damaged: 0, mixtures: 0, wrong: 0, leftovers: 0 };
  const desk = temporaryFolder();
  layStory(desk, 1);
  try {
    while (outcome.kills < count && !enough(outcome)) {
      const saver = await startSaver(desk, how);
      const first = how === 'store' ? saver.found + 1 : 2;
      saver.loop(first);
      await pause(Math.random() * longestLife);
      await saver.kill();
      outcome.kills += 1;
      if (saver.began() > saver.saved()) outcome.midway += 1;
      const stands = standingOn(desk);
      if (stands.kind === 'damaged') outcome.damaged += 1;
      if (stands.kind === 'mixture') outcome.mixtures += 1;
      if (stands.kind === 'whole' && (stands.version < saver.saved() || stands.version > saver.began())) {
        outcome.wrong += 1;
      }
      for (const name of readdirSync(join(desk, slug))) {
        if (join(desk, slug, name) === fileOn(desk)) continue;
        outcome.leftovers += 1;
        unlinkSync(join(desk, slug, name));
      }
      if (stands.kind !== 'whole') layStory(desk, 1);
    }
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
  return outcome;
}

it(`${killsWhileSaving} kills with -9 while saving damage no file and mix no versions`, async () => {
  // Two at a time: one starts while the other saves.
  const shares = [Math.ceil(killsWhileSaving / 2), Math.floor(killsWhileSaving / 2)];
  const [one, two] = await Promise.all(shares.map((count) => killAtRandom(count, 'store', () => false)));
  if (!one || !two) throw new Error('Both halves answer');
  const sum = (key: keyof Outcome) => one[key] + two[key];
  console.log(
    `${sum('kills')} kills, ${sum('midway')} of them in the middle of a save: ${sum('damaged')} damaged, ` +
      `${sum('mixtures')} mixtures, ${sum('wrong')} older than "Saved", ${sum('leftovers')} half-written files beside`,
  );
  expect([sum('damaged'), sum('mixtures'), sum('wrong')]).toEqual([0, 0, 0]);
  expect(sum('midway')).toBeGreaterThan(killsWhileSaving / 4);
});

it('the same kills damage a file that is written in place: the proof can fail', async () => {
  const outcome = await killAtRandom(300, 'in-place', ({ damaged, mixtures }) => damaged + mixtures > 0);
  console.log(`Written in place, the file was damaged after ${outcome.kills} kills`);
  expect(outcome.damaged + outcome.mixtures).toBeGreaterThan(0);
});
