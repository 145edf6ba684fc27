import { defineCard } from '../../card';
import { drawn } from '../../card-field';
import type { Feature } from '../../feature';

const card = defineCard({
  kind: 'embed',
  label: (block) => `Link card: ${block.title || block.url}`,
  view(block) {
    const element = drawn('div', 'embed');
    const update = (next: typeof block) =>
      element.replaceChildren(
        drawn('strong', '', next.title || next.url),
        drawn('span', 'embed-description', next.description),
        drawn('span', 'embed-address', [next.provider, next.url].filter(Boolean).join(' · ')),
      );
    update(block);
    return { element, update };
  },
});

export const embedFeature: Feature = {
  name: 'embed',
  extensions: [card.extension],
  blocks: [card.conversion],
};
