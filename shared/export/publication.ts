import type { Article } from '../article/article';
import type { Blockquote, PullQuote } from '../article/block';
import type { Quotation } from '../article/quotation';
import type { Source, Terms } from '../article/source';
import { termsOfQuote } from '../sources/binding';
import type { Speaker } from '../sources/terms';
import { cleanLine, publishedAddress } from './clean';
import type { PublishedQuotation } from './published';
import type { Omission, Place, Refusal } from './refusal';

/** What is gathered while one article is turned into its published form. */
export interface Publication {
  quotation(id: string): Quotation | null;
  source(id: string): Source | null;
  /** The terms on which a block quote or pull quote is attributed to `source`. */
  termsOfQuote(block: Pick<Blockquote | PullQuote, 'children'>, source: Source): Terms;
  refuse(refusal: Refusal): void;
  omit(code: Omission['code'], place: Place): void;
  /** The number under which these words of a quotation are published. */
  numberOf(quotation: Quotation, words: string, speaker: Speaker): number;
  readonly refusals: readonly Refusal[];
  readonly omissions: () => readonly Omission[];
  readonly quotations: () => readonly PublishedQuotation[];
}

/** An empty gathering for `article`. */
export function beginPublication(
  article: Pick<Article, 'leadImage' | 'body' | 'corrections' | 'quotations' | 'sources'>,
): Publication {
  const quotations = unambiguous(article.quotations);
  const sources = unambiguous(article.sources);
  const refusals: Refusal[] = [];
  const omissions = new Map<Omission['code'], { count: number; blocks: Set<number> }>();
  const numbered = new Map<
    string,
    { number: number; words: string[]; quotation: Quotation; speaker: Speaker }
  >();
  const records = {
    quotation: (id: string) => quotations.get(id) ?? null,
    source: (id: string) => sources.get(id) ?? null,
  };
  return {
    ...records,
    termsOfQuote: (block, source) => termsOfQuote(block, source, article, records),
    refuse: (refusal) => void refusals.push(refusal),
    omit(code, { block }) {
      const known = omissions.get(code) ?? { count: 0, blocks: new Set<number>() };
      known.count += 1;
      if (block !== null) known.blocks.add(block);
      omissions.set(code, known);
    },
    numberOf(quotation, words, speaker) {
      // One quotation can stand under two terms, where a part of it is quoted within another.
      const key = `${quotation.id} ${speaker.name}`;
      const known = numbered.get(key) ?? { number: numbered.size, words: [], quotation, speaker };
      known.words.push(words);
      numbered.set(key, known);
      return known.number;
    },
    refusals,
    omissions: () =>
      [...omissions].map(([code, { count, blocks }]) => ({ code, count, blocks: [...blocks] })),
    quotations: () =>
      [...numbered.values()].map(({ words, quotation: { kind, date }, speaker }) => ({
        text: words.join(' '),
        kind,
        // The day of a talk can lead to a source who may not be named.
        date: speaker.named ? date : null,
        speaker: {
          ...speaker,
          name: cleanLine(speaker.name),
          role: speaker.role === null ? null : cleanLine(speaker.role),
          organisation: speaker.organisation === null ? null : cleanLine(speaker.organisation),
          url: speaker.url === null ? null : publishedAddress(speaker.url),
        },
      })),
  };
}

/** Entries by id; an id that two entries claim names neither, because their terms may differ. */
function unambiguous<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  const byId = new Map<string, Entry>();
  const twice = new Set<string>();
  for (const entry of entries) {
    if (byId.has(entry.id)) twice.add(entry.id);
    byId.set(entry.id, entry);
  }
  for (const id of twice) byId.delete(id);
  return byId;
}
