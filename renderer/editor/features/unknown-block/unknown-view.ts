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

/** The words of the block, and below them what it is. @public: loaded late. */
export function unknownView(block: UnknownBlock): CardView<UnknownBlock> {
  const words = wordsOf(block);
  const element = drawn(
    'div',
    'unknown-block',
    ...(words === '' ? [] : [drawn('p', 'unknown-words', words)]),
    drawn(
      'p',
      '',
      `This block (“${kindOf(block)}”) was made by a newer version of Standfirst. It is kept as it is and is not exported.`,
    ),
  );
  return { element, update: () => undefined };
}
