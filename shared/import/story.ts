import { isContinuationLine } from '../adbreaks/continuation-lines';
import type { Byline } from '../article/article';
import type { Block } from '../article/block';
import type { Inline } from '../article/inline';
import { inlineText, publishedPieces } from '../article/traverse';
import { boilerplateRule } from './boilerplate';
import { bylineLanguage, readByline } from './byline';
import { isDateline, partDateline } from './dateline';
import type { SetAside } from './report';

/** An article's fields, taken from the blocks of a document whose own markup says little about them. */
export interface Story {
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly bylines: readonly Byline[];
  /** The language that the byline's first word belongs to, or null. */
  readonly bylineLanguage: string | null;
  readonly dateline: string;
  readonly body: readonly Block[];
  readonly setAside: readonly SetAside[];
}

/** What is known of the house. */
export interface StoryHints {
  /** Index of the block that the document itself marks as its headline, or null. */
  readonly headlineBlock: number | null;
  /** Index of the block after the document's own head of headline, deck and byline, or null. */
  readonly headEnd: number | null;
  /** Lines that are the house's own: name and tagline of the masthead. */
  readonly mastheadLines: readonly string[];
  /** The house's words at an ad break. */
  readonly adWording: readonly string[];
  /** What the document itself names as its fields. */
  readonly named: NamedFields;
}

/** Fields that stand in the markup of a document. A line that only looks like one of them is then a line of the story. */
export type NamedFields = Pick<Story, 'deck' | 'bylines' | 'dateline'>;

export const nothingNamed: NamedFields = { deck: '', bylines: [], dateline: '' };

/** Longer first paragraphs are the story itself. Headlines of news sites measured up to 150 characters. */
const longestHeadline = 260;
const longestDeck = 320;

/** The words of a block that can be a field: a paragraph or heading, else null. */
function lineOf(block: Block | undefined): string | null {
  if (block?.kind !== 'paragraph' && block?.kind !== 'heading') return null;
  return inlineText(block.children);
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();
const plainLine = (text: string): string => oneLine(text).toLocaleLowerCase('en');
const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Longer than this, two sentences are no headline. */
const longestTwoSentences = 170;

/** A paragraph of running text: a dateline, more than one sentence, or length. */
function isProse(text: string): boolean {
  if (partDateline(text)) return true;
  if (text.length <= longestTwoSentences) return false;
  return (
    text.length > longestHeadline ||
    /[.!?]["”’)]? +["“‘(]?\p{Lu}.{20,}[.!?]["”’)]?$/u.test(text.replace(/\n/g, ' '))
  );
}

/**
 * Reads headline, deck, byline and dateline off the head of a document, sets boilerplate before and after the story
 * apart, and makes ad breaks of continuation lines. Every visible character of the blocks is afterwards in a field, in
 * the body or in `setAside`; only the words of ad breaks become structure.
 */
export function readStory(blocks: readonly Block[], hints: StoryHints): Story {
  const apart: SetAside[] = [];
  const head = readHead(blocks, hints, apart);
  const end = endOfStory(blocks, head.next, hints, apart);
  const broken = withAdBreaks(blocks.slice(head.next, end), hints.adWording);
  const { dateline, body } = takeDateline(broken, hints.named.dateline, head.fields.bylines.length > 0);
  const setAside = apart.map((aside) =>
    aside.place === 'after' ? { ...aside, before: body.length } : aside,
  );
  return { ...head.fields, dateline, body, setAside };
}

interface Head {
  readonly fields: Pick<Story, 'kicker' | 'headline' | 'deck' | 'bylines' | 'bylineLanguage'>;
  /** Index of the first block of the body. */
  readonly next: number;
}

function readHead(blocks: readonly Block[], hints: StoryHints, apart: SetAside[]): Head {
  const setApart = (text: string, place: SetAside['place']): void => {
    apart.push({ text, place, reason: 'boilerplate', before: 0 });
  };
  let at = hints.headlineBlock ?? skipBoilerplate(blocks, hints, setApart);
  if (hints.headlineBlock !== null) {
    // What the page sets before its own headline is its frame.
    for (const block of blocks.slice(0, at)) {
      const text = publishedPieces(block).join('\n');
      if (text.trim() !== '') setApart(text, 'before');
    }
  }
  const first = lineOf(blocks[at]);
  const none = { kicker: '', headline: '', deck: '', bylines: [], bylineLanguage: null };
  if (first === null || !canBeHeadline(first, blocks, at, hints)) return { fields: none, next: at };
  const [headline = '', ...others] = hints.headlineBlock === null ? first.split('\n') : [oneLine(first)];
  let deck = oneLine(others.join(' '));
  if (deck.length > longestDeck || hints.named.deck !== '') deck = '';
  const title = deck === '' ? oneLine(first) : headline.trim();
  at += 1;
  let bylines: readonly Byline[] = [];
  let language: string | null = null;
  const headEnd = hints.headEnd ?? blocks.length;
  for (; at < headEnd; at += 1) {
    const text = lineOf(blocks[at]);
    if (text === null) break;
    const names = bylines.length === 0 ? readByline(text) : null;
    if (names) {
      if (hints.named.bylines.length > 0 && !sameNames(names, hints.named.bylines)) break;
      bylines = names;
      language = bylineLanguage(text);
    } else if (boilerplateRule(text, 'inside') !== null && at + 1 < blocks.length) setApart(text, 'inside');
    else if (deck === '' && hints.named.deck === '' && bylines.length === 0 && isDeck(blocks, at))
      deck = oneLine(text);
    else break;
  }
  return { fields: { kicker: '', headline: title, deck, bylines, bylineLanguage: language }, next: at };
}

const sameNames = (some: readonly Byline[], others: readonly Byline[]): boolean =>
  some.map(({ name }) => name).join() === others.map(({ name }) => name).join();

function canBeHeadline(text: string, blocks: readonly Block[], at: number, hints: StoryHints): boolean {
  if (hints.headlineBlock !== null) return true;
  if (text.trim() === '' || isProse(text.split('\n')[0] ?? '') || isContinuationLine(text, hints.adWording))
    return false;
  // A document of one paragraph has no headline if the paragraph is a whole sentence.
  return at + 1 < blocks.length || !/[.!?]["”’)]?$/.test(text.trim());
}

/** The index of the first block that is not furniture of the site. */
function skipBoilerplate(
  blocks: readonly Block[],
  hints: StoryHints,
  setApart: (text: string, place: 'before') => void,
): number {
  const masthead = new Set(hints.mastheadLines.map(plainLine).filter(Boolean));
  let at = 0;
  for (; at < Math.min(blocks.length - 1, 40); at += 1) {
    const text = lineOf(blocks[at]);
    if (text === null) break;
    const isHouse = masthead.has(plainLine(text));
    const isFurniture =
      isHouse || boilerplateRule(text, 'before') !== null || isContinuationLine(text, hints.adWording);
    if (!isFurniture && !isLabelBeforeHeadline(blocks, at)) break;
    setApart(text, 'before');
  }
  return at;
}

/** Words of which sites make their names. */
const siteWord =
  /\b(?:news|post|times|journal|herald|daily|gazette|tribune|chronicle|observer|telegraph|courier|express|press|echo|mail|sun|star|globe|mirror|standard|zeitung|nachrichten|tageblatt|kurier|monde|figaro|diario|país|corriere|repubblica|today|online|tv|radio|\w+\.(?:com|org|net|co\.uk|de|fr))\b/i;

/**
 * A site's name or section: one or two words (four for a name such as "The Northern Post") above a longer line that is a
 * headline, because it is no sentence and byline or story follows it.
 */
function isLabelBeforeHeadline(blocks: readonly Block[], at: number): boolean {
  const text = (lineOf(blocks[at]) ?? '').trim();
  const next = lineOf(blocks[at + 1])?.trim();
  if (next === undefined || wordCount(text) > (siteWord.test(text) ? 4 : 2)) return false;
  if (/[.!?:”"’]$/.test(text) || /[.:]$/.test(next) || readByline(text)) return false;
  if (wordCount(next) < 4 || isProse(next) || readByline(next)) return false;
  if (boilerplateRule(next, 'before') !== null) return false;
  const after = lineOf(blocks[at + 2]);
  return after !== null && (isProse(after) || readByline(after) !== null || after.length > next.length);
}

/**
 * A deck stands between headline and byline or dateline, or is a line without a full stop above longer paragraphs.
 */
function isDeck(blocks: readonly Block[], at: number): boolean {
  const text = lineOf(blocks[at]) ?? '';
  const next = lineOf(blocks[at + 1]);
  if (next === null || text.length > longestDeck || partDateline(text) || /^["“‘]/.test(text)) return false;
  if (isContinuationLine(text)) return false;
  if (readByline(next) || partDateline(next)) return sentenceCount(text) <= 2;
  return !/[.!?:…]["”’')]*$/.test(text.trim()) && wordCount(text) > 4 && next.length > text.length * 1.5;
}

const sentenceCount = (text: string): number => text.split(/[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})/u).length;

/** The index after the last block of the story; a run of boilerplate at the end is set apart. */
function endOfStory(blocks: readonly Block[], start: number, hints: StoryHints, apart: SetAside[]): number {
  let end = blocks.length;
  const found: string[] = [];
  for (; end > start + 1; end -= 1) {
    const text = lineOf(blocks[end - 1]);
    if (text === null) break;
    const isFurniture = boilerplateRule(text, 'after') !== null || isContinuationLine(text, hints.adWording);
    if (!isFurniture) break;
    found.unshift(text);
  }
  for (const text of found) apart.push({ text, place: 'after', reason: 'boilerplate', before: 0 });
  return end;
}

/** Makes ad breaks of continuation lines; two lines in a row (label and promise) are one break. */
export function withAdBreaks(blocks: readonly Block[], adWording: readonly string[]): readonly Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const text = lineOf(block);
    if (text === null || !isContinuationLine(text, adWording)) result.push(block);
    else if (result.at(-1)?.kind !== 'adBreak') {
      result.push({ kind: 'adBreak', slot: '', label: '', size: '', placed: 'hand' });
    }
  }
  return result;
}

/**
 * `named`: the dateline that the document itself names; another one is then a part of the paragraph it begins.
 * `belowByline`: a line of its own is a dateline only there, where Word, Markdown and text of this app have theirs.
 */
function takeDateline(
  blocks: readonly Block[],
  named: string,
  belowByline: boolean,
): Pick<Story, 'dateline' | 'body'> {
  const at = blocks.findIndex((block) => block.kind === 'paragraph');
  const first = blocks[at];
  if (first?.kind !== 'paragraph') return { dateline: '', body: blocks };
  const line = inlineText(first.children);
  const ofItsOwn = belowByline && named === '' && at === 0 && blocks.length > 1 && isDateline(line);
  if (ofItsOwn && withoutStart(first.children, line.length)) {
    return { dateline: line, body: blocks.slice(1) };
  }
  const parted = partDateline(line);
  if (!parted || (named !== '' && placeOf(parted.dateline) !== placeOf(named)))
    return { dateline: '', body: blocks };
  const children = withoutStart(first.children, parted.length);
  if (!children) return { dateline: '', body: blocks };
  return {
    dateline: parted.dateline,
    body: blocks.map((block, index) => (index === at ? { ...first, children } : block)),
  };
}

/** A dateline without the dash that ends it. */
const placeOf = (dateline: string): string => dateline.replace(/[\s—–―-]+$/u, '');

/** The inlines without their first `length` characters; null if those reach into a link or other span. */
function withoutStart(inlines: readonly Inline[], length: number): readonly Inline[] | null {
  const [first, ...rest] = inlines;
  if (length === 0 || !first) return inlines;
  if (first.kind !== 'text') return null;
  if (first.text.length <= length) return withoutStart(rest, length - first.text.length);
  return [{ ...first, text: first.text.slice(length) }, ...rest];
}
