import { editors } from './editing/editor';
import { lengths, measureInTurn, medianOf } from './editing/rounds';
import { milliseconds, table, writeReport } from './report';

/*
 * `npm run bench:load`: opening texts of four lengths in a window that is warm, to the first frame that shows them, in
 * Standfirst and in its peers. `--quick` opens two lengths once.
 */

const runs = await measureInTurn(async ({ opening }) => ({ opening }));
const median = (editor: (typeof editors)[number], words: number) => medianOf(runs, editor, words, 'opening');
const rows = lengths.map((words) => [
  words.toLocaleString('en'),
  ...editors.map((editor) => milliseconds(median(editor, words))),
]);
const ratios = lengths.map((words) => [
  words.toLocaleString('en'),
  (median('standfirst', words) / median('lexical', words)).toFixed(2),
]);
writeReport(
  'load',
  `**Opening, ms to the first frame**\n\n${table(['words', ...editors], rows)}\n\n${table(['words', 'against plain Lexical'], ratios)}`,
  { runs },
);
