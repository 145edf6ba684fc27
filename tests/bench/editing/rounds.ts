import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EditorName, editors, type RunningEditor, startEditor } from './editor';
import { quantile } from './measures';

/** What was measured of one editor with a text of one length, in one round. */
export interface Run<Measured> {
  readonly editor: EditorName;
  readonly words: number;
  readonly measured: Measured;
}

/** `--quick`: two lengths, once. */
export const quick = process.argv.includes('--quick');
export const lengths: readonly number[] = quick ? [1_000, 50_000] : [1_000, 10_000, 50_000, 100_000];
export const longest = lengths.at(-1) ?? 0;
const rounds = quick ? 1 : 3;
/** No target is measured against them: one round is enough for the table, and all is done before a reader has lost patience. */
const onlyOnce: ReadonlySet<EditorName> = new Set(['bare', 'tiptap', 'codemirror']);

/**
 * Measures every editor with every length, in turn, each in a process of its own. The peers have a package of their own,
 * which is installed and built first where it is missing.
 */
export async function measureInTurn<Measured>(
  measure: (running: RunningEditor) => Promise<Measured>,
): Promise<readonly Run<Measured>[]> {
  buildPeers();
  const runs: Run<Measured>[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const words of lengths) {
      for (const editor of editors) {
        if (round > 1 && onlyOnce.has(editor)) continue;
        const running = await startEditor(editor, words);
        try {
          runs.push({ editor, words, measured: await measure(running) });
        } finally {
          await running.close();
        }
        console.error(`Round ${round} of ${rounds}: ${words} words, ${editor}`);
      }
    }
  }
  return runs;
}

function buildPeers(): void {
  const peers = join(import.meta.dirname, '../peers');
  if (!existsSync(join(peers, 'node_modules')))
    execFileSync('npm', ['ci', '--prefix', peers], { stdio: 'inherit' });
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: peers, stdio: 'inherit' });
}

/** The median of the rounds of one number. */
export const medianOf = <Measured extends Readonly<Record<string, number>>>(
  runs: readonly Run<Measured>[],
  editor: EditorName,
  words: number,
  what: keyof Measured,
): number =>
  quantile(
    runs
      .filter((run) => run.editor === editor && run.words === words)
      .flatMap(({ measured }) => measured[what] ?? []),
    0.5,
  );
