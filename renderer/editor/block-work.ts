import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $addUpdateTag,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  HISTORY_PUSH_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { toolWords } from '../strings/tools';
import { announce } from '../ui/announce';
import { BLOCKS_COMMAND, MOVE_BLOCK_COMMAND, TURN_INTO_COMMAND } from './block-commands';
import {
  $blocksBetween,
  $chosenBlocks,
  $enter,
  $presentBlocks,
  $removeBlocks,
  $selectBlocks,
} from './block-selection';
import {
  $blockAt,
  $holdsBlocks,
  $insertBlockAfter,
  $insertBlockBefore,
  $nextBlock,
  $previousBlock,
} from './blocks';
import { isField } from './card-keys';
import type { Conversion } from './conversion/conversion';
import { selectCardsFirst } from './delete-at-cards';
import { duplicated } from './duplicated';
import { registerEndKeys } from './end-keys';
import { QuotationExtension } from './features/quotation/quotation';
import { raiseFromLists } from './raise-from-lists';
import { reachByClick } from './reach-by-click';
import { $reveal, $revealChosen, revealEndOfSelection } from './reveal';
import { $setByHand } from './set-by-hand';
import { $turnInto } from './turn-into';

/**
 * Whole blocks: Escape selects the one in which the caret stands, Shift with the arrows selects more, and what acts on
 * a block acts on all of them.
 */
export function registerBlockWork(editor: LexicalEditor, convert: Conversion): () => void {
  /** Where the selecting began and where it came to, while Shift and the arrows make it longer or shorter. */
  let ends: { readonly anchor: NodeKey; readonly focus: NodeKey } | null = null;

  function $extend(chosen: readonly LexicalNode[], direction: 'up' | 'down', to: LexicalNode | 'next'): void {
    const [first, last] = [chosen[0], chosen.at(-1)];
    if (!first || !last) return;
    const upwards =
      ends?.anchor === last.getKey() && ends.focus === first.getKey()
        ? true
        : ends?.anchor === first.getKey() && ends.focus === last.getKey()
          ? false
          : direction === 'up';
    const [anchor, focus] = upwards ? [last, first] : [first, last];
    const neighbour = direction === 'up' ? $previousBlock(focus) : $nextBlock(focus);
    const next = to === 'next' ? neighbour : to;
    if (!next) return;
    ends = { anchor: anchor.getKey(), focus: next.getKey() };
    $selectBlocks($blocksBetween(anchor, next));
    if (to === 'next') $reveal(next);
  }

  function $reach(chosen: readonly LexicalNode[], to: LexicalNode): void {
    const [first] = chosen;
    if (first) $extend(chosen, to.isBefore(first) ? 'up' : 'down', to);
  }

  function $arrow(direction: 'up' | 'down') {
    return (event: KeyboardEvent): boolean => {
      const chosen = $chosenBlocks();
      if (!chosen || isField(event.target) || event.altKey || event.ctrlKey || event.metaKey) return false;
      const isCard = chosen.length === 1 && !$isElementNode(chosen[0]);
      // From a single card the arrows go into the text around it.
      if (isCard && !event.shiftKey) return false;
      event.preventDefault();
      if (event.shiftKey) $extend(chosen, direction, 'next');
      else {
        const edge = direction === 'up' ? chosen[0] : chosen.at(-1);
        const next = edge && (direction === 'up' ? $previousBlock(edge) : $nextBlock(edge));
        if (next ?? edge) $selectBlocks([(next ?? edge) as LexicalNode]);
      }
      return true;
    };
  }

  const $remove = (event: KeyboardEvent): boolean => {
    const chosen = $chosenBlocks();
    if (!chosen || isField(event.target)) return false;
    event.preventDefault();
    $addUpdateTag(HISTORY_PUSH_TAG);
    $removeBlocks(chosen);
    return true;
  };

  function $duplicate(): void {
    const blocks = $presentBlocks();
    const last = blocks.at(-1);
    if (!last) return;
    const quotations = getExtensionDependencyFromEditor(editor, QuotationExtension).output;
    const copy = duplicated(
      blocks.map((block) => convert.$nodeToBlock(block)),
      quotations.known(),
    );
    quotations.offer(copy.quotations);
    $addUpdateTag(HISTORY_PUSH_TAG);
    const nodes = copy.blocks.map((block) => convert.$blockToNode(block));
    for (const node of [...nodes].reverse()) $insertBlockAfter(last, node);
    $setByHand(nodes);
    $selectBlocks(nodes);
    const end = nodes.at(-1);
    if (end) $reveal(end);
  }

  return mergeRegister(
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (isField(event.target)) return false;
        if ($isRangeSelection(selection)) $selectBlocks($presentBlocks());
        else {
          const last = $chosenBlocks()?.at(-1);
          if (!last || !$isElementNode(last)) return false;
          $enter(last, 'end');
        }
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    ...[KEY_ARROW_UP_COMMAND, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_LEFT_COMMAND, KEY_ARROW_RIGHT_COMMAND].map(
      (command) => editor.registerCommand(command, $revealChosen, COMMAND_PRIORITY_HIGH),
    ),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, $collapse('start'), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, $collapse('start'), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, $collapse('end'), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, $collapse('end'), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, $arrow('up'), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, $arrow('down'), COMMAND_PRIORITY_NORMAL),
    // Of whole blocks there are no characters to select: sideways selects as up and down do.
    editor.registerCommand(
      KEY_ARROW_LEFT_COMMAND,
      (event) => event.shiftKey && $arrow('up')(event),
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_ARROW_RIGHT_COMMAND,
      (event) => event.shiftKey && $arrow('down')(event),
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $remove, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(KEY_DELETE_COMMAND, $remove, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const last = $chosenBlocks()?.at(-1);
        if (!last || !$isElementNode(last) || isField(event?.target ?? null)) return false;
        event?.preventDefault();
        $enter(last, 'end');
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    registerEndKeys(editor),
    raiseFromLists(editor),
    selectCardsFirst(editor),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        // What is typed while a block is selected goes on at its end: it is not lost, and it replaces nothing.
        const types = [...event.key].length === 1 || event.key === 'Process' || event.key === 'Dead';
        if (!types || event.ctrlKey || event.metaKey || isField(event.target)) return false;
        const last = $chosenBlocks()?.at(-1);
        if (last && $isElementNode(last)) $enter(last, 'end');
        return false;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(MOVE_BLOCK_COMMAND, $moveBlocks, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      TURN_INTO_COMMAND,
      (kind) => {
        $addUpdateTag(HISTORY_PUSH_TAG);
        $turnInto(kind);
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      BLOCKS_COMMAND,
      (doing) => {
        if (doing === 'duplicate') $duplicate();
        else if (doing === 'remove') {
          $addUpdateTag(HISTORY_PUSH_TAG);
          $removeBlocks($presentBlocks());
        } else if (doing === 'select') $selectBlocks($presentBlocks());
        return doing !== 'menu';
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    reachByClick(editor, $reach),
    revealEndOfSelection(editor),
    showChosen(editor),
  );
}

/**
 * An arrow ends a selection that reaches to a place between blocks, as one of all does where cards stand at both ends: the
 * browser finds no line there. It would leave the page, or all would stay selected for the next letter to replace.
 */
const $collapse =
  (to: 'start' | 'end') =>
  (event: KeyboardEvent): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed() || isField(event.target)) return false;
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
    const { anchor, focus } = selection;
    if (![anchor, focus].some((point) => $holdsBlocks(point.getNode()))) return false;
    event.preventDefault();
    const [edge, other] = selection.isBackward() === (to === 'start') ? [focus, anchor] : [anchor, focus];
    const block = $holdsBlocks(edge.getNode()) ? $blockAt(edge.offset - (to === 'end' ? 1 : 0)) : null;
    if (block) {
      $enter(block, to);
      $reveal(block);
    } else other.set(edge.key, edge.offset, edge.type);
    return true;
  };

/** Moving blocks keeps the selection, because it moves nodes, not words. */
function $moveBlocks(direction: 'up' | 'down'): boolean {
  const blocks = $presentBlocks();
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return false;
  const neighbour = direction === 'up' ? $previousBlock(first) : $nextBlock(last);
  if (!neighbour) return false;
  $addUpdateTag(HISTORY_PUSH_TAG);
  if (direction === 'up') $insertBlockAfter(last, neighbour);
  else $insertBlockBefore(first, neighbour);
  $setByHand(blocks);
  $reveal(direction === 'up' ? first : last);
  return true;
}

/** Draws which blocks are selected, and tells a screen reader. Costs nothing while none is. */
function showChosen(editor: LexicalEditor): () => void {
  let shown = new Set<HTMLElement>();
  let told = '';
  return editor.registerUpdateListener(({ editorState }) => {
    const chosen = editorState.read(() =>
      ($chosenBlocks() ?? []).map((block) => ({ key: block.getKey(), words: block.getTextContent().trim() })),
    );
    if (chosen.length === 0 && shown.size === 0) {
      told = '';
      return;
    }
    const elements = new Set(
      chosen.flatMap(({ key }) => {
        const element = editor.getElementByKey(key);
        return element && !element.classList.contains('card') ? [element] : [];
      }),
    );
    for (const element of shown) if (!elements.has(element)) delete element.dataset.chosen;
    for (const element of elements) element.dataset.chosen = '';
    shown = elements;
    const keys = chosen.map(({ key }) => key).join();
    if (keys !== told && elements.size > 0)
      announce(toolWords.blocks.selected(chosen.length, chosen[0]?.words.slice(0, 60) ?? ''));
    told = keys;
  });
}
