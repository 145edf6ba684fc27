import {
  $addUpdateTag,
  $createParagraphNode,
  $getNodeByKey,
  $isElementNode,
  $setSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { Block } from '../../../shared/article/block';
import { changedStretch } from '../../../shared/base/stretch';
import {
  $articleBlocks,
  $blockCount,
  $holdsBlocks,
  $nextBlock,
  $previousBlock,
  $replaceBlocks,
} from '../blocks';
import { hasKeyboard } from '../has-keyboard';
import type { Conversion } from './conversion';
import { firstScreen } from './first-screen';

/** Marks updates that show a document rather than change it: loading. They do not make an article dirty. */
export const loadTag = 'standfirst-load';

/** Marks updates that put blocks on the page as the document has them, which count as a change. */
export const asWrittenTag = 'standfirst-as-written';

/**
 * The body of the article in the editor. Reading it costs what changed since the last read, not what is there:
 * a block whose Lexical nodes were not touched is the very same object as before (SPEED: incremental conversion).
 */
export interface Body {
  /**
   * Shows `blocks` in place of what is there. Not undoable, does not count as a change. Of a long article the first screen
   * is there at once, the rest as the window has time for it, and all of it as soon as anybody reads it or touches the
   * page. `loaded` is called when all is there; never, where something else is loaded before.
   */
  load(blocks: readonly Block[], loaded?: () => void): void;
  /** Puts what is left of a load on the page now. Not to be called within an update of the editor. */
  finish(): void;
  /** As `finish`, but no further than a window filled from the block at `index` on: the rest still comes in its time. */
  reach(index: number): void;
  /** All blocks. */
  read(): readonly Block[];
  /** Makes `blocks` the body as one step of undo; blocks that are the same objects as before stay untouched. */
  write(blocks: readonly Block[]): void;
  /** Calls `listener` after every change of content by the writer. Answers how to stop. */
  onChange(listener: () => void): () => void;
  dispose(): void;
}

/** A body as it was read: its blocks, the keys of their nodes, and at which place each of these stands. */
interface Read {
  readonly blocks: readonly Block[];
  readonly keys: readonly NodeKey[];
  readonly places: ReadonlyMap<NodeKey, number>;
}

/** So many blocks behind the first screen are put on the page in one go. */
const slice = 128;

/** Whether the blocks are the same nodes in the same order as when they were read, where `touched` nodes changed since. */
const $sameNodes = (before: Read, touched: readonly NodeKey[]): boolean =>
  // Where blocks come or move, Lexical touches them and their neighbours; of one that goes, nothing may be left to touch.
  $blockCount() === before.keys.length && touched.every((key) => $standsAsBefore(key, before));

/** Whether the node stands between the same blocks as when these were read, or is no block now as then. */
function $standsAsBefore(key: NodeKey, { keys, places }: Read): boolean {
  const [place, node] = [places.get(key), $getNodeByKey(key)];
  const isBlock = node !== null && $holdsBlocks(node.getParent());
  if (place === undefined || !isBlock) return place === undefined && !isBlock;
  const neighbours = [$previousBlock(node)?.getKey(), $nextBlock(node)?.getKey()];
  return neighbours[0] === keys[place - 1] && neighbours[1] === keys[place + 1];
}

const touches = [
  'keydown',
  'beforeinput',
  'compositionstart',
  'pointerdown',
  'copy',
  'paste',
  'drop',
] as const;

/** Follows `editor` and remembers the block of each top-level node until that node, or one below it, changes. */
export function createBody(editor: LexicalEditor, convert: Conversion): Body {
  const remembered = new Map<NodeKey, Block>();
  /** What was read last; null where the blocks are not the same nodes any more, or not in the same order. */
  let latest: Read | null = null;
  /** The top-level nodes that changed since, where the blocks are still the same. */
  const stale = new Set<NodeKey>();
  const listeners = new Set<() => void>();

  const stop = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
    if (tags.has(loadTag)) return;
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    // Lexical lists a changed node's ancestors among the dirty elements, so the top-level key is always here.
    const touched = [...dirtyElements.keys(), ...dirtyLeaves];
    for (const key of touched) {
      remembered.delete(key);
      if (latest?.places.has(key)) stale.add(key);
    }
    const before = latest;
    if (before && !editorState.read(() => $sameNodes(before, touched))) latest = null;
    for (const listener of listeners) listener();
  });

  /** What was loaded and does not stand on the page yet. */
  let rest: readonly Block[] = [];
  let whole = () => {};
  let idle = 0;

  /** Puts `blocks` behind the first `kept` blocks of the page, in place of all others. */
  function put(kept: number, blocks: readonly Block[]): void {
    let keys: readonly NodeKey[] = [];
    latest = null;
    editor.update(
      () => {
        // A selection is of the blocks that go. Selected blocks that are no more would swallow every key.
        if (kept === 0) $setSelection(null);
        const nodes = blocks.map((block) => convert.$blockToNode(block));
        keys = nodes.map((node) => node.getKey());
        $replaceBlocks(
          kept,
          $blockCount() - kept,
          kept + nodes.length > 0 ? nodes : [$createParagraphNode()],
        );
      },
      { discrete: true, tag: [loadTag, HISTORY_MERGE_TAG] },
    );
    // A rule of Lexical's may have changed the number of nodes: then nothing is remembered and all is read afresh.
    if (editor.getEditorState().read($blockCount) !== kept + blocks.length) {
      remembered.clear();
      return;
    }
    for (const [index, key] of keys.entries()) {
      const block = blocks[index];
      if (block) remembered.set(key, block);
    }
  }

  /** Puts the next `count` blocks of the rest on the page. */
  function goOn(count: number): void {
    const blocks = rest.slice(0, count);
    rest = rest.slice(count);
    put(editor.getEditorState().read($blockCount), blocks);
    if (rest.length === 0) whole();
    else idle = requestIdleCallback(() => goOn(slice), { timeout: 100 });
  }

  function finish(): void {
    if (rest.length === 0) return;
    cancelIdleCallback(idle);
    goOn(rest.length);
  }

  function reach(index: number): void {
    if (rest.length === 0) return;
    cancelIdleCallback(idle);
    const missing = Math.max(0, index - editor.getEditorState().read($blockCount));
    goOn(missing + firstScreen(rest.slice(missing), window.innerHeight));
  }

  function $blockOfNode(node: LexicalNode): Block {
    const known = remembered.get(node.getKey());
    if (known) return known;
    const block = convert.$nodeToBlock(node);
    remembered.set(node.getKey(), block);
    return block;
  }

  function $readAll(): Read {
    const nodes = $articleBlocks();
    const keys = nodes.map((node) => node.getKey());
    const places = new Map(keys.map((key, place) => [key, place]));
    const only = nodes.length === 1 ? nodes[0] : undefined;
    if (
      only &&
      !remembered.has(only.getKey()) &&
      only.getType() === 'paragraph' &&
      $isElementNode(only) &&
      only.isEmpty()
    ) {
      return { blocks: [], keys, places };
    }
    return { blocks: nodes.map($blockOfNode), keys, places };
  }

  /** Of as many blocks as before, those that changed are read. */
  function $readStale(before: Read): Read {
    if (stale.size === 0) return before;
    const blocks = [...before.blocks];
    for (const key of stale) {
      const [place, node] = [before.places.get(key), $getNodeByKey(key)];
      if (place === undefined || !node) return $readAll();
      blocks[place] = $blockOfNode(node);
    }
    return { ...before, blocks };
  }

  // Whoever touches the page touches all of it: a key may undo, select all or go to the end.
  const stopHearing = editor.registerRootListener((root) => {
    const page = root?.ownerDocument;
    for (const name of touches) page?.addEventListener(name, finish, true);
    return () => {
      for (const name of touches) page?.removeEventListener(name, finish, true);
    };
  });

  const body: Body = {
    load(blocks, loaded) {
      if (rest.length > 0) cancelIdleCallback(idle);
      // Outside of a window nobody waits for a first screen.
      const first =
        typeof requestIdleCallback === 'function' ? firstScreen(blocks, window.innerHeight) : blocks.length;
      rest = blocks.slice(first);
      remembered.clear();
      put(0, blocks.slice(0, first));
      whole = loaded ?? (() => {});
      if (rest.length === 0) whole();
      else idle = requestIdleCallback(() => goOn(slice), { timeout: 100 });
    },

    finish,
    reach,

    read() {
      finish();
      return editor.getEditorState().read(() => {
        // A page of one block may be empty, and then it is a body of none.
        latest = latest && latest.blocks.length > 1 ? $readStale(latest) : $readAll();
        stale.clear();
        return latest.blocks;
      });
    },

    write(blocks) {
      const present = body.read();
      const { from, removed, inserted } = changedStretch(present, blocks);
      // A step of undo in which nothing changed would cost the writer what can be redone.
      if (removed === 0 && inserted.length === 0) return;
      editor.update(
        () => {
          if (!hasKeyboard(editor)) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          $replaceBlocks(
            from,
            // An empty page is no block of the document, but a paragraph for the caret.
            removed + $blockCount() - present.length,
            inserted.map((block) => convert.$blockToNode(block)),
          );
        },
        { discrete: true, tag: [asWrittenTag, HISTORY_PUSH_TAG] },
      );
    },

    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    dispose() {
      rest = [];
      stop();
      stopHearing();
      listeners.clear();
    },
  };
  return body;
}
