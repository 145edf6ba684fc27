import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { MOVE_BLOCK_COMMAND } from '../editor/block-commands';
import { $articleBlocks, $blockOf } from '../editor/blocks';
import { loadTag } from '../editor/conversion/body';
import { blockNewsWords as words } from '../strings/block-news';
import { announce } from '../ui/announce';

interface Here {
  readonly key: string;
  /** What the block at the caret is, in words. */
  readonly name: string;
}

/** More than so many new cards in one update are a paste or an undo, which say themselves what they did. */
const mostCards = 20;

/**
 * Tells a screen reader what becomes of blocks: the one at the caret turned into another, a card put in, a block
 * moved to another place. Looks at the caret and at what an update touched, never at the document.
 */
export function followBlocks(editor: LexicalEditor): () => void {
  // The caret may stand somewhere already: this comes when the window has time.
  let last = editor.getEditorState().read($here);
  let moved = false;
  const stops = [
    editor.registerCommand(
      MOVE_BLOCK_COMMAND,
      () => {
        moved = true;
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      const here = editorState.read($here);
      const before = last;
      last = here ?? last;
      if (tags.has(loadTag)) return;
      if (moved) {
        moved = false;
        const place = editorState.read($placeOfCaret);
        if (place) announce(words.moved(place.at, place.all));
        return;
      }
      const card =
        dirtyLeaves.size <= mostCards ? cardNews(editor, dirtyLeaves, editorState, prevEditorState) : null;
      if (card) announce(card);
      else if (here && before && here.name !== before.name && wasTurned(before.key, here.key, editorState))
        announce(here.name);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The caret stands in the same block, or the block where it stood is there no more: it did not just go elsewhere. */
const wasTurned = (before: string, here: string, state: EditorState): boolean =>
  before === here || state.read(() => $getNodeByKey(before) === null);

function $here(): Here | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  let node: LexicalNode | null = selection.focus.getNode();
  while (node && (!$isElementNode(node) || node.isInline())) node = node.getParent();
  const name = node ? $nameOf(node) : null;
  return node && name ? { key: node.getKey(), name } : null;
}

function $nameOf(node: LexicalNode): string | null {
  if ($isHeadingNode(node)) return words.heading(node.getTag().slice(1));
  if ($isListItemNode(node)) {
    const list = node.getParent();
    return $isListNode(list) && list.getListType() === 'number' ? words.numbered : words.bulleted;
  }
  const type = node.getType();
  // The names are exactly those of the table; a type that is none of them is not announced.
  return Object.hasOwn(words.types, type) ? words.types[type as keyof typeof words.types] : null;
}

function $placeOfCaret(): { readonly at: number; readonly all: number } | null {
  const selection = $getSelection();
  const block = $blockOf(selection?.getNodes()[0]);
  if (!block) return null;
  const blocks = $articleBlocks();
  return { at: blocks.findIndex((each) => each.is(block)) + 1, all: blocks.length };
}

/** The card that an update put in, among the leaves that it touched. */
function cardNews(
  editor: LexicalEditor,
  touched: ReadonlySet<string>,
  now: EditorState,
  before: EditorState,
): string | null {
  const isCard = (key: string) => () => {
    const node = $getNodeByKey(key);
    return $isDecoratorNode(node) && !node.isInline();
  };
  for (const key of touched) {
    const [is, was] = [now.read(isCard(key)), before.read(isCard(key))];
    if (is && !was) {
      const label = editor.getElementByKey(key)?.getAttribute('aria-label');
      return words.inserted(label ?? words.block);
    }
  }
  return null;
}
