import {
  $createParagraphNode,
  $isElementNode,
  $setSelection,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { Block } from '../../../shared/article/block';
import { changedStretch } from '../../../shared/base/stretch';
import { $articleBlocks, $blockCount, $replaceBlocks } from '../blocks';
import type { Conversion } from './conversion';

/** Marks updates that show a document rather than change it: loading. They do not make an article dirty. */
export const loadTag = 'standfirst-load';

/**
 * The body of the article in the editor. Reading it costs what changed since the last read, not what is there:
 * a block whose Lexical nodes were not touched is the very same object as before (SPEED: incremental conversion).
 */
export interface Body {
  /** Shows `blocks` in place of what is there. Not undoable, does not count as a change. */
  load(blocks: readonly Block[]): void;
  read(): readonly Block[];
  /** Makes `blocks` the body as one step of undo; blocks that are the same objects as before stay untouched. */
  write(blocks: readonly Block[]): void;
  /** Calls `listener` after every change of content by the writer. Answers how to stop. */
  onChange(listener: () => void): () => void;
  dispose(): void;
}

/** Follows `editor` and remembers the block of each top-level node until that node, or one below it, changes. */
export function createBody(editor: LexicalEditor, convert: Conversion): Body {
  const remembered = new Map<NodeKey, Block>();
  const listeners = new Set<() => void>();

  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if (tags.has(loadTag)) return;
    // Undo and redo put a whole former state in place and name no nodes: nothing that is remembered holds any more.
    if (tags.has(HISTORIC_TAG)) remembered.clear();
    else if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    // Lexical lists a changed node's ancestors among the dirty elements, so the top-level key is always here.
    for (const key of dirtyElements.keys()) remembered.delete(key);
    for (const key of dirtyLeaves) remembered.delete(key);
    for (const listener of listeners) listener();
  });

  const body: Body = {
    load(blocks) {
      editor.update(
        () => {
          // A selection is of the blocks that go. Selected blocks that are no more would swallow every key.
          $setSelection(null);
          const nodes = blocks.map((block) => convert.$blockToNode(block));
          $replaceBlocks(0, $blockCount(), nodes.length > 0 ? nodes : [$createParagraphNode()]);
        },
        { discrete: true, tag: [loadTag, HISTORY_MERGE_TAG] },
      );
      remembered.clear();
      editor.getEditorState().read(() => {
        const nodes = $articleBlocks();
        // Transforms may have changed the number of nodes; then nothing is remembered and all is read afresh.
        if (nodes.length !== blocks.length) return;
        nodes.forEach((node, index) => {
          const block = blocks[index];
          if (block) remembered.set(node.getKey(), block);
        });
      });
    },

    read: () =>
      editor.getEditorState().read(() => {
        const nodes = $articleBlocks();
        const only = nodes.length === 1 ? nodes[0] : undefined;
        if (
          only &&
          !remembered.has(only.getKey()) &&
          only.getType() === 'paragraph' &&
          $isElementNode(only) &&
          only.isEmpty()
        ) {
          return [];
        }
        return nodes.map((node) => {
          const known = remembered.get(node.getKey());
          if (known) return known;
          const block = convert.$nodeToBlock(node);
          remembered.set(node.getKey(), block);
          return block;
        });
      }),

    write(blocks) {
      const present = body.read();
      const { from, removed, inserted } = changedStretch(present, blocks);
      editor.update(
        () => {
          $replaceBlocks(
            from,
            // An empty page is no block of the document, but a paragraph for the caret.
            removed + $blockCount() - present.length,
            inserted.map((block) => convert.$blockToNode(block)),
          );
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    dispose() {
      stop();
      listeners.clear();
    },
  };
  return body;
}
