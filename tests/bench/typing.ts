import { type EditorName, editors, type RunningEditor, startEditor } from './editing/editor';
import { longTasks, type Measured, measureEditing, workWhileSuggesting } from './editing/measures';
import { reportOpening } from './editing/opening';
import { lengths, longest, measureInTurn, medianOf, quick } from './editing/rounds';
import { milliseconds, table, writeReport } from './report';

/*
 * `npm run bench:typing`: writing in texts of four lengths, in Standfirst with everything switched on and in its peers.
 * `--quick` measures two lengths once. Whatever is written in was opened before: the table of `bench:load` comes along.
 */

const runs = await measureInTurn(async (running) => ({
  opening: running.opening,
  ...(await measureEditing(running, quick ? 30 : 60)),
}));
reportOpening(runs);

const seconds = quick ? 5 : 60;
const { tasks, suggesting } = await inStandfirst(async (running) => ({
  tasks: await longTasks(running, seconds),
  suggesting: await workWhileSuggesting(running, quick ? 30 : 60),
}));

const median = (editor: EditorName, words: number, what: keyof Measured): number =>
  medianOf(runs, editor, words, what);

const names: Readonly<Record<keyof Measured, string>> = {
  work: 'Work for one key, ms of the main thread',
  latency: 'From a key to the next frame, ms, median',
  latency95: 'From a key to the next frame, ms, 95th percentile',
  enter: 'Enter, ms of the main thread until quiet',
  backspace: 'Backspace that joins two paragraphs, ms until quiet',
  paste: 'Paste of 1,000 words, ms until quiet',
  undo: 'Undo of it, ms until quiet',
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
    ['work for a key against the same on our page', against('lexical-same-page', 'work')],
    ['95th percentile of latency against bare in sections', against('bare-sections', 'latency95')],
    ['Enter against 1,000 words', growth('enter')],
    ['Backspace against 1,000 words', growth('backspace')],
    ['paste against 1,000 words', growth('paste')],
    ['undo against 1,000 words', growth('undo')],
  ],
);
const pauses = `Tasks over 50 ms in ${seconds} s of typing at ${longest.toLocaleString('en')} words: ${tasks.count}, the longest ${milliseconds(tasks.longest)} ms.`;

const whileSuggesting = `Work for one key while *Suggest quotes* walks ${longest.toLocaleString('en')} words: ${milliseconds(suggesting)} ms.`;

writeReport('typing', [...parts, ratios, pauses, whileSuggesting].join('\n\n'), {
  runs,
  tasks,
  suggesting,
});

/** Measures Standfirst once more, in a process of its own with the longest text. */
async function inStandfirst<Value>(measure: (running: RunningEditor) => Promise<Value>): Promise<Value> {
  const running = await startEditor('standfirst', longest);
  try {
    return await measure(running);
  } finally {
    await running.close();
  }
}
