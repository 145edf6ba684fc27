import type { UnknownBlock } from '../../../../shared/article/block';
import { drawn } from '../../card-field';
import type { CardView } from '../../card-view';
import { kindOf } from './kind-of';

/** What of the block are words: they have the name that they have in every other block. */
function wordsOf({ raw }: UnknownBlock): string {
  const words: string[] = [];
  JSON.stringify(raw, (key, value: unknown) => {
    if (key === 'text') words.push(String(value));
    return value;
  });
  return words.join('');
}

/** Says what the block is, and its words. @public: loaded late. */
export const unknownView = (block: UnknownBlock): CardView<UnknownBlock> => ({
  element: drawn(
    'p',
    'unknown-block',
    `This block (“${kindOf(block)}”) was made by a newer version of Standfirst. It is kept as it is and is not exported. ${wordsOf(block)}`,
  ),
  update: () => undefined,
});
