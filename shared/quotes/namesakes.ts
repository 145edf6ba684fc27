import type { Party } from './party';

const MOST_NAMESAKES = 12;

/** Finds the party a name belongs to among those known so far. */
export class Namesakes {
  private readonly byLastWord = new Map<string, Party[]>();
  private readonly byOtherWord = new Map<string, Party[]>();
  private readonly byInitials = new Map<string, Party>();

  /** Makes a party findable by its full name, its surname, its other words and its initials. */
  add(party: Party): void {
    const { words } = party;
    push(this.byLastWord, words.at(-1) ?? '', party);
    for (const word of words.slice(0, -1)) if (word.length > 2) push(this.byOtherWord, word, party);
    if (words.length > 1) this.byInitials.set(words.map((word) => word[0] ?? '').join(''), party);
  }

  /**
   * @param words lower-case words of the name, without titles
   * @param gender of the name, if its title or given name tells
   * @param titles lower-case words of the title before the name: "President Bush" is who was president
   */
  find(words: readonly string[], gender: Party['gender'], titles: readonly string[]): Party | undefined {
    const namesakes = (this.byLastWord.get(words.at(-1) ?? '') ?? []).slice(-MOST_NAMESAKES);
    return words.length === 1
      ? this.findSingle(words[0] ?? '', gender, titles, namesakes)
      : namesakes.findLast((party) => isSameFullName(party.words, words));
  }

  private findSingle(
    word: string,
    gender: Party['gender'],
    titles: readonly string[],
    namesakes: readonly Party[],
  ): Party | undefined {
    let best: Party | undefined;
    let highest = Number.NEGATIVE_INFINITY;
    for (const party of namesakes) {
      if (gender && party.gender && party.gender !== gender) continue;
      if (party.kind === 'body' && party.words.length > 1) continue;
      const titled = titles.some((title) => party.roleWords.has(title));
      const score = party.lastSeen + (titled ? Number.MAX_SAFE_INTEGER / 2 : 0);
      if (score <= highest) continue;
      highest = score;
      best = party;
    }
    if (best) return best;
    const others = this.byOtherWord.get(word) ?? [];
    return this.byInitials.get(word) ?? (others.length === 1 ? others[0] : undefined);
  }
}

/** Whether the longer name ends in all words of the shorter one. */
export function endsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  return (
    longer.length > shorter.length &&
    shorter.every((word, index) => word === longer.at(index - shorter.length))
  );
}

/** "Donald J. Poe", "D. Poe" and "Donald Poe" are one; "Ana Poe" is another. Surnames are equal already. */
function isSameFullName(known: readonly string[], words: readonly string[]): boolean {
  if (endsWith(known, words) || (known.length > 1 && endsWith(words, known))) return true;
  const [first = ''] = words;
  const [knownFirst = ''] = known;
  if (knownFirst === first) return true;
  return (
    known.length > 1 && (knownFirst.replace('.', '') === first[0] || first.replace('.', '') === knownFirst[0])
  );
}

function push(table: Map<string, Party[]>, key: string, party: Party): void {
  const known = table.get(key);
  if (known) known.push(party);
  else table.set(key, [party]);
}
