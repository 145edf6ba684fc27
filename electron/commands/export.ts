import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../shared/article/article';
import { adTargetNames, type DeskSettings } from '../../shared/article/desk-settings';
import { ok, type Result } from '../../shared/base/result';
import { type ExportOptions, exportArticle, type FormatName, formatNames } from '../../shared/export/formats';
import { describeRefusal, type Refusal } from '../../shared/export/refusal';
import { exportWord } from '../../shared/export/word/export';
import { errnoOf } from '../desk/file-failure';
import { safeWrite } from '../desk/safe-write';
import { readGivenArticle } from './article-argument';
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
const targets: readonly (FormatName | 'docx')[] = [...formatNames, 'docx'];

const usage = `export ARTICLE --to ${targets.join('|')} [--ads ${adTargetNames.join('|')}] [--out PATH|-]`;

/** What is handed over is for others to read; the system's mask may narrow it. */
const publicMode = 0o644;

/** Exports one article to standard output, or with --out into a file or an existing folder. */
export const exportCommand: Command = {
  usage,
  async run(words, output) {
    const parsed = parseWords(
      words,
      { to: { type: 'string' }, ads: { type: 'string' }, out: { type: 'string' } },
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
    const given = await readGivenArticle(word);
    if (!given.ok) return given.error;
    const { article, desk } = given.value;
    const options = {
      ads: ads ?? desk.adTarget,
      look: 'broadsheet',
      houseStyle: null,
      canonicalUrl: null,
    } as const;
    const exported = to === 'docx' ? asWord(article, desk) : asText(article, desk, to, options);
    if (!exported.ok) return contentAtFault(exported.error.map(describeRefusal).join(' '));
    const out = values.out ?? standardStream;
    return typeof out === 'string' ? write(exported.value, out, output) : callIsWrong('give --out a path');
  },
};

/** What an export hands over: files, and pictures that belong beside them. */
interface HandedOver {
  readonly files: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  readonly media: readonly string[];
}

function asText(
  article: Article,
  desk: DeskSettings,
  format: FormatName,
  options: ExportOptions,
): Result<HandedOver, readonly Refusal[]> {
  const exported = exportArticle(article, desk, format, options);
  if (!exported.ok) return exported;
  const { files, media } = exported.value;
  return ok({ files: files.map(({ name, text }) => ({ name, content: text })), media });
}

/** Word holds its pictures itself. Here they cannot be freed of their metadata, so their descriptions stand for them. */
function asWord(article: Article, desk: DeskSettings): Result<HandedOver, readonly Refusal[]> {
  const exported = exportWord(article, desk, new Map());
  if (!exported.ok) return exported;
  const { file } = exported.value;
  return ok({ files: [{ name: file.name, content: file.bytes }], media: [] });
}

async function write({ files, media }: HandedOver, out: string, output: Output): Promise<Outcome> {
  const isFolder = out !== standardStream && (await isExistingFolder(out));
  for (const { name, content } of files) {
    if (out === standardStream) {
      await output.write(content);
      continue;
    }
    const path = isFolder ? join(out, name) : out;
    const written = await safeWrite({ path, content, mode: publicMode });
    if (!written.ok) return fileSystemRefused(written.error);
  }
  if (media.length > 0) {
    output.note(
      `pictures are not copied: put ${media.join(', ')} into media/ beside the export, without their metadata`,
    );
  }
  return done;
}

async function isExistingFolder(path: string): Promise<boolean> {
  try {
    return (await fs.stat(path)).isDirectory();
  } catch (error) {
    // What stands in the way (no permission, a file in the path) the writing itself will tell.
    if (errnoOf(error) === null) throw error;
    return false;
  }
}
