import {
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  defineExtension,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import { image } from '../../../../shared/article/build';
import { defineCard, insertCard } from '../../card';
import type { Feature, FeatureParts } from '../../feature';
import { viewLater } from '../../later-view';

/** Lets the writer choose a picture and puts it at the caret. */
export const CHOOSE_PICTURE_COMMAND: LexicalCommand<void> = createCommand('CHOOSE_PICTURE');

/** Pictures, with caption, credit and description written in place. */
export function imageFeature(parts: FeatureParts): Feature {
  const card = defineCard({
    kind: 'image',
    label: (block) => (block.alt ? `Image: ${block.alt}` : 'Image without description'),
    view: viewLater(async () => {
      const [{ imageView }] = await Promise.all([import('./image-view'), parts.texts.prepare()]);
      return (block, change, hands) => imageView(parts, block, change, hands);
    }),
  });

  async function choose(editor: LexicalEditor): Promise<void> {
    const chosen = await parts.pictures.choose();
    if (chosen) insertCard(editor, () => card.$create(image(chosen.file, chosen)));
  }

  return {
    name: 'image',
    extensions: [
      card.extension,
      defineExtension({
        name: 'standfirst/choose-picture',
        register: (editor) =>
          editor.registerCommand(
            CHOOSE_PICTURE_COMMAND,
            () => {
              void choose(editor);
              return true;
            },
            COMMAND_PRIORITY_EDITOR,
          ),
      }),
    ],
    blocks: [card.conversion],
    slash: [
      {
        id: 'image',
        title: 'Image',
        hint: 'A picture from a file',
        keywords: ['picture', 'photo', 'photograph', 'figure'],
        run: (editor) => editor.dispatchCommand(CHOOSE_PICTURE_COMMAND, undefined),
      },
    ],
  };
}
