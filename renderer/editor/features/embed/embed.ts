import { COMMAND_PRIORITY_EDITOR, createCommand, defineExtension, type LexicalCommand } from 'lexical';
import { embed } from '../../../../shared/article/build';
import { defineCard, insertCard } from '../../card';
import type { Feature, FeatureParts } from '../../feature';
import { viewLater } from '../../later-view';

/** Puts a link card with this address at the caret; the address is one that `linkAddress` answered. */
export const INSERT_EMBED_COMMAND: LexicalCommand<string> = createCommand('INSERT_EMBED');

/** Link cards; the writer is asked for the address of a new one. */
export function embedFeature({ askAddress, typography }: FeatureParts): Feature {
  const card = defineCard({
    kind: 'embed',
    label: (block) => `Link card: ${block.title || block.url}`,
    view: viewLater(async () => {
      const { embedView } = await import('./embed-view');
      return (block, change, hands) => embedView(typography, block, change, hands);
    }),
  });
  return {
    name: 'embed',
    extensions: [
      defineExtension({
        name: 'standfirst/embed',
        dependencies: [card.extension],
        register: (editor) =>
          editor.registerCommand(
            INSERT_EMBED_COMMAND,
            (url) => {
              insertCard(editor, () => card.$create(embed(url)));
              return true;
            },
            COMMAND_PRIORITY_EDITOR,
          ),
      }),
    ],
    blocks: [card.conversion],
    slash: [
      {
        id: 'link-card',
        title: 'Link card',
        hint: 'Points to a page elsewhere',
        keywords: ['embed', 'bookmark', 'url', 'address'],
        run: askAddress,
      },
    ],
  };
}
