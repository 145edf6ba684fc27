import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../shared/article/article';
import { articlePieces } from '../../shared/article/file';

const written = new WeakMap<object, Uint8Array>();

/**
 * The bytes of an `article.json`: `serialiseArticle` in UTF-8. The piece of each block, quotation and source is remembered with
 * it. A long article is written each second while somebody types, in the process through which every key goes to the window:
 * making all of its text anew held up keys for the time of several of them.
 */
export const articleBytes = (article: Article): Buffer =>
  Buffer.concat(piecesOf(article, (text) => Buffer.from(text)));

const piecesOf = (article: Article, plain: (text: string) => Uint8Array): readonly Uint8Array[] =>
  articlePieces(article, plain, (item, text) => {
    const remembered = written.get(item);
    if (remembered) return remembered;
    // Whoever changed it from now on would have its former words written.
    freeze(item);
    const bytes = Buffer.from(text());
    written.set(item, bytes);
    return bytes;
  });

/** Bytes of an article, and the pieces that they are made of. */
interface Page {
  readonly memory: Uint8Array;
  readonly pieces: readonly Uint8Array[];
  /** The pieces that are no block, quotation or source, by their text. */
  readonly plain: ReadonlyMap<string, Uint8Array>;
}

const emptyPage: Page = { memory: new Uint8Array(0), pieces: [], plain: new Map() };

/** A page larger than this, in bytes, is not kept. */
const mostKept = 16 * 1024 * 1024;

/** What was lent last and came back; null while it is lent. */
let page: Page | null = emptyPage;

/**
 * Does `work` with the bytes of an article, as `articleBytes` answers them. They are `work`'s until it ends, and no longer: the
 * next article is written over them. So a save copies what is new since the last one and not a long article, and asks for no
 * memory: what it left behind each second made the process clean up for longer than the save took.
 */
export async function withArticleBytes<Value>(
  article: Article,
  work: (bytes: Uint8Array) => Promise<Value>,
): Promise<Value> {
  const former = page ?? emptyPage;
  page = null;
  const plain = new Map<string, Uint8Array>();
  const pieces = piecesOf(article, (text) => {
    const bytes = plain.get(text) ?? former.plain.get(text) ?? Buffer.from(text);
    plain.set(text, bytes);
    return bytes;
  });
  const { memory, length } = laidOut(former, pieces);
  try {
    return await work(memory.subarray(0, length));
  } finally {
    page = memory.byteLength > mostKept ? emptyPage : { memory, pieces, plain };
  }
}

/** Puts `pieces` one behind the other, over those of `former`; what stands where it belongs is not copied. */
function laidOut(
  former: Page,
  pieces: readonly Uint8Array[],
): { readonly memory: Uint8Array; readonly length: number } {
  const length = lengthOf(pieces);
  const fits = length <= former.memory.byteLength;
  const memory = fits ? former.memory : new Uint8Array(Math.ceil(length * roomToGrow));
  const before = fits ? former.pieces : [];
  const { first, last } = samePlaces(before, pieces);
  const [end, tail] = [lengthOf(before), lengthOf(pieces.slice(pieces.length - last))];
  memory.copyWithin(length - tail, end - tail, end);
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const fromEnd = pieces.length - index;
    const standing = index < first ? before[index] : fromEnd <= last ? before.at(-fromEnd) : undefined;
    if (standing !== piece) memory.set(piece, at);
    at += piece.byteLength;
  }
  return { memory, length };
}

const roomToGrow = 1.25;

const lengthOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((length, piece) => length + piece.byteLength, 0);

/** How many pieces begin where the one of `before` with their number began, and how many end as far from the end as theirs. */
function samePlaces(
  before: readonly Uint8Array[],
  pieces: readonly Uint8Array[],
): { readonly first: number; readonly last: number } {
  const isAsLong = (index: number, other: number) => before[index]?.byteLength === pieces[other]?.byteLength;
  const shorter = Math.min(before.length, pieces.length);
  let first = 0;
  while (first < shorter && isAsLong(first, first)) first += 1;
  let last = 0;
  while (last < shorter - first && isAsLong(before.length - 1 - last, pieces.length - 1 - last)) last += 1;
  return { first, last };
}

/** So many blocks are made bytes in one go. */
const slice = 128;

/** Makes the bytes of an article that is likely to be written soon, with time for other work in between. */
export async function prepareBytes(article: Article): Promise<void> {
  const { body, quotations, sources } = article;
  const longest = Math.max(body.length, quotations.length, sources.length);
  for (let from = 0; from < longest; from += slice) {
    const part = <Item>(items: readonly Item[]) => items.slice(from, from + slice);
    articleBytes({ ...article, body: part(body), quotations: part(quotations), sources: part(sources) });
    await setImmediate();
  }
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}
