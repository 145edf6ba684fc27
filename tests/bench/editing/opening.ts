import { milliseconds, table, writeReport } from '../report';
import { type EditorName, editors } from './editor';
import { lengths, medianOf, type Run } from './rounds';

/** Writes `reports/bench/load`: what opening took in `runs`, by length and editor, and against plain Lexical. */
export function reportOpening(runs: readonly Run<{ readonly opening: number }>[]): void {
  const median = (editor: EditorName, words: number) => medianOf(runs, editor, words, 'opening');
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
}
