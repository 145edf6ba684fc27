import { promises as fs } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  blocksExport,
  checkArticle,
  type Finding,
  type Place,
  parseWordList,
  type WordList,
  withoutPrivateWords,
} from '../../shared/checks';
import { missingPictures } from '../desk/missing-pictures';
import { followingBook, type GivenArticle, readGivenArticle } from './article-argument';
import { type Command, callIsWrong, contentAtFault, done, type Outcome, worseOf } from './command';
import { parseWords } from './words';

const usage = 'check ARTICLE… [--json]';

/** From the sources as from the built file, both two folders below the project's. */
const wordsPath = fileURLToPath(new URL('../../assets/words/english.txt', import.meta.url));

/**
 * Says what the copy desk and the export would say about each article; exit 1 if an error blocks an export. An article that
 * cannot be read is told on standard error; the others are checked all the same, and the exit code tells the worst. What is printed
 * may end up in the log of a pipeline, so private words are not in it: their places are.
 */
export const check: Command = {
  usage,
  async run(words, output) {
    const parsed = parseWords(words, { json: { type: 'boolean' } }, usage);
    if (!parsed.ok) return parsed.error;
    const { positionals, values } = parsed.value;
    if (positionals.length === 0) return callIsWrong(`give at least one article: standfirst ${usage}`);
    const wordList = await englishWords();
    const now = Date.now();
    const checked: { article: string; findings: readonly Finding[] }[] = [];
    let worst: Outcome = done;
    for (const word of positionals) {
      const read = await readGivenArticle(word);
      const given = read.ok ? await followingBook(read.value) : read;
      if (!given.ok) {
        const { error } = given;
        worst = worseOf(worst, error, output);
        continue;
      }
      const findings = await findingsOf(given.value, wordList, now);
      checked.push({ article: given.value.path, findings });
      if (values.json !== true) await output.write(inWords(given.value.path, findings));
    }
    if (values.json === true) await output.write(`${JSON.stringify(checked, null, 2)}\n`);
    if (worst.exit !== 0) return worst;
    return checked.some(({ findings }) => blocksExport(findings)) ? contentAtFault(null) : done;
  },
};

async function findingsOf(
  { path, article, desk }: GivenArticle,
  wordList: WordList,
  now: number,
): Promise<readonly Finding[]> {
  const setting = {
    language: article.language,
    desk,
    wordList: /^en\b/.test(article.language) ? wordList : null,
  };
  const moment = { now, openSuggestions: 0, missingPictures: await missingPictures(path, article) };
  return withoutPrivateWords(checkArticle(article, setting, moment));
}

/** One line a finding that is open. */
const inWords = (path: string, findings: readonly Finding[]): string =>
  findings
    .filter(({ ignored }) => ignored === null)
    .map(({ code, severity, reason, excerpt, place }) => {
      const about = excerpt === '' ? placeInWords(place) : excerpt.replace(/\s+/g, ' ');
      return `${path}: ${severity}: ${reason} (${about}) [${code}]\n`;
    })
    .join('');

/** Where a finding without words stands; blocks are counted from 1. */
function placeInWords(place: Place): string {
  if ('block' in place) return `block ${place.block + 1}`;
  return place.kind === 'field' ? place.field : place.part;
}

async function englishWords(): Promise<WordList> {
  const parsed = parseWordList(await fs.readFile(wordsPath, 'utf8'));
  if (!parsed.ok) throw new Error(`${wordsPath} is no word list: ${parsed.error.code}`);
  return parsed.value;
}
