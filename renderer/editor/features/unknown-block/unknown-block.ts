import { CardExtension, defineCard } from '../../card';
import { drawn } from '../../card-field';
import type { Feature } from '../../feature';

const card = defineCard({
  kind: 'unknown',
  label: (block) => `Block of a newer version: ${String(block.raw.kind)}`,
  view(block) {
    const element = drawn(
      'p',
      'unknown-block',
      `This block (“${String(block.raw.kind)}”) was made by a newer version of Standfirst. It is kept as it is and is not exported.`,
    );
    return { element, update: () => undefined };
  },
});

export const unknownBlockFeature: Feature = {
  name: 'unknown-block',
  extensions: [{ name: 'standfirst/unknown-block', dependencies: [CardExtension], nodes: () => [card.node] }],
  blocks: [card.conversion],
};
