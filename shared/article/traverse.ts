import { assertNever } from '../base/assert-never';
import type { Article } from './article';
import type { Block, List } from './block';
import type { Inline } from './inline';

/** Calls `visit` for every inline in reading order, a span before its children. */
export function visitInlines(inlines: readonly Inline[], visit: (inline: Inline) => void): void {
  for (const inline of inlines) {
    visit(inline);
    if ('children' in inline) visitInlines(inline.children, visit);
  }
}

/** The runs of inlines of a block in reading order: one for a paragraph, one an item for a list, one a cell for a table. */
export function inlineRuns(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockquote':
    case 'pullQuote':
    case 'correction':
    case 'deskNote':
      return [block.children];
    case 'list':
      return listRuns(block);
    case 'image':
      return [block.caption];
    case 'factBox':
      return block.body.flatMap(inlineRuns);
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => cell.children));
    case 'adBreak':
    case 'embed':
    case 'divider':
    case 'unknown':
      return [];
    default:
      return assertNever(block);
  }
}

function listRuns(list: List): readonly (readonly Inline[])[] {
  return list.items.flatMap((item) => [item.children, ...item.lists.flatMap(listRuns)]);
}

/**
 * The published words of a run: without notes' texts and without TK. A line break is "\n".
 */
export function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'lineBreak') text += '\n';
    else if (inline.kind !== 'tk') text += inlineText(inline.children);
  }
  return text;
}

/** The gaps (TK) of a run: where each stands, in UTF-16 code units of the run's `inlineText`, and its words. */
export function gapsOf(
  inlines: readonly Inline[],
): readonly { readonly at: number; readonly words: string }[] {
  const gaps: { at: number; words: string }[] = [];
  let passed = 0;
  visitInlines(inlines, (inline) => {
    if (inline.kind === 'text') passed += inline.text.length;
    else if (inline.kind === 'lineBreak') passed += 1;
    else if (inline.kind === 'tk') gaps.push({ at: passed, words: inline.text });
  });
  return gaps;
}

/**
 * The pieces of published text of a block in reading order, as a reader meets them: words, captions, credits,
 * attributions. Ad breaks, desk notes and unknown blocks have none.
 */
export function publishedPieces(block: Block): readonly string[] {
  switch (block.kind) {
    case 'deskNote':
    case 'adBreak':
    case 'divider':
    case 'unknown':
      return [];
    case 'blockquote':
    case 'pullQuote':
      return [inlineText(block.children), block.attribution].filter(Boolean);
    case 'image':
      return [inlineText(block.caption), block.credit].filter(Boolean);
    case 'factBox':
      return [block.title, ...block.body.flatMap(publishedPieces)].filter(Boolean);
    case 'embed':
      return [block.title, block.description, block.provider].filter(Boolean);
    case 'paragraph':
    case 'heading':
    case 'list':
    case 'table':
    case 'correction':
      return inlineRuns(block).map(inlineText);
    default:
      return assertNever(block);
  }
}

/** The quotations and sources that stand in a block, by their ids in the order of the text. */
interface Named {
  readonly quotations: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

const named = new WeakMap<Block, Named>();
/** Most blocks name nothing: what is remembered of them is one object. */
const nothing: Named = { quotations: new Set(), sources: new Set() };

/**
 * Which records the words of a block need; a block that was looked at before costs nothing. One of a newer version needs those that
 * it names anywhere: what is lost now is missing when that version opens the article again.
 */
export function recordsNamedIn(block: Block): Named {
  const remembered = named.get(block);
  if (remembered) return remembered;
  const found = block.kind === 'unknown' ? namedAnywhere(block.raw) : namedInRuns(block);
  named.set(block, found);
  return found;
}

function namedAnywhere(part: unknown): Named {
  const text = JSON.stringify(part);
  const idsUnder = (key: string) =>
    new Set(Array.from(text.matchAll(new RegExp(`"${key}":"([\\w-]+)"`, 'g')), ([, id = '']) => id));
  return { quotations: idsUnder('quoteId'), sources: idsUnder('sourceId') };
}

function namedInRuns(block: Block): Named {
  const [quotations, sources] = [new Set<string>(), new Set<string>()];
  if ('sourceId' in block && block.sourceId !== null) sources.add(block.sourceId);
  for (const run of inlineRuns(block)) {
    visitInlines(run, (inline) => {
      if (inline.kind === 'quotation') quotations.add(inline.quoteId);
      if (inline.kind === 'mention') sources.add(inline.sourceId);
    });
  }
  return quotations.size + sources.size === 0 ? nothing : { quotations, sources };
}

/** Which records the words of an article need: those above the body first, then the body, last the corrections. */
export function recordsNamed({
  leadImage,
  body,
  corrections,
}: Pick<Article, 'leadImage' | 'body' | 'corrections'>): Named {
  const [quotations, sources] = [new Set<string>(), new Set<string>()];
  const add = (here: Named) => {
    for (const id of here.quotations) quotations.add(id);
    for (const id of here.sources) sources.add(id);
  };
  // With what a newer version wrote in them.
  add(namedAnywhere(leadImage));
  for (const block of body) add(recordsNamedIn(block));
  add(namedAnywhere(corrections));
  return { quotations, sources };
}

/** Parts the blocks where the words of many are one text; not a line break that could stand inside a block. */
export const blockParting = '\n\n';

/** One stretch of words of a quotation: in which block of the body, and the words. */
export interface QuotationPlace {
  readonly quoteId: string;
  /** Index into `article.body`. */
  readonly block: number;
  readonly text: string;
}

/** Every quotation span of the body in reading order. */
export function quotationPlaces(article: Pick<Article, 'body'>): readonly QuotationPlace[] {
  return article.body.flatMap((block, index) => {
    const places: QuotationPlace[] = [];
    for (const run of inlineRuns(block)) {
      visitInlines(run, (inline) => {
        if (inline.kind !== 'quotation') return;
        places.push({ quoteId: inline.quoteId, block: index, text: inlineText(inline.children) });
      });
    }
    return places;
  });
}

/**
 * The words of each quotation by its id: its stretches in reading order, those of the lead image's caption before the body and
 * those of the corrections behind it, a space between two of them. This is the text that `checked.text` remembers. A quotation
 * that stands nowhere is missing.
 */
export const quotationWords = ({
  leadImage,
  body,
  corrections,
}: Pick<Article, 'leadImage' | 'body' | 'corrections'>): ReadonlyMap<string, string> =>
  wordsAtPlaces([
    ...(leadImage ? quotationPlaces({ body: [{ ...leadImage, kind: 'image' }] }) : []),
    ...quotationPlaces({ body }),
    ...corrections.flatMap(({ text }) => quotationPlaces({ body: [{ kind: 'paragraph', children: text }] })),
  ]);

/** `quotationWords` of places that are known already, in reading order. */
export function wordsAtPlaces(places: Iterable<QuotationPlace>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { quoteId, text } of places) {
    const known = words.get(quoteId);
    words.set(quoteId, known === undefined ? text : `${known} ${text}`);
  }
  return words;
}
