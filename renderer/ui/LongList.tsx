import { type ReactNode, useState } from 'react';
import { Button } from './Button';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** How many are drawn at first, and how many more each time the button is pressed. */
  readonly step: number;
  /** What the button says, for the number of items that are not drawn yet. */
  readonly more: (count: number) => string;
  readonly children: (item: Item, index: number) => ReactNode;
}

/** The items of a list, as many at a time as somebody reads: drawing hundreds would cost the page its speed. */
export function LongList<Item>({ items, step, more, children }: LongListProps<Item>) {
  const [most, setMost] = useState(step);
  const left = items.length - most;
  return (
    <>
      {items.slice(0, most).map(children)}
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
