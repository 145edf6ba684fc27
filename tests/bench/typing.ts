import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EditorName, editors, startEditor } from './editing/editor';
import { longTasks, type Measured, measureEditing, quantile } from './editing/measures';
import { milliseconds, table, writeReport } from './report';

/*
 * `npm run bench:typing`: writing in texts of four lengths, in Standfirst with everything switched on and in its peers,
 * in turn, each in a process of its own on the same runtime. `--quick` measures two lengths once. The peers have a
 * package of their own, which is installed and built when it is missing.
 */

const quick = process.argv.includes('--quick');
const lengths = quick ? [1_000, 50_000] : [1_000, 10_000, 50_000, 100_000];
const rounds = quick ? 1 : 3;
const keys = quick ? 60 : 100;

const peers = join(import.meta.dirname, 'peers');
if (!existsSync(join(peers, 'node_modules')))
  execFileSync('npm', ['ci', '--prefix', peers], { stdio: 'inherit' });
execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: peers, stdio: 'inherit' });

const runs: { readonly editor: EditorName; readonly words: number; readonly measured: Measured }[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const words of lengths) {
    for (const editor of editors) {
      const running = await startEditor(editor, words);
      const measured = await measureEditing(running, keys);
      await running.close();
      runs.push({ editor, words, measured });
      console.error(
        `${round + 1}/${rounds} ${words} words, ${editor}: ${milliseconds(measured.work)} ms a key`,
      );
    }
  }
}

const longest = lengths.at(-1) ?? 0;
const running = await startEditor('standfirst', longest);
const seconds = quick ? 10 : 60;
const tasks = await longTasks(running, seconds);
await running.close();

/** The median of the rounds. */
const median = (editor: EditorName, words: number, what: keyof Measured): number =>
  quantile(
    runs.filter((run) => run.editor === editor && run.words === words).map(({ measured }) => measured[what]),
    0.5,
  );

const names: Readonly<Record<keyof Measured, string>> = {
  work: 'Work for one key, ms of the main thread',
  latency: 'From a key to the next frame, ms, median',
  latency95: 'From a key to the next frame, ms, 95th percentile',
  enter: 'Enter, ms of the main thread until quiet',
  backspace: 'Backspace that joins two paragraphs, ms until quiet',
  paste: 'Paste of 1,000 words, ms until quiet',
  undo: 'Undo of it, ms until quiet',
  opening: 'Opening in a warm window, ms to the first frame',
};
const parts = Object.entries(names).map(([what, title]) => {
  const rows = lengths.map((words) => [
    words.toLocaleString('en'),
    ...editors.map((editor) => milliseconds(median(editor, words, what as keyof Measured))),
  ]);
  return `**${title}**\n\n${table(['words', ...editors], rows)}`;
});

const ratio = (value: number): string => value.toFixed(2);
const growth = (what: keyof Measured) =>
  ratio(median('standfirst', longest, what) / median('standfirst', lengths[0] ?? 0, what));
const against = (peer: EditorName, what: keyof Measured) =>
  ratio(median('standfirst', longest, what) / median(peer, longest, what));
const ratios = table(
  [`At ${longest.toLocaleString('en')} words`, 'ratio'],
  [
    ['work for a key against 1,000 words', growth('work')],
    ['work for a key against bare in sections', against('bare-sections', 'work')],
    ['work for a key against Lexical in sections', against('lexical-sections', 'work')],
    ['95th percentile of latency against bare in sections', against('bare-sections', 'latency95')],
    ['Enter against 1,000 words', growth('enter')],
    ['Backspace against 1,000 words', growth('backspace')],
    ['paste against 1,000 words', growth('paste')],
    ['undo against 1,000 words', growth('undo')],
    ['opening against plain Lexical', against('lexical', 'opening')],
  ],
);
const pauses = `Tasks over 50 ms in ${seconds} s of typing at ${longest.toLocaleString('en')} words: ${tasks.count}, the longest ${milliseconds(tasks.longest)} ms.`;

writeReport('typing', [...parts, ratios, pauses].join('\n\n'), { runs, tasks });
