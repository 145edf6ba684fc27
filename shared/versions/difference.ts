import type { Article } from '../article/article';
import type { Block } from '../article/block';
import { type Quotation, quotationCodec } from '../article/quotation';
import { type Source, sourceCodec } from '../article/source';
import { publishedPieces, quotationWords } from '../article/traverse';
import { createWordCounter } from '../article/words';
import { isJsonObject, type JsonValue } from '../base/json';
import { alignBlocks, blockKey } from './alignment';
import { type FieldName, fieldNames, readableField } from './fields';
import {
  type Annotation,
  annotationsOf,
  blockName,
  type Records,
  readableBlock,
  sourceName,
} from './readable';
import { type Stretch, wordDifference } from './word-difference';

/** A mark, link, quotation or mention that words lost or gained. */
export interface Aspect extends Annotation {
  readonly change: 'lost' | 'gained';
}

/** One block beside what it became. */
export interface BlockRow {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  /** null for an added block. */
  readonly before: Block | null;
  /** null for a removed block. */
  readonly after: Block | null;
  /** The same block stands elsewhere on the other side. */
  readonly moved: boolean;
  readonly nameBefore: string;
  readonly nameAfter: string;
  readonly stretches: readonly Stretch[];
  readonly aspects: readonly Aspect[];
}

/** A field outside the body that is not the same. */
export interface FieldRow {
  readonly field: FieldName;
  readonly stretches: readonly Stretch[];
}

/** One fact of a record, in words; empty where it was not known. */
export interface Fact {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A quotation's or a source's record that is not the same. */
export interface RecordRow {
  readonly of: 'quotations' | 'sources';
  readonly id: string;
  readonly kind: 'changed' | 'removed' | 'added';
  /** The words of the quotation, the name of the source. */
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** How one state of an article differs from another. */
export interface ArticleDifference {
  readonly fields: readonly FieldRow[];
  readonly blocks: readonly BlockRow[];
  readonly records: readonly RecordRow[];
  /** Published words of the body that came and went: what is added, less what is removed, is the change of its count. */
  readonly words: { readonly added: number; readonly removed: number };
}

/**
 * How `after` differs from `before`, by words within blocks. Also what is not words is told: marks, links, quotations
 * and their records, sources, ad breaks, every field the writer fills. Id, slug and moments are not.
 */
export function articleDifference(before: Article, after: Article): ArticleDifference {
  const { language } = after;
  const fields = fieldNames.flatMap((field): readonly FieldRow[] => {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
    const [textBefore, textAfter] = [readableField(before, field), readableField(after, field)];
    return [{ field, stretches: wordDifference(textBefore, textAfter, language) }];
  });
  const blocks = blockRows(before, after);
  return {
    fields,
    blocks,
    records: [...quotationRows(before, after), ...sourceRows(before, after)],
    words: changedWords(before, after, blocks),
  };
}

/** Whether nothing differs that the writer can read or that a file would keep. */
export const isSame = ({ fields, blocks, records }: ArticleDifference): boolean =>
  fields.length === 0 && records.length === 0 && blocks.every(({ kind }) => kind === 'same');

/** Whether the other side has everything of this one; what it has more does not count. */
export const isAllThere = ({ fields, blocks, records }: ArticleDifference): boolean =>
  fields.length === 0 &&
  records.every(({ kind }) => kind === 'added') &&
  blocks.every(({ kind }) => kind === 'same' || kind === 'added');

function blockRows(before: Article, after: Article): readonly BlockRow[] {
  const [keysBefore, keysAfter] = [new Set(before.body.map(blockKey)), new Set(after.body.map(blockKey))];
  return alignBlocks(before.body, after.body).map((pair): BlockRow => {
    const wordsBefore = pair.before ? readableBlock(pair.before, before) : '';
    const wordsAfter = pair.after ? readableBlock(pair.after, after) : '';
    const names = {
      nameBefore: pair.before ? blockName(pair.before) : '',
      nameAfter: pair.after ? blockName(pair.after) : '',
    };
    const row = { ...pair, ...names, moved: false, aspects: [] };
    if (pair.before && pair.after) {
      if (blockKey(pair.before) === blockKey(pair.after))
        return { ...row, kind: 'same', stretches: whole('same', wordsAfter) };
      const aspects = changedAspects(annotationsOf(pair.before, before), annotationsOf(pair.after, after));
      const stretches = wordDifference(wordsBefore, wordsAfter, after.language);
      return { ...row, kind: 'changed', stretches, aspects };
    }
    if (pair.before)
      return {
        ...row,
        kind: 'removed',
        moved: keysAfter.has(blockKey(pair.before)),
        stretches: whole('removed', wordsBefore),
      };
    return {
      ...row,
      kind: 'added',
      moved: pair.after !== null && keysBefore.has(blockKey(pair.after)),
      stretches: whole('added', wordsAfter),
    };
  });
}

const whole = (kind: Stretch['kind'], text: string): readonly Stretch[] =>
  text === '' ? [] : [{ kind, text }];

/** What stands in one list and not in the other. Words that went or came themselves carry nothing new. */
function changedAspects(before: readonly Annotation[], after: readonly Annotation[]): readonly Aspect[] {
  const only = (these: readonly Annotation[], those: readonly Annotation[]): readonly Annotation[] => {
    const left = those.map((annotation) => JSON.stringify(annotation));
    return these.filter((annotation) => {
      const at = left.indexOf(JSON.stringify(annotation));
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
  };
  return [
    ...only(before, after).map((annotation): Aspect => ({ ...annotation, change: 'lost' })),
    ...only(after, before).map((annotation): Aspect => ({ ...annotation, change: 'gained' })),
  ];
}

function quotationRows(before: Article, after: Article): readonly RecordRow[] {
  const words = new Map([...quotationWords(before), ...quotationWords(after)]);
  const facts = (quotation: Quotation, records: Records) => ({
    ...factsOf(quotationCodec.encode(quotation)),
    speaker: quotation.sourceId === null ? '' : sourceName(quotation.sourceId, records),
  });
  return recordRows('quotations', before, after, (id) => words.get(id) ?? '', facts);
}

function sourceRows(before: Article, after: Article): readonly RecordRow[] {
  const title = (id: string) =>
    [...after.sources, ...before.sources].find((source) => source.id === id)?.name ?? '';
  return recordRows('sources', before, after, title, (source: Source) => factsOf(sourceCodec.encode(source)));
}

type Facts = Readonly<Record<string, string>>;

/** The fields of a record as words; ids are no words. */
function factsOf(json: JsonValue): Facts {
  if (!isJsonObject(json)) return {};
  const entries = Object.entries(json).filter(([name]) => name !== 'id' && name !== 'sourceId');
  return Object.fromEntries(entries.map(([name, value]) => [name, inWords(value)]));
}

function inWords(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return Object.values(value).map(inWords).filter(Boolean).join(', ');
}

function recordRows<Kind extends 'quotations' | 'sources'>(
  of: Kind,
  before: Article,
  after: Article,
  title: (id: string) => string,
  facts: (record: Article[Kind][number], records: Records) => Facts,
): readonly RecordRow[] {
  const byId = (article: Article) => new Map(article[of].map((record) => [record.id, record]));
  const [old, young] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((id): readonly RecordRow[] => {
    const [one, other] = [old.get(id), young.get(id)];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    const [factsBefore, factsAfter] = [one ? facts(one, before) : {}, other ? facts(other, after) : {}];
    const names = [...new Set([...Object.keys(factsBefore), ...Object.keys(factsAfter)])];
    return [
      {
        of,
        id,
        kind: !one ? 'added' : !other ? 'removed' : 'changed',
        title: title(id),
        facts: names
          .map((name) => ({ name, before: factsBefore[name] ?? '', after: factsAfter[name] ?? '' }))
          .filter((fact) => fact.before !== fact.after),
      },
    ];
  });
}

function changedWords(
  before: Article,
  after: Article,
  rows: readonly BlockRow[],
): ArticleDifference['words'] {
  const { language } = after;
  const counter = createWordCounter(language);
  let same = 0;
  for (const row of rows) {
    if (!row.before || !row.after) continue;
    const [old, young] = [row.before, row.after].map((block) => publishedPieces(block).join('\n'));
    // Words grow together where a stretch ends within one: never more are the same than either side has.
    const kept = wordDifference(old ?? '', young ?? '', language)
      .filter(({ kind }) => kind === 'same')
      .reduce((sum, { text }) => sum + counter.ofText(text).words, 0);
    same += Math.min(kept, counter.ofBlock(row.before).words, counter.ofBlock(row.after).words);
  }
  return {
    added: counter.ofBody(after.body).words - same,
    removed: counter.ofBody(before.body).words - same,
  };
}
