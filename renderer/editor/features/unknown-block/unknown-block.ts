import { defineCard } from '../../card';
import type { Feature } from '../../feature';
import { viewLater } from '../../later-view';
import { kindOf } from './kind-of';

const card = defineCard({
  kind: 'unknown',
  label: (block) => `Block of a newer version: ${kindOf(block)}`,
  view: viewLater(async () => (await import('./unknown-view')).unknownView),
});

export const unknownBlockFeature: Feature = {
  name: 'unknown-block',
  extensions: [card.extension],
  blocks: [card.conversion],
};
