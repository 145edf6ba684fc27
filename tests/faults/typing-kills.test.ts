import { setTimeout as pause } from 'node:timers/promises';
import { expect as playwrightExpect } from '@playwright/test';
import { expect, it } from 'vitest';
import { article, p } from '../../shared/article/build';
import { electronExecutable, StandfirstApp } from '../e2e/driver/app';
import { body, caretAtEnd } from '../e2e/driver/page';
import { killsWhileTyping } from './amounts';

const before = 'The tide turns.';
const story = article({ slug: 'tides', headline: 'The tide turns' }, p(before));

/** What was typed, letter by letter, and when the window had taken it, in milliseconds of the epoch. */
interface Typed {
  readonly letter: string;
  readonly at: number;
}

/** Types until the app is killed, at most `life` milliseconds from now; answers what was typed and when it ended. */
async function typeUntilKilled(
  app: StandfirstApp,
  life: number,
): Promise<{ typed: readonly Typed[]; killedAt: number }> {
  const typed: Typed[] = [];
  let killedAt = 0;
  const killed = pause(life).then(() => {
    killedAt = Date.now();
    return app.kill();
  });
  const { keyboard } = app.window;
  for (let word = 1; killedAt === 0; word += 1) {
    for (const letter of ` ${word}`) {
      if (killedAt !== 0) break;
      try {
        await keyboard.press(letter === ' ' ? 'Space' : letter);
      } catch (error) {
        if (killedAt === 0) throw error;
        break;
      }
      typed.push({ letter, at: Date.now() });
    }
    // A quick writer: a word every tenth of a second.
    await pause(Math.random() * 100);
  }
  await killed;
  return { typed, killedAt };
}

/** Milliseconds of typing that are not in the file: from the first lost letter to the end. */
function lostTime(app: StandfirstApp, typed: readonly Typed[], killedAt: number): number {
  const { body: blocks } = app.desk.article('tides');
  expect(blocks).toHaveLength(1);
  const [block] = blocks;
  const words =
    block?.kind === 'paragraph'
      ? block.children.map((inline) => 'text' in inline && inline.text).join('')
      : '';
  expect(words.startsWith(before)).toBe(true);
  const kept = words.slice(before.length);
  const all = typed.map(({ letter }) => letter).join('');
  // A letter may have arrived of which the window could not tell any more.
  expect(all.startsWith(kept) || kept.startsWith(all)).toBe(true);
  const firstLost = typed[kept.length];
  return firstLost ? killedAt - firstLost.at : 0;
}

it(`${killsWhileTyping} kills of the app while somebody types lose at most one second each`, async () => {
  const executable = electronExecutable();
  const lost: number[] = [];
  for (let kill = 0; kill < killsWhileTyping; kill += 1) {
    const app = new StandfirstApp(executable, { articles: [story] });
    try {
      await app.start();
      await playwrightExpect(body(app)).toContainText(before);
      await caretAtEnd(app, before);
      const { typed, killedAt } = await typeUntilKilled(app, 200 + Math.random() * 3000);
      lost.push(lostTime(app, typed, killedAt));
      if (lost.length % 50 === 0)
        console.log(`${lost.length} kills so far, ${Math.max(...lost)} ms lost at most`);
    } finally {
      await app.dispose();
    }
  }
  const sorted = lost.toSorted((a, b) => a - b);
  console.log(
    `${lost.length} kills of the app while typing: 0 damaged files; typing lost: median ` +
      `${sorted[Math.floor(sorted.length / 2)]} ms, most ${sorted.at(-1)} ms`,
  );
  expect(sorted.at(-1)).toBeLessThanOrEqual(1000);
});
