import { inlineText } from '../../../../shared/article/traverse';
import { defineCard } from '../../card';
import { drawn } from '../../card-field';
import type { Feature } from '../../feature';

/** Beyond this many rows the card shows the first ones and says how many there are. */
const mostRowsShown = 200;

const card = defineCard({
  kind: 'table',
  label: (block) => `Table, ${block.rows.length} rows`,
  view(block) {
    const element = drawn('div', 'table');
    const update = (next: typeof block) => {
      const rows = next.rows
        .slice(0, mostRowsShown)
        .map((row, index) =>
          drawn(
            'tr',
            '',
            ...row.map((cell) =>
              drawn(next.headerRow && index === 0 ? 'th' : 'td', '', inlineText(cell.children)),
            ),
          ),
        );
      const rest = next.rows.length - rows.length;
      element.replaceChildren(drawn('table', '', drawn('tbody', '', ...rows)));
      if (rest > 0) element.append(drawn('p', 'table-rest', `and ${rest} more rows`));
    };
    update(block);
    return { element, update };
  },
});

export const tableFeature: Feature = {
  name: 'table',
  extensions: [card.extension],
  blocks: [card.conversion],
};
