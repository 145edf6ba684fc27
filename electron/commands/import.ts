import { promises as fs } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import { importFormats } from '../../shared/import/format';
import { importRefusalSentence } from '../../shared/import/import-refusal';
import { reportLines } from '../../shared/import/report';
import { articlePath } from '../desk/article-file';
import { type Articles, createArticles } from '../desk/articles';
import { attempt } from '../desk/file-failure';
import { importIntoDesk } from '../desk/import-document';
import { readHere } from '../desk/read-document';
import { readDeskOf } from './article-argument';
import {
  type Command,
  callIsWrong,
  contentAtFault,
  done,
  fileSystemRefused,
  type Outcome,
  type Output,
  worseOf,
} from './command';
import { readInput, standardStream } from './input';
import { oneWord, parseWords } from './words';

const formatWords = ['auto', ...importFormats] as const;
const usage = `import FILE… --desk DIR [--from ${formatWords.join('|')}]`;

/**
 * Brings documents onto a desk and prints the path of each new article. A document that cannot be imported is told on
 * standard error; the others are imported all the same, and the exit code tells the worst.
 */
export const importCommand: Command = {
  usage,
  async run(words, output) {
    const parsed = parseWords(words, { desk: { type: 'string' }, from: { type: 'string' } }, usage);
    if (!parsed.ok) return parsed.error;
    const { positionals, values } = parsed.value;
    const from = oneWord(formatWords, values.from ?? 'auto');
    if (from === undefined) return callIsWrong(`give --from one of ${formatWords.join(', ')}`);
    if (positionals.length === 0) return callIsWrong(`give at least one file: standfirst ${usage}`);
    if (typeof values.desk !== 'string') return callIsWrong(`give --desk with the folder of the desk`);
    const desk = await openDeskFolder(values.desk);
    if (!desk.ok) return desk.error;
    const { path, settings } = desk.value;
    const articles = createArticles(path, () => new Date());
    let worst: Outcome = done;
    for (const file of positionals) {
      worst = worseOf(worst, await importOne({ file, from, path, settings, articles }, output), output);
    }
    return worst;
  },
};

interface Task {
  readonly file: string;
  readonly from: (typeof formatWords)[number];
  /** The desk's folder. */
  readonly path: string;
  readonly settings: DeskSettings;
  readonly articles: Articles;
}

async function openDeskFolder(
  word: string,
): Promise<Result<{ readonly path: string; readonly settings: DeskSettings }, Outcome>> {
  const path = resolve(word);
  const listed = await attempt(path, () => fs.readdir(path));
  if (!listed.ok) return fail(fileSystemRefused(listed.error));
  const settings = await readDeskOf(path);
  return settings.ok ? ok({ path, settings: settings.value }) : settings;
}

async function importOne({ file, from, path, settings, articles }: Task, output: Output): Promise<Outcome> {
  const bytes = await readInput(file);
  if (!bytes.ok) return fileSystemRefused(bytes.error);
  // What comes by a pipe lies in no folder: the pictures of the present one are none of its.
  const beside = file === standardStream ? null : file;
  const document = { name: basename(file), bytes: bytes.value, from, path: beside };
  const imported = await importIntoDesk(document, settings, readHere, (article, slug, pictures) =>
    articles.add(article, slug, pictures),
  );
  if (!imported.ok) {
    const { error } = imported;
    return error.kind === 'content'
      ? contentAtFault(importRefusalSentence(error.refusal, file))
      : fileSystemRefused(error.failure);
  }
  const { slug, report } = imported.value;
  for (const line of reportLines(report, 'log')) output.note(`${file}: ${line}`);
  await output.write(`${articlePath(path, slug)}\n`);
  return done;
}
