import type { Article } from '../article/article';
import type { Block } from '../article/block';
import { recordsNamed } from '../article/traverse';
import { alignBlocks, blockKey } from './alignment';
import type { ArticleDifference, BlockRow, RecordRow } from './difference';
import { bothOf, canHaveBoth, type FieldName } from './fields';

/** Which state of something is to stand; `both` where both can. */
export type Side = 'before' | 'after' | 'both';

/** The writer's choice for everything that differs. What is not named stands as it does in `after`. */
export interface Choices {
  readonly fields: ReadonlyMap<FieldName, Side>;
  /** By index into the rows of blocks. */
  readonly blocks: ReadonlyMap<number, Side>;
  /** By `recordKey`. */
  readonly records: ReadonlyMap<string, Side>;
}

export const noChoices: Choices = { fields: new Map(), blocks: new Map(), records: new Map() };

/** What tells a record apart from all others of an article. */
export const recordKey = ({ of, id }: Pick<RecordRow, 'of' | 'id'>): string => `${of} ${id}`;

/** The same side for everything that differs; where both cannot stand, `after`. */
export function choiceOf(side: Side, { fields, blocks, records }: ArticleDifference): Choices {
  return {
    fields: new Map(
      fields.map(({ field }) => [field, side === 'both' && !canHaveBoth(field) ? 'after' : side]),
    ),
    blocks: new Map(blocks.flatMap(({ kind }, index) => (kind === 'same' ? [] : [[index, side] as const]))),
    records: new Map(
      records.map((row) => [recordKey(row), side === 'both' && row.kind === 'changed' ? 'after' : side]),
    ),
  };
}

/**
 * What to propose where both sides come from `base`: what only one of them changed or moved is taken from that one; what
 * both changed stands twice where it can, so that no word is lost by not looking.
 */
export function proposedChoices(
  base: Article,
  before: Article,
  after: Article,
  { fields, blocks, records }: ArticleDifference,
): Choices {
  const inBase = new Set(base.body.map(blockKey));
  const isOld = (block: Block | null) => block !== null && inBase.has(blockKey(block));
  const sideOf = ({ before: one, after: other }: BlockRow): Side => {
    // A block on one side only: it is new there, or it was taken out on the other.
    if (one === null) return isOld(other) ? 'before' : 'after';
    if (other === null) return isOld(one) ? 'after' : 'before';
    return isOld(one) ? 'after' : isOld(other) ? 'before' : 'both';
  };
  const sameField = (article: Article, field: FieldName) =>
    JSON.stringify(article[field]) === JSON.stringify(base[field]);
  const recordIn = (article: Article, { of, id }: RecordRow) =>
    JSON.stringify(article[of].find((record) => record.id === id));
  const onlyChanged: Side | null = hasSameBody(before, base)
    ? 'after'
    : hasSameBody(after, base)
      ? 'before'
      : null;
  const sides = new Map(
    blocks.flatMap((row, index) =>
      row.kind === 'same' ? [] : [[index, onlyChanged ?? sideOf(row)] as const],
    ),
  );
  if (!onlyChanged) keepMoved(base, before, after, blocks, sides);
  return {
    fields: new Map(
      fields.map(({ field }): [FieldName, Side] => {
        if (sameField(before, field)) return [field, 'after'];
        return [field, sameField(after, field) ? 'before' : canHaveBoth(field) ? 'both' : 'after'];
      }),
    ),
    blocks: sides,
    records: new Map(
      records.map((row): [string, Side] => {
        if (row.kind !== 'changed') return [recordKey(row), 'both'];
        return [recordKey(row), recordIn(after, row) === recordIn(base, row) ? 'before' : 'after'];
      }),
    ),
  };
}

const hasSameBody = (one: Article, other: Article): boolean =>
  one.body.length === other.body.length &&
  one.body.every((block, index) => blockKey(block) === blockKey(other.body[index] as Block));

/**
 * A block that was moved looks taken out in one place and, in the other, taken out by the other side: it would stand
 * nowhere. Takes as many of those as nobody took out, those first that stand elsewhere than in `base`.
 */
function keepMoved(
  base: Article,
  before: Article,
  after: Article,
  rows: readonly BlockRow[],
  sides: Map<number, Side>,
): void {
  const kept = copiesOf(rows.flatMap((row, index) => blocksOf(row, sides.get(index) ?? 'after')));
  const [old, one, other] = [copiesOf(base.body), copiesOf(before.body), copiesOf(after.body)];
  const missing = [...old].flatMap(([key, inBase]): [string, number][] => {
    const [here, there] = [one.get(key) ?? 0, other.get(key) ?? 0];
    const wanted = Math.max(Math.min(here, there), here + there - inBase);
    const lacking = wanted - (kept.get(key) ?? 0);
    return lacking > 0 ? [[key, lacking]] : [];
  });
  if (missing.length === 0) return;
  const still = new Set([...blocksInPlace(before, base), ...blocksInPlace(after, base)]);
  for (const [key, lacking] of missing) {
    const dropped = rows.flatMap((row, index) => {
      const side = sides.get(index);
      const block = side === 'after' ? row.before : side === 'before' ? row.after : null;
      return block && blockKey(block) === key ? [{ row, index, block }] : [];
    });
    const movedFirst = dropped.toSorted((a, b) => Number(still.has(a.block)) - Number(still.has(b.block)));
    for (const { row, index, block } of movedFirst.slice(0, lacking))
      sides.set(index, row.before && row.after ? 'both' : block === row.before ? 'before' : 'after');
  }
}

function copiesOf(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  for (const block of blocks) copies.set(blockKey(block), (copies.get(blockKey(block)) ?? 0) + 1);
  return copies;
}

/** The blocks of an article that are as they were in `base`, and where they were among the others. */
const blocksInPlace = (article: Article, base: Article): readonly Block[] =>
  alignBlocks(article.body, base.body).flatMap(({ before, after }) =>
    before && after && blockKey(before) === blockKey(after) ? [before] : [],
  );

/**
 * What to propose where it is not known what both sides come from: what stands on one side only is kept, and of what was
 * changed `changed`, where that can be.
 */
export function cautiousChoices(changed: 'after' | 'both', difference: ArticleDifference): Choices {
  const { fields, blocks, records } = choiceOf(changed, difference);
  const kept: Choices['blocks'] = new Map(
    difference.blocks.flatMap(({ kind }, index): readonly (readonly [number, Side])[] => {
      if (kind === 'same') return [];
      return [
        [index, kind === 'removed' ? 'before' : kind === 'added' ? 'after' : (blocks.get(index) ?? changed)],
      ];
    }),
  );
  const keptRecords = difference.records.map((row): readonly [string, Side] => [
    recordKey(row),
    row.kind === 'changed' ? (records.get(recordKey(row)) ?? 'after') : 'both',
  ]);
  return { fields, blocks: kept, records: new Map(keptRecords) };
}

/**
 * The article that the choices make of two states: identity and moments of `after`, everything that differs as chosen.
 * Records of quotations and sources that its words need stay, whatever was chosen for them.
 */
export function mergedArticle(
  before: Article,
  after: Article,
  difference: ArticleDifference,
  choices: Choices,
): Article {
  let fields: Partial<Article> = {};
  for (const { field } of difference.fields) {
    const side = choices.fields.get(field) ?? 'after';
    if (side === 'before') fields = { ...fields, [field]: before[field] };
    if (side === 'both') fields = { ...fields, ...bothOf(field, before, after) };
  }
  const body = difference.blocks.flatMap((row, index) => blocksOf(row, choices.blocks.get(index) ?? 'after'));
  const merged = { ...after, ...fields, body };
  const named = recordsNamed(merged);
  const quotations = mergedRecords('quotations', before, after, difference, choices, named.quotations);
  const speakers = quotations.flatMap(({ sourceId }) => sourceId ?? []);
  const sources = mergedRecords(
    'sources',
    before,
    after,
    difference,
    choices,
    new Set([...named.sources, ...speakers]),
  );
  return { ...merged, quotations, sources };
}

function blocksOf({ kind, before, after }: BlockRow, side: Side): readonly Block[] {
  const sides =
    kind === 'same' || side === 'after' ? [after] : side === 'before' ? [before] : [after, before];
  return sides.filter((block) => block !== null);
}

function mergedRecords<Kind extends 'quotations' | 'sources'>(
  of: Kind,
  before: Article,
  after: Article,
  { records }: ArticleDifference,
  choices: Choices,
  needed: ReadonlySet<string>,
): readonly Article[Kind][number][] {
  const old = new Map<string, Article[Kind][number]>(before[of].map((record) => [record.id, record]));
  const young = new Map<string, Article[Kind][number]>(after[of].map((record) => [record.id, record]));
  const rows = new Map(records.filter((row) => row.of === of).map((row) => [row.id, row]));
  // The order of the chosen side, so that taking all of one side gives that side.
  const chosen = [...rows.values()].map((row) => choices.records.get(recordKey(row)) ?? 'after');
  const allBefore = chosen.length > 0 && chosen.every((side) => side === 'before');
  const ids = allBefore ? [...old.keys(), ...young.keys()] : [...young.keys(), ...old.keys()];
  return [...new Set(ids)].flatMap((id) => {
    const row = rows.get(id);
    const side = row ? (choices.records.get(recordKey(row)) ?? 'after') : 'after';
    const [one, other] = [old.get(id), young.get(id)];
    const wanted = side === 'before' ? one : side === 'after' ? other : (other ?? one);
    const record = wanted ?? (needed.has(id) ? (one ?? other) : undefined);
    return record ? [record] : [];
  });
}
