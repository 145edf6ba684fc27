import type { Mention } from './mentions';
import { tidy } from './people';
import type { Reading } from './reading';
import type { TaggedWord } from './tagging';

/** What a mention is called that no name in the text fits; '' for a pronoun, which calls nobody by name. */
export function phraseOf(reading: Reading, mention: Mention): string {
  if (/pronoun|person|relative/i.test(mention.form)) return '';
  const { words, text } = reading;
  const { tag, word: first } = words[mention.first] as TaggedWord;
  const owner = mention.form === 'possessor';
  if (owner && mention.first === mention.last && tag === 'possessive') return '';
  const { word: last } = words[owner ? mention.last : endWithComplements(reading, mention)] as TaggedWord;
  const name = tidy(text.slice(first.start, last.end - last.clitic.length));
  // "The statement" at the start of a sentence is still the statement.
  return tag === 'determiner' || tag === 'possessive' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** "a spokesman for Platte River", "a note on the ministry's website": what hangs on the noun says who it is. */
function endWithComplements({ words, mentions }: Reading, mention: Mention): number {
  let { last } = mention;
  for (let at = mention.index + 1; at < mentions.length && at < mention.index + 6; at += 1) {
    const next = mentions[at] as Mention;
    if (next.sentence !== mention.sentence || next.first > last + 2) break;
    const link = words[last + 1]?.word.lower ?? '';
    if (next.first === last + 2 && /^(?:for|of|with|at|from|in|on|by)$/.test(link)) last = next.last;
  }
  return last;
}
