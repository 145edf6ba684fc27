import { type Codec, integerBetween, list, object, type WithExtra } from './codec';

/** The one stretch in which a list differs from a former one: `removed` items from `from` on made way for `inserted`. */
export interface Stretch<Item> {
  readonly from: number;
  readonly removed: number;
  readonly inserted: readonly Item[];
}

/** Finds the stretch by comparing items as objects: for lists of values that never change. */
export function changedStretch<Item>(former: readonly Item[], present: readonly Item[]): Stretch<Item> {
  const shorter = Math.min(former.length, present.length);
  let from = 0;
  while (from < shorter && former[from] === present[from]) from += 1;
  let behind = 0;
  while (
    behind < shorter - from &&
    former[former.length - 1 - behind] === present[present.length - 1 - behind]
  ) {
    behind += 1;
  }
  return {
    from,
    removed: former.length - from - behind,
    inserted: present.slice(from, present.length - behind),
  };
}

/** The present list, from the former one; null where the stretch does not lie in it. */
export function withStretch<Item>(
  former: readonly Item[],
  { from, removed, inserted }: Stretch<Item>,
): readonly Item[] | null {
  if (from + removed > former.length) return null;
  return [...former.slice(0, from), ...inserted, ...former.slice(from + removed)];
}

/** Reads and writes a stretch of a list of `item`. */
export const stretchCodec = <Item>(item: Codec<Item>): Codec<Stretch<Item>> =>
  object<Stretch<Item> & WithExtra>({
    from: integerBetween(0, Number.MAX_SAFE_INTEGER),
    removed: integerBetween(0, Number.MAX_SAFE_INTEGER),
    inserted: list(item),
  });
