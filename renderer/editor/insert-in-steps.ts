import {
  $getNodeByKey,
  $getSelection,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  PASTE_TAG,
  UNDO_COMMAND,
} from 'lexical';
import type { Block } from '../../shared/article/block';
import { $blockOf, $insertBlockBefore } from './blocks';
import { blocksAtATime, type Patience } from './clipboard-setting';
import { asWrittenTag } from './conversion/body';
import type { Conversion } from './conversion/conversion';

/**
 * Puts many blocks at the caret without holding the window up, as one step of undo: the first and the last by
 * `$insert`, which joins them to the text around or answers the last, the others between them, part by part. Where the writer ends it,
 * nothing of it stays. @public: loaded late.
 */
export async function insertInSteps(
  editor: LexicalEditor,
  blocks: readonly Block[],
  $insert: (blocks: readonly Block[]) => LexicalNode | null,
  convert: Conversion,
  patience: Patience,
): Promise<void> {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return;
  let key: string | null = null;
  editor.update(
    () => {
      key = ($insert([first, last]) ?? $getSelection()?.getNodes().at(-1))?.getKey() ?? null;
    },
    { tag: PASTE_TAG, discrete: true },
  );
  // Only now: what was put into a nested list stands behind it when the update has ended.
  key = editor.read(() => $blockOf(key === null ? null : $getNodeByKey(key))?.getKey() ?? null);
  let cancelled = false;
  const shown = patience(() => {
    cancelled = true;
  });
  for (let at = 1; at < blocks.length - 1 && key !== null; at += blocksAtATime) {
    shown.show(at / blocks.length);
    await new Promise(requestAnimationFrame);
    if (cancelled) break;
    editor.update(
      () => {
        const end = key === null ? null : $getNodeByKey(key);
        // The writer has undone the paste, or has opened another article.
        if (!end?.isAttached()) key = null;
        else {
          for (const block of blocks.slice(at, Math.min(at + blocksAtATime, blocks.length - 1))) {
            $insertBlockBefore(end, convert.$blockToNode(block));
          }
        }
      },
      { tag: [HISTORY_MERGE_TAG, asWrittenTag], discrete: true },
    );
  }
  shown.end();
  if (cancelled && key !== null) editor.dispatchCommand(UNDO_COMMAND, undefined);
}
