import { expect as playwrightExpect } from '@playwright/test';
import { expect, it } from 'vitest';
import { article, p } from '../../shared/article/build';
import { electronExecutable, StandfirstApp } from '../e2e/driver/app';
import { body, caretAtEnd } from '../e2e/driver/page';
import { needs, skipFor } from './machine';
import { traced } from './tracer';

const first = 'The tide turns.';

/** A system call that the app's main process makes in a save, the error it answers, and what the writer is told. */
const faults = [
  ['fsync', 'EIO', 'Not saved'],
  ['rename', 'ENOSPC', 'full'],
  ['rename', 'EDQUOT', 'full'],
  ['rename', 'EROFS', 'read-only'],
  ['rename', 'EACCES', 'permission'],
] as const;

it('the app says why words are not saved, keeps them, and saves them when the fault is over', async (context) => {
  skipFor(context, needs.strace());
  const story = article({ slug: 'tides', headline: 'The tide turns' }, p(first));
  const app = new StandfirstApp(electronExecutable(), { articles: [story] });
  const state = () => app.window.getByRole('status', { name: 'Save state' });
  const onDisk = () => JSON.stringify(app.desk.article('tides').body);
  try {
    await app.start();
    await playwrightExpect(body(app)).toContainText(first);
    await caretAtEnd(app, first);
    const { pid } = app.electron.process();
    if (pid === undefined) throw new Error('The app has no process');
    for (const [call, error, told] of faults) {
      const before = onDisk();
      const words = `${call} ${error}`;
      await traced(pid, [], { call, error }, async () => {
        await app.window.keyboard.type(` ${words}`);
        await playwrightExpect(state()).toHaveText(/^Not saved: /);
        await playwrightExpect(state()).toContainText(told);
        expect(onDisk()).toBe(before);
        await playwrightExpect(body(app)).toContainText(words);
      });
      await playwrightExpect(state()).toHaveText('Saved', { timeout: 40_000 });
      expect(onDisk()).toContain(words);
    }
    console.log(
      `${faults.length} faults in the running app: each told, and saved by itself when it was over`,
    );
  } finally {
    await app.dispose();
  }
});
