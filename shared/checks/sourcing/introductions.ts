import type { Source } from '../../article/source';
import { type ArticleCheck, keptByBlock } from '../check';
import { atBlock, type Draft, excerptOf } from '../finding';
import type { BlockReading } from '../reading';
import { secretSources } from './unnamed';

interface Person {
  readonly source: Source;
  readonly surname: string;
  readonly first: string;
}

/** Named people with a first name and a surname of their own among the sources. */
function peopleOf(sources: readonly Source[]): readonly Person[] {
  const people = sources.flatMap((source): Person[] => {
    if (source.kind !== 'person') return [];
    const words = source.name
      .replace(/,?\s+(?:Jr|Sr|II|III|IV)\.?$/i, '')
      .split(/\s+/)
      .filter((word) => /^\p{L}/u.test(word) && !/^(?:Mrs?|Ms|Dr|Sir|Sen|Rep|Gov|Prof)\.?$/.test(word));
    const [first, surname] = [words[0], words.at(-1)];
    return first && surname && words.length > 1 && surname.length > 2 ? [{ source, first, surname }] : [];
  });
  const bearers = new Map<string, number>();
  for (const { surname } of people) bearers.set(surname, (bearers.get(surname) ?? 0) + 1);
  return people.filter(({ surname }) => bearers.get(surname) === 1);
}

/** What one block says about people: the first surname that stands alone, and the first full name, of each. */
interface Appearance {
  readonly alone: { readonly piece: number; readonly start: number; readonly end: number } | null;
  readonly full: { readonly piece: number; readonly start: number } | null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function appearanceIn(block: BlockReading, { first, surname }: Person): Appearance {
  let alone: Appearance['alone'] = null;
  let full: Appearance['full'] = null;
  const anywhere = new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(surname)}(?![\\p{L}\\p{N}-])`, 'gu');
  block.pieces.forEach(({ address, text }, piece) => {
    // Captions, credits and boxes are read by themselves.
    if (address.kind !== 'run' || !text.includes(surname)) return;
    for (const match of text.matchAll(anywhere)) {
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      // "John F. Kerry", "John Forbes Kerry"; another first name is another Kerry.
      const given =
        /(\p{Lu}[\p{L}’'-]*\.?\s+(?:(?:\p{Lu}[\p{L}’'.-]*|“[^”]+”|van|von|de|der|al|bin)\s+){0,3})$/u.exec(
          before,
        )?.[1];
      if (given && new RegExp(`(?<!\\p{L})${escaped(first)}(?!\\p{L})`, 'u').test(given)) {
        full ??= { piece, start: match.index };
      } else if (
        !given ||
        /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Sen|Rep|Gov|Gen|Prof|President|Senator|Governor|Minister|Mayor|Judge|Justice|Secretary|The|But|And|When|As|While|After|Before|For|In|At|On|With|If|Then|So|Yet|Still|Even|Because|Since|Although|Though)\.?\s+$/u.test(
          given,
        )
      ) {
        alone ??= { piece, start: match.index, end: match.index + surname.length };
      }
    }
  });
  return { alone, full };
}

/** How a person is known: two people of one name are looked for alike. */
const nameOf = ({ first, surname }: Person): string => `${first} ${surname}`;

/** What a block says about the people it was searched for. */
interface Searched {
  /** For so many of all that were ever asked about. */
  people: number;
  readonly found: Map<string, Appearance>;
}

/**
 * Tells which of the people that were asked about appear in a block. A block is searched once for each of them, and a key that
 * changes one block, or a new source, costs what is new.
 */
function createSearching() {
  const asked = new Map<string, Person>();
  const searchedIn = keptByBlock((): Searched => ({ people: 0, found: new Map() }));
  return (people: readonly Person[]) => {
    for (const person of people) {
      const name = nameOf(person);
      if (!asked.has(name)) asked.set(name, person);
    }
    const all = [...asked];
    return (block: BlockReading): ReadonlyMap<string, Appearance> => {
      const searched = searchedIn(block);
      for (const [name, person] of all.slice(searched.people)) {
        const appearance = appearanceIn(block, person);
        if (appearance.alone || appearance.full) searched.found.set(name, appearance);
      }
      searched.people = all.length;
      return searched.found;
    };
  };
}

/** Whether the full name comes first, as it should. */
const isIntroduced = ({ alone, full }: Appearance): boolean =>
  full !== null &&
  (!alone || full.piece < alone.piece || (full.piece === alone.piece && full.start < alone.start));

/** "Mr. Weber" in the third paragraph, Vin Weber in the fifth. */
export const nameBeforeIntroduction: ArticleCheck = {
  scope: 'article',
  code: 'name-before-introduction',
  severity: 'warning',
  title: 'Surnames before the full name',
  create() {
    const searching = createSearching();
    return (reading) => {
      const { article, blocks } = reading;
      const secret = new Set(secretSources(reading).map(({ id }) => id));
      const people = peopleOf(article.sources.filter(({ id, deleted }) => !secret.has(id) && !deleted));
      const appearancesIn = searching(people);
      const awaited = new Map(people.map((person) => [nameOf(person), person]));
      const drafts: Draft[] = [];
      for (const [index, block] of blocks.entries()) {
        if (awaited.size === 0) break;
        // A picture, a quotation set large and a box stand beside the story.
        if (['image', 'pullQuote', 'factBox'].includes(block.block.kind)) continue;
        for (const [name, appearance] of appearancesIn(block)) {
          const person = awaited.get(name);
          if (!person) continue;
          awaited.delete(name);
          const draft = isIntroduced(appearance) ? null : draftFor(person, block, appearance);
          if (draft) drafts.push(atBlock(draft, index));
        }
      }
      return drafts;
    };
  },
};

function draftFor({ source, surname }: Person, block: BlockReading, { alone }: Appearance): Draft | null {
  const piece = alone ? block.pieces[alone.piece] : undefined;
  if (!alone || piece?.address.kind !== 'run') return null;
  const place = { ...piece.address, start: alone.start, end: alone.end };
  return {
    place,
    excerpt: excerptOf(piece.text, alone),
    reason: `“${surname}” stands here before the reader has met ${source.name}. Give the full name${source.role.trim() === '' ? '' : ' and role'} first.`,
    fix: {
      kind: 'edit',
      words: `Write “${source.name}”`,
      edits: [{ ...place, text: source.name }],
    },
  };
}
