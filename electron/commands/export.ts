import { promises as fs, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { adTargetNames, formatNames, lookNames } from '../../shared/article/desk-settings';
import { fail, ok, type Result } from '../../shared/base/result';
import { exportArticle } from '../../shared/export/formats';
import { cleanPicture } from '../../shared/export/pictures/clean-picture';
import { describeRefusalWithoutWords, type Refusal } from '../../shared/export/refusal';
import { exportWord } from '../../shared/export/word/export';
import type { StylesheetFailure } from '../../shared/ipc/failures';
import { type Delivered, deliver } from '../desk/deliver';
import { attempt, errnoOf } from '../desk/file-failure';
import { houseStylesheetName, readHouseStylesheet } from '../desk/house-stylesheet';
import { readWhole } from '../desk/read-file';
import { followingBook, type GivenArticle, readGivenArticle } from './article-argument';
import {
  type Command,
  callIsWrong,
  contentAtFault,
  done,
  fileSystemRefused,
  type Outcome,
  type Output,
} from './command';
import { standardStream } from './input';
import { oneWord, parseWords } from './words';

/** What `--to` takes: the formats that are text, and Word. */
const targets = [...formatNames, 'docx'] as const;
type Target = (typeof targets)[number];

const usage = `export ARTICLE --to ${targets.join('|')} [--ads ${adTargetNames.join('|')}] [--look ${lookNames.join('|')}] [--out PATH|-]`;

/** Exports one article to standard output, or with --out into a file or an existing folder. */
export const exportCommand: Command = {
  usage,
  async run(words, output) {
    const parsed = parseWords(
      words,
      { to: { type: 'string' }, ads: { type: 'string' }, look: { type: 'string' }, out: { type: 'string' } },
      usage,
    );
    if (!parsed.ok) return parsed.error;
    const { positionals, values } = parsed.value;
    const [word, ...others] = positionals;
    if (word === undefined || others.length > 0) {
      return callIsWrong(`give one article, its folder or its file: standfirst ${usage}`);
    }
    const to = oneWord(targets, values.to);
    if (to === undefined) return callIsWrong(`give --to with one of ${targets.join(', ')}`);
    const ads = oneWord(adTargetNames, values.ads);
    if (values.ads !== undefined && ads === undefined) {
      return callIsWrong(`give --ads one of ${adTargetNames.join(', ')}`);
    }
    const look = oneWord(lookNames, values.look);
    if (values.look !== undefined && look === undefined) {
      return callIsWrong(`give --look one of ${lookNames.join(', ')}`);
    }
    const out = values.out ?? standardStream;
    if (typeof out !== 'string') return callIsWrong('give --out a path');
    const read = await readGivenArticle(word);
    if (!read.ok) return read.error;
    const given = await followingBook(read.value);
    if (!given.ok) return given.error;
    const options = { ads: ads ?? given.value.desk.adTarget, look: look ?? given.value.desk.exportLook };
    const made = to === 'docx' ? await asWord(given.value) : await asText(given.value, to, options);
    if (!made.ok) return made.error;
    return out === standardStream ? print(made.value, output) : write(made.value, out, output);
  },
};

/** What an export hands over: its document, the pictures that belong beside it, and what to tell. */
interface HandedOver {
  readonly document: Delivered;
  readonly media: readonly Delivered[];
  readonly notes: readonly string[];
}

async function asText(
  given: GivenArticle,
  format: Exclude<Target, 'docx'>,
  options: Pick<Parameters<typeof exportArticle>[3], 'ads' | 'look'>,
): Promise<Result<HandedOver, Outcome>> {
  const { article, desk } = given;
  const style = format === 'page' ? await houseStyleOf(given) : ok(null);
  if (!style.ok) return style;
  // Pictures are freed of their metadata without being decoded, so here none can be cut.
  const exported = exportArticle(article, desk, format, {
    ...options,
    houseStyle: style.value,
    canonicalUrl: null,
    crops: false,
  });
  if (!exported.ok) return fail(mayNotLeave(exported.error));
  const { files, media, removedStyle } = exported.value;
  const [file] = files;
  if (!file) throw new Error(`The format ${format} made no file`);
  const pictures = await cleanPictures(given, media);
  if (!pictures.ok) return pictures;
  return ok({
    document: { name: file.name, content: file.text, staysAtDesk: format === 'source-sheet' },
    media: [...pictures.value].map(([name, { bytes }]) => ({ name: `media/${name}`, content: bytes })),
    notes: removedStyle.map((part) => `${houseStylesheetName}: ignored ${part.replace(/\s+/g, ' ')}`),
  });
}

/** Standard error ends up in logs that outlive the desk, so the words in question, which are private, are not among it. */
const mayNotLeave = (refusals: readonly Refusal[]): Outcome =>
  contentAtFault(
    [...refusals.map(describeRefusalWithoutWords), 'Open the article in Standfirst to see the words.'].join(
      ' ',
    ),
  );

/** Word holds its pictures itself, upright: one that a viewer would have to turn is named in words. */
async function asWord(given: GivenArticle): Promise<Result<HandedOver, Outcome>> {
  const shown = exportWord(given.article, given.desk, new Map());
  if (!shown.ok) return fail(mayNotLeave(shown.error));
  const pictures = await cleanPictures(given, shown.value.missingPictures);
  if (!pictures.ok) return pictures;
  const upright = [...pictures.value].filter(([, { orientation }]) => orientation === 1);
  const made = exportWord(
    given.article,
    given.desk,
    new Map(upright.map(([name, { bytes }]) => [name, bytes])),
  );
  if (!made.ok) return fail(mayNotLeave(made.error));
  const { file, missingPictures } = made.value;
  return ok({
    document: { name: file.name, content: file.bytes },
    media: [],
    notes: missingPictures.map(
      (name) => `the picture ${name} is described in words: Word cannot show it, or it would lie on its side`,
    ),
  });
}

/** The pictures of the article without their metadata. Nothing leaves in part: one that is missing stops the export. */
async function cleanPictures(
  { path }: GivenArticle,
  names: readonly string[],
): Promise<
  Result<ReadonlyMap<string, { readonly bytes: Uint8Array; readonly orientation: number }>, Outcome>
> {
  const pictures = new Map<string, { bytes: Uint8Array; orientation: number }>();
  for (const name of names) {
    const picture = join(dirname(path), 'media', name);
    const read = await attempt(picture, () => readWhole(picture));
    if (!read.ok) {
      return fail(
        read.error.code === 'vanished'
          ? contentAtFault(`${picture}: the picture is missing; put it back, or take it out of the article`)
          : fileSystemRefused(read.error),
      );
    }
    const clean = cleanPicture(read.value);
    if (!clean.ok) {
      return fail(
        contentAtFault(`${picture}: the picture is damaged; replace it, or take it out of the article`),
      );
    }
    pictures.set(name, clean.value);
  }
  return ok(pictures);
}

/** The desk's own stylesheet, or null. */
async function houseStyleOf({ path }: GivenArticle): Promise<Result<string | null, Outcome>> {
  const desk = dirname(dirname(path));
  const read = await readHouseStylesheet(desk);
  return read.ok ? ok(read.value.css) : fail(notAStylesheet(join(desk, houseStylesheetName), read.error));
}

function notAStylesheet(path: string, failure: StylesheetFailure): Outcome {
  switch (failure.code) {
    case 'too-large':
      return contentAtFault(`${path}: too large for a stylesheet (${failure.bytes} bytes); shorten it`);
    case 'not-text':
      return contentAtFault(`${path}: this is not text in UTF-8; save it as UTF-8`);
    case 'no-desk':
      return contentAtFault(`${path}: there is no desk`);
    default:
      return fileSystemRefused(failure);
  }
}

async function print({ document, media, notes }: HandedOver, output: Output): Promise<Outcome> {
  await output.write(document.content);
  for (const note of notes) output.note(note);
  if (media.length > 0) {
    const names = media.map(({ name }) => name).join(', ');
    output.note(
      `the text names pictures that belong beside it: ${names}; with --out PATH they are copied there`,
    );
  }
  return done;
}

async function write({ document, media, notes }: HandedOver, out: string, output: Output): Promise<Outcome> {
  const stats = await statsOf(out);
  const isFolder = stats?.isDirectory() ?? false;
  // A pipe or a device would be a file from then on.
  if (stats && !isFolder && !stats.isFile())
    return callIsWrong(`${out}: this is no file; print to it with "> ${out}" in place of --out`);
  const folder = isFolder ? out : dirname(out);
  const name = isFolder ? document.name : basename(out);
  const written = await deliver(folder, [{ ...document, name }, ...media], { replace: true });
  if (!written.ok) return fileSystemRefused(written.error);
  for (const note of notes) output.note(note);
  return done;
}

/** What lies at `path`; null where nothing is told of it. */
async function statsOf(path: string): Promise<Stats | null> {
  try {
    return await fs.stat(path);
  } catch (error) {
    // What stands in the way (no permission, a file in the path) the writing itself will tell.
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
