import { $getNodeByKey, $getSelection, HISTORY_MERGE_TAG, type LexicalEditor, PASTE_TAG } from 'lexical';
import type { Block } from '../../shared/article/block';
import type { Conversion } from './conversion/conversion';

/** As many blocks come in between two frames of the window. */
const blocksAtATime = 200;

/**
 * Puts many blocks at the caret without holding the window up, as one step of undo: the first and the last by
 * `$insert`, which joins them to the text around, the others between them, part by part.
 */
export async function insertInSteps(
  editor: LexicalEditor,
  blocks: readonly Block[],
  $insert: (blocks: readonly Block[]) => void,
  convert: Conversion,
): Promise<void> {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (blocks.length <= blocksAtATime || !first || !last) {
    editor.update(() => $insert(blocks), { tag: PASTE_TAG });
    return;
  }
  let key: string | null = null;
  editor.update(
    () => {
      $insert([first, last]);
      key = $getSelection()?.getNodes().at(-1)?.getTopLevelElement()?.getKey() ?? null;
    },
    { tag: PASTE_TAG, discrete: true },
  );
  for (let at = 1; at < blocks.length - 1 && key !== null; at += blocksAtATime) {
    await new Promise(requestAnimationFrame);
    editor.update(
      () => {
        const end = key === null ? null : $getNodeByKey(key);
        // The writer has undone the paste, or has opened another article.
        if (!end?.isAttached()) key = null;
        else {
          for (const block of blocks.slice(at, Math.min(at + blocksAtATime, blocks.length - 1))) {
            end.insertBefore(convert.$blockToNode(block), false);
          }
        }
      },
      { tag: HISTORY_MERGE_TAG, discrete: true },
    );
  }
}
