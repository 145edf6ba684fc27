import { factBox, p } from '../../../../shared/article/build';
import { defineCard, insertCard } from '../../card';
import type { Feature, FeatureParts } from '../../feature';
import { viewLater } from '../../later-view';

/** Background to the story: a title, and paragraphs and lists, written in place. */
export function factBoxFeature(parts: FeatureParts): Feature {
  const card = defineCard({
    kind: 'factBox',
    label: (block) => (block.title ? `Fact box: ${block.title}` : 'Fact box'),
    view: viewLater(async () => {
      const [{ factBoxView }] = await Promise.all([import('./fact-box-view'), parts.texts.prepare()]);
      return (block, change, hands) => factBoxView(parts, block, change, hands);
    }),
  });
  return {
    name: 'fact-box',
    extensions: [card.extension],
    blocks: [card.conversion],
    slash: [
      {
        id: 'fact-box',
        title: 'Fact box',
        hint: 'Background in a box of its own',
        keywords: ['box', 'background', 'explainer', 'sidebar'],
        run: (editor) => insertCard(editor, () => card.$create(factBox('', p()))),
      },
    ],
  };
}
