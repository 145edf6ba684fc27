import type { Block, FactBox, Paragraph } from '../../article/block';
import type { Inline } from '../../article/inline';
import { inlineText } from '../../article/traverse';
import { asRun, joinRuns } from './joining';
import type { Entry, ListLine, Passage, Region } from './passage';

const passage = (block: Block, like: Passage): Passage => ({ ...like, block, role: '', headingLevel: 0 });

/** Longer than this, a line behind a dash is said and not who said it; in characters. */
export const longestAttribution = 120;

/**
 * A block quote as pages and files hold it. Who said it stands at its end: in a `cite` (`said`, "" where there is none), in a footer,
 * or behind a dash on a line of its own.
 * Speech that is set with dashes, and a line with a link, which an attribution has no place for, stay in the quote.
 */
export function blockquotePassages(
  content: readonly Passage[],
  around: Region,
  said: string,
): readonly Passage[] {
  if (said !== '') return withSaid(content, around, said);
  return (
    withLastAsAttribution(content, around) ??
    withLastAsAttribution(withLastLineApart(content), around) ??
    quotePassages(content, 'blockquote', '')
  );
}

/** The quote with who said it; where no words are left to be a quote, that is a line of its own. */
function withSaid(content: readonly Passage[], around: Region, said: string): readonly Passage[] {
  const quote = quotePassages(content, 'blockquote', withoutDash(said));
  if (quote.some(({ block }) => block.kind === 'blockquote')) return quote;
  const block: Paragraph = { kind: 'paragraph', children: [{ kind: 'text', text: said, marks: [] }] };
  return [...quote, { kind: 'passage', block, region: around, role: '', headingLevel: 0 }];
}

/** The quote, if its last paragraph says who said it. */
function withLastAsAttribution(content: readonly Passage[], around: Region): readonly Passage[] | null {
  const last = content.at(-1);
  const words = last?.block.kind === 'paragraph' ? inlineText(last.block.children).trim() : '';
  const isPlain =
    last?.block.kind === 'paragraph' && last.block.children.every(({ kind }) => kind === 'text');
  const isFooter = last?.region === 'footer' && around !== 'footer';
  const isBehindDash =
    /^[—–―]\s*\p{L}/u.test(words) && !/[.!?…,;:]["”’»]?$/u.test(words) && words.length <= longestAttribution;
  const others = content.slice(0, -1);
  const isAttribution = isPlain && words !== '' && (isFooter || isBehindDash) && !others.some(hasSpeech);
  if (!isAttribution || others.every((part) => asRun(part) === null)) return null;
  return quotePassages(others, 'blockquote', withoutDash(words));
}

/** The passages with the line behind the last line break as a paragraph of its own. */
function withLastLineApart(content: readonly Passage[]): readonly Passage[] {
  const last = content.at(-1);
  if (last?.block.kind !== 'paragraph') return content;
  const { children } = last.block;
  const at = children.findLastIndex(({ kind }) => kind === 'lineBreak');
  if (at < 0) return content;
  return [
    ...content.slice(0, -1),
    ...[children.slice(0, at), children.slice(at + 1)].map((part) =>
      passage({ kind: 'paragraph', children: part }, last),
    ),
  ];
}

/** Whether a line of the passage begins with a dash. */
const hasSpeech = (part: Passage): boolean => /^\s*[—–―]/mu.test(inlineText(asRun(part) ?? []));

/** An attribution without the dash that sets it off. */
const withoutDash = (words: string): string => words.replace(/^[—–―]\s*(?=\p{L})/u, '');

/** A block quote of its paragraphs; what a quote cannot hold (lists, pictures, tables) stands between its parts. */
export function quotePassages(
  content: readonly Passage[],
  kind: 'blockquote' | 'pullQuote',
  attribution: string,
): readonly Passage[] {
  const passages: Passage[] = [];
  let runs: (readonly Inline[])[] = [];
  let like: Passage | undefined;
  const close = (): void => {
    if (like && runs.length > 0) {
      passages.push(passage({ kind, children: joinRuns(runs, 2), attribution: '', sourceId: null }, like));
    }
    runs = [];
  };
  for (const part of content) {
    const run = asRun(part);
    if (run) {
      runs.push(run);
      like ??= part;
    } else {
      close();
      passages.push(part);
    }
  }
  close();
  return attribution === '' ? passages : withAttribution(passages, attribution);
}

/** The passages with their block quotes as pull quotes. */
export const asPullQuotes = (passages: readonly Passage[]): readonly Passage[] =>
  passages.map((part) =>
    part.block.kind === 'blockquote' ? { ...part, block: { ...part.block, kind: 'pullQuote' } } : part,
  );

/** The attribution goes to the last part of the quote; without one it stays a paragraph. */
function withAttribution(passages: readonly Passage[], attribution: string): readonly Passage[] {
  const at = passages.findLastIndex(({ block }) => block.kind === 'blockquote' || block.kind === 'pullQuote');
  return passages.map((part, index) =>
    index === at && (part.block.kind === 'blockquote' || part.block.kind === 'pullQuote')
      ? { ...part, block: { ...part.block, attribution } }
      : part,
  );
}

/**
 * One list item: its first words are the item, lists in it are deeper lines; what an item cannot hold (pictures,
 * tables, words after a nested list) follows in its place, so that reading order stays.
 */
export function itemEntries(
  content: readonly Entry[],
  line: Omit<ListLine, 'children' | 'kind'>,
  hasEarlierItem: boolean,
): readonly Entry[] {
  const own: (readonly Inline[])[] = [];
  let at = 0;
  for (; at < content.length; at += 1) {
    const entry = content[at];
    const run = entry && entry.kind === 'passage' ? asRun(entry) : null;
    if (!run) break;
    own.push(run);
  }
  const rest = content.slice(at);
  const children = joinRuns(own, 1);
  // An item that only holds a list is how some editors nest: the list belongs to the item before. One that only holds
  // a picture or a table is that picture.
  if (children.length === 0 && rest[0] && (rest[0].kind === 'passage' || hasEarlierItem)) return rest;
  return [{ kind: 'line', ...line, children }, ...rest];
}

/** The words of passages as one line, for a caption or an attribution. */
export function captionRun(content: readonly Passage[]): readonly Inline[] {
  return joinRuns(
    content.flatMap((part) => {
      const run = asRun(part);
      return run ? [run] : [];
    }),
    1,
  );
}

/** A fact box: its first heading is the title; what a box cannot hold follows after it. */
export function factBoxPassages(content: readonly Passage[]): readonly Passage[] {
  const first = content[0];
  if (!first) return [];
  const hasTitle = first.block.kind === 'heading';
  const title = first.block.kind === 'heading' ? inlineText(first.block.children).replace(/\s+/g, ' ') : '';
  const body: FactBox['body'][number][] = [];
  const after: Passage[] = [];
  for (const part of hasTitle ? content.slice(1) : content) {
    const run = asRun(part);
    if (part.block.kind === 'list') body.push(part.block);
    else if (run) body.push({ kind: 'paragraph', children: run } satisfies Paragraph);
    else after.push(part);
  }
  return [passage({ kind: 'factBox', title, body }, first), ...after];
}
