import type { UnknownBlock } from '../../../../shared/article/block';
import { wordsOfNewer } from '../../../../shared/article/newer';
import { drawn } from '../../card-field';
import type { CardView } from '../../card-view';
import { kindOf } from './kind-of';

/** The words of the block, and below them what it is. @public: loaded late. */
export function unknownView(block: UnknownBlock): CardView<UnknownBlock> {
  const words = wordsOfNewer(block.raw);
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
