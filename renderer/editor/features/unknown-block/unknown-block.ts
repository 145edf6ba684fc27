import type { UnknownBlock } from '../../../../shared/article/block';
import { defineCard } from '../../card';
import { drawn } from '../../card-field';
import type { Feature } from '../../feature';

const kindOf = ({ raw }: UnknownBlock): string => (typeof raw.kind === 'string' ? raw.kind : '?');

const card = defineCard({
  kind: 'unknown',
  label: (block) => `Block of a newer version: ${kindOf(block)}`,
  view(block) {
    const element = drawn(
      'p',
      'unknown-block',
      `This block (“${kindOf(block)}”) was made by a newer version of Standfirst. It is kept as it is and is not exported.`,
    );
    return { element, update: () => undefined };
  },
});

export const unknownBlockFeature: Feature = {
  name: 'unknown-block',
  extensions: [card.extension],
  blocks: [card.conversion],
};
