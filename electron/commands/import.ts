import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { type Article, newArticle } from '../../shared/article/article';
import type { DeskSettings } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import { type Imported, importDocument } from '../../shared/import';
import { withStoredPictures } from '../../shared/import/attachments';
import { importFormats } from '../../shared/import/format';
import { importRefusalSentence } from '../../shared/import/import-refusal';
import { reportLines } from '../../shared/import/report';
import { articlePath } from '../desk/article-file';
import { type Articles, createArticles } from '../desk/articles';
import { attempt } from '../desk/file-failure';
import { type NewPicture, pictureName } from '../desk/media';
import { slugFrom } from '../desk/slug';
import { readDeskOf } from './article-argument';
import {
  type Command,
  callIsWrong,
  contentAtFault,
  done,
  fileSystemRefused,
  type Outcome,
  type Output,
} from './command';
import { readInput } from './input';
import { findLocalPictures } from './local-pictures';
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
      const outcome = await importOne({ file, from, path, settings, articles }, output);
      if (outcome.exit === 0) continue;
      if (outcome.message !== null) output.note(outcome.message);
      if (outcome.exit > worst.exit) worst = { exit: outcome.exit, message: null };
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
  const local = findLocalPictures(file);
  const imported = importDocument(
    { name: basename(file), bytes: bytes.value, from },
    { desk: settings, ids: randomUUID, localPicture: local.nameOf, progress: () => {} },
  );
  if (!imported.ok) return contentAtFault(importRefusalSentence(imported.error, file));
  const { article, pictures } = articleFrom(imported.value);
  const slug = slugFrom(article.headline || basename(file, extname(file)));
  const added = await articles.add(article, slug, [...pictures, ...local.found()]);
  if (!added.ok) return fileSystemRefused(added.error);
  for (const line of reportLines(imported.value.report)) output.note(`${file}: ${line}`);
  await output.write(`${articlePath(path, added.value.slug)}\n`);
  return done;
}

/** The new article with the names under which its pictures are kept. */
function articleFrom({ fields, attachments, report }: Imported): {
  readonly article: Article;
  readonly pictures: readonly NewPicture[];
} {
  const pictures: NewPicture[] = [];
  const names = new Map<string, string>();
  for (const { file, bytes } of attachments) {
    const named = pictureName(file, bytes);
    if (!named.ok) continue;
    names.set(file, named.value);
    pictures.push({ file: named.value, bytes });
  }
  const body = withStoredPictures(fields.body, attachments, (file) => names.get(file) ?? null, randomUUID);
  const begun = newArticle({
    id: randomUUID(),
    slug: 'article',
    language: fields.language,
    created: new Date().toISOString(),
  });
  // Nothing of the document is lost: what is no part of the story stands in the writer's private notes.
  const notes = report.setAside.map(({ text }) => text).join('\n\n');
  return { article: { ...begun, ...fields, body, notes }, pictures };
}
