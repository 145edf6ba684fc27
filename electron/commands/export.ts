import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { adTargetNames } from '../../shared/article/desk-settings';
import { type Exported, exportArticle, formatNames } from '../../shared/export/formats';
import { describeRefusal } from '../../shared/export/refusal';
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

const usage = `export ARTICLE --to ${formatNames.join('|')} [--ads ${adTargetNames.join('|')}] [--out PATH|-]`;

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
    const to = oneWord(formatNames, values.to);
    if (to === undefined) return callIsWrong(`give --to with one of ${formatNames.join(', ')}`);
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
    const exported = exportArticle(article, desk, to, options);
    if (!exported.ok) return contentAtFault(exported.error.map(describeRefusal).join(' '));
    const out = values.out ?? standardStream;
    return typeof out === 'string' ? write(exported.value, out, output) : callIsWrong('give --out a path');
  },
};

async function write({ files, media }: Exported, out: string, output: Output): Promise<Outcome> {
  const isFolder = out !== standardStream && (await isExistingFolder(out));
  for (const { name, text } of files) {
    if (out === standardStream) {
      await output.write(text);
      continue;
    }
    const path = isFolder ? join(out, name) : out;
    const written = await safeWrite({ path, content: text, mode: publicMode });
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
