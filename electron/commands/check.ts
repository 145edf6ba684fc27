import { promises as fs } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  blocksExport,
  type CheckSetting,
  checkArticle,
  type Finding,
  type Place,
  parseWordList,
  withoutPrivateWords,
} from '../../shared/checks';
import { type DictionaryName, dictionaryFor } from '../../shared/checks/spelling/dictionary';
import { loadSpeller } from '../../shared/checks/spelling/speller';
import { missingPictures } from '../desk/missing-pictures';
import { followingBook, type GivenArticle, readGivenArticle } from './article-argument';
import { type Command, callIsWrong, contentAtFault, done, type Outcome, worseOf } from './command';
import { printable, printableJson } from './printable';
import { parseWords } from './words';

const usage = 'check ARTICLE… [--json]';

/** The path of a file of the app; from the sources as from the built file, both two folders below the project's. */
const asset = (name: string): string => fileURLToPath(new URL(`../../assets/${name}`, import.meta.url));

/**
 * Says what the copy desk and the export would say about each article; exit 1 if an error blocks an export. What is printed
 * may end up in the log of a pipeline, so private words are not in it: their places are. An article that cannot be read is told
 * on standard error; the others are checked all the same, and the exit code tells the worst.
 */
export const check: Command = {
  usage,
  async run(words, output) {
    const parsed = parseWords(words, { json: { type: 'boolean' } }, usage);
    if (!parsed.ok) return parsed.error;
    const { positionals, values } = parsed.value;
    if (positionals.length === 0) return callIsWrong(`give at least one article: standfirst ${usage}`);
    const known = knownWords();
    const now = Date.now();
    const checked: { article: string; findings: readonly Finding[] }[] = [];
    let worst: Outcome = done;
    for (const word of positionals) {
      const read = await readGivenArticle(word);
      const given = read.ok ? await followingBook(read.value) : read;
      if (!given.ok) {
        worst = worseOf(worst, given.error, output);
        continue;
      }
      const findings = await findingsOf(given.value, await known.of(given.value.article.language), now);
      checked.push({ article: given.value.path, findings });
      if (values.json !== true) await output.write(printable(inWords(given.value.path, findings)));
      if (blocksExport(findings)) worst = worseOf(worst, contentAtFault(null), output);
    }
    if (values.json === true) await output.write(`${printableJson(checked, 2)}\n`);
    return worst;
  },
};

/** What the checks know of the words of a language; nulls where there is no dictionary for it. */
type Words = Pick<CheckSetting, 'wordList' | 'speller'>;

async function findingsOf(
  { path, article, desk }: GivenArticle,
  words: Words,
  now: number,
): Promise<readonly Finding[]> {
  const moment = { now, openSuggestions: 0, missingPictures: await missingPictures(path, article) };
  return withoutPrivateWords(checkArticle(article, { language: article.language, desk, ...words }, moment));
}

/** One line a finding that is open. */
const inWords = (path: string, findings: readonly Finding[]): string =>
  findings
    .filter(({ ignored }) => ignored === null)
    .map(({ code, severity, reason, excerpt, place }) => {
      const about = excerpt === '' ? placeInWords(place) : shortened(excerpt.replace(/\s+/g, ' '));
      return `${path}: ${severity}: ${reason} (${about}) [${code}]\n`;
    })
    .join('');

/** Where a finding without words stands; blocks are counted from 1. */
function placeInWords(place: Place): string {
  if ('block' in place) return `block ${place.block + 1}`;
  return place.kind === 'field' ? place.field : place.part;
}

const mostOfExcerpt = 100;
/** A whole paragraph would hide what is said about it. */
const shortened = (text: string): string =>
  text.length <= mostOfExcerpt ? text : `${text.slice(0, mostOfExcerpt).replace(/\s?\S*$/u, '')}…`;

/** The words of each language, read once where an article asks for them. */
function knownWords(): { of(language: string): Promise<Words> } {
  const read = new Map<DictionaryName, Promise<Words>>();
  return {
    async of(language) {
      const name = dictionaryFor(language);
      if (name === null) return { wordList: null, speller: null };
      const words = read.get(name) ?? readWords(name);
      read.set(name, words);
      return words;
    },
  };
}

async function readWords(name: DictionaryName): Promise<Words> {
  const text = (file: string) => fs.readFile(asset(file), 'utf8');
  const wordList = parseWordList(await text('words/english.txt'));
  if (!wordList.ok) throw new Error(`The word list cannot be used: ${wordList.error.code}`);
  const [aff, dic] = [await text(`dictionaries/${name}.aff`), await text(`dictionaries/${name}.dic`)];
  const speller = loadSpeller({ aff, dic });
  if (!speller.ok) throw new Error(`The dictionary ${name} cannot be used: ${speller.error.code}`);
  return { wordList: wordList.value, speller: speller.value };
}
