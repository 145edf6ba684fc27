import { type ReactNode, useState } from 'react';
import { Button } from './Button';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** How many are drawn at first, and how many more each time the button is pressed. */
  readonly step: number;
  /** What the button says, for the number of items that are not drawn yet. */
  readonly more: (count: number) => string;
  /** Tells the items that are drawn apart, where they have no names of their own. */
  readonly keysOf?: (drawn: readonly Item[]) => readonly string[];
  readonly children: (item: Item, index: number, key: string | undefined) => ReactNode;
}

/** The items of a list, as many at a time as somebody reads: drawing hundreds would cost the page its speed. */
export function LongList<Item>({ items, step, more, keysOf, children }: LongListProps<Item>) {
  const [most, setMost] = useState(step);
  const left = items.length - most;
  const drawn = items.slice(0, most);
  const keys = keysOf?.(drawn);
  return (
    <>
      {drawn.map((item, index) => children(item, index, keys?.[index]))}
      {left > 0 ? (
        <li>
          <Button look="quiet" onClick={() => setMost(most + step)}>
            {more(left)}
          </Button>
        </li>
      ) : null}
    </>
  );
}
