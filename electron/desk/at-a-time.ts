/** Does `work` for each of `items`, in their order and for at most `most` of them at a time. */
export async function forEachAtATime<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item, index: number) => Promise<unknown>,
): Promise<void> {
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
}
