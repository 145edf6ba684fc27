import { table } from '../../../../shared/article/build';
import { defineCard, insertCard } from '../../card';
import type { CardTexts } from '../../card-text';
import type { Feature } from '../../feature';
import { viewLater } from '../../later-view';
import { columnCount } from './columns';

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

/** Tables. */
export function tableFeature(texts: CardTexts): Feature {
  const card = defineCard({
    kind: 'table',
    label: (block) => `Table, ${counted(block.rows.length, 'row')}, ${counted(columnCount(block), 'column')}`,
    view: viewLater(async () => {
      const [{ tableView }] = await Promise.all([import('./table-view'), texts.prepare()]);
      return (block, change, hands) => tableView(texts, block, change, hands);
    }),
  });
  return {
    name: 'table',
    extensions: [card.extension],
    blocks: [card.conversion],
    slash: [
      {
        id: 'table',
        title: 'Table',
        hint: 'Rows and columns',
        keywords: ['grid', 'cells', 'rows', 'columns'],
        run: (editor) =>
          insertCard(editor, () => card.$create(table(true, ['', '', ''], ['', '', ''], ['', '', '']))),
      },
    ],
  };
}
