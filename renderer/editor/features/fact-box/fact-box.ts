import type { FactBox } from '../../../../shared/article/block';
import { inlineRuns, inlineText } from '../../../../shared/article/traverse';
import { defineCard } from '../../card';
import { cardField, drawn } from '../../card-field';
import type { Feature } from '../../feature';

const card = defineCard({
  kind: 'factBox',
  label: (block) => `Fact box: ${block.title}`,
  view(block, change) {
    let shown: FactBox = block;
    const title = cardField(
      'Fact box title',
      'Title',
      (value) => {
        shown = { ...shown, title: value };
        change(shown);
      },
      () => true,
    );
    const body = drawn('div', 'fact-box-body');
    const update = (next: FactBox) => {
      shown = next;
      title.show(next.title);
      body.replaceChildren(...inlineRuns(next).map((run) => drawn('p', '', inlineText(run))));
    };
    update(block);
    return { element: drawn('div', 'fact-box', title.element, body), update };
  },
});

export const factBoxFeature: Feature = {
  name: 'fact-box',
  extensions: [card.extension],
  blocks: [card.conversion],
};
