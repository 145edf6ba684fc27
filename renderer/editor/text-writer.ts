import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { $isListItemNode, INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type RangeSelection,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
} from 'lexical';
import type { Block, Paragraph } from '../../shared/article/block';
import type { Inline } from '../../shared/article/inline';
import { inlineRuns } from '../../shared/article/traverse';
import { differenceEnd } from './card-field';
import type { CardTextKind, Caret, OpenText, Prose, TextWriter, Way } from './card-text';
import { clipboardExtension, INSERT_PICTURES_COMMAND } from './clipboard';
import type { Clipboard, ClipboardDoors } from './clipboard-setting';
import { registerComposingApart } from './compose-apart';
import { loadTag } from './conversion/body';
import type { Conversion } from './conversion/conversion';
import type { Feature } from './feature';
import { QuotationExtension, type Quotations } from './features/quotation/quotation';
import { raiseFromLists } from './raise-from-lists';
import { $isAtEdge, keepInText } from './text-edges';
import { theme } from './theme';

interface WriterSetting {
  /** The editor of the page: it keeps the history of the whole document. */
  readonly page: LexicalEditor;
  readonly features: readonly Feature[];
  readonly conversion: Conversion;
  readonly quotations: Quotations;
  readonly clipboard: ClipboardDoors;
  readonly board: Clipboard;
  readonly onError: (error: Error) => void;
}

/** Makes the editor for the words in cards. It is one for all of them and goes from text to text. @public: loaded late. */
export function createTextWriter(setting: WriterSetting): TextWriter {
  const { page, features, conversion, quotations, clipboard, board, onError } = setting;
  let open: OpenText | null = null;
  let onLeft: () => void = () => writer.leave();
  let pressed = false;
  document.addEventListener('pointerdown', () => (pressed = true), true);
  document.addEventListener('pointerup', () => (pressed = false), true);

  const lexical = buildEditorFromExtensions(
    defineExtension({
      name: 'standfirst/card-text',
      namespace: 'standfirst',
      theme,
      onError,
      $initialEditorState: null,
      dependencies: [
        RichTextExtension,
        ...features.flatMap((feature) => (feature.inCards ? (feature.extensions ?? []) : [])),
        clipboardExtension({
          convert: conversion,
          doors: clipboard,
          isAdLine: () => false,
          board,
          holding: () => ({
            fit: fitting(open?.kind.holds ?? 'line'),
            takes: givenToCard,
            // The card is the selected block of the page: behind it they go.
            pictures: (files) => page.dispatchCommand(INSERT_PICTURES_COMMAND, { files, point: null }),
          }),
        }),
      ],
    }),
  );
  const own = getExtensionDependencyFromEditor(lexical, QuotationExtension).output;

  /** Pasted blocks that the card takes as a whole, with what they quote. */
  function givenToCard(blocks: readonly Block[]): boolean {
    const act = open?.kind.takes?.(blocks) ?? null;
    if (!act) return false;
    quotations.offer([...own.records().values()]);
    afterUpdate(act);
    return true;
  }

  function $load(text: OpenText): void {
    const blocks = text.prose();
    $getRoot()
      .clear()
      .append(
        ...(blocks.length === 0 ? fitting(text.kind.holds)([]) : blocks).map((block) =>
          conversion.$blockToNode(block),
        ),
      );
  }

  /** What stands in the editor, in the form that the text holds. */
  const $read = (holds: CardTextKind['holds']): Prose =>
    fitting(holds)(
      $getRoot()
        .getChildren()
        .map((node) => conversion.$nodeToBlock(node)),
    );

  lexical.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
    if (!open) return;
    open.element.toggleAttribute(
      'data-empty',
      editorState.read(() => $getRoot().getTextContent() === '' && $getRoot().getChildrenSize() < 2),
    );
    if (tags.has(loadTag) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
    const { kind } = open;
    // A quotation that is tagged here is the page's too.
    quotations.offer([...own.records().values()]);
    open.write(editorState.read(() => $read(kind.holds)));
  });

  const leaving = (way: Way) => (event: KeyboardEvent) => {
    if (event.shiftKey && !way.endsWith('tab')) return false;
    const selection = $getSelection();
    if (!open || !$isRangeSelection(selection)) return false;
    const isTab = way === 'tab' || way === 'back-tab';
    if (isTab ? $isInList(selection) : !$isAtEdge(selection, way)) return false;
    const act = open.kind.leave(way);
    if (!act) return false;
    event.preventDefault();
    afterUpdate(act);
    return true;
  };

  mergeRegister(
    registerComposingApart(lexical),
    keepInText(lexical),
    raiseFromLists(lexical),
    lexical.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (!open || event?.shiftKey) return false;
        if (open.kind.holds === 'blocks' && !$leaveEmptyEnd()) return false;
        event?.preventDefault();
        afterUpdate(open.kind.enter);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    lexical.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        event.preventDefault();
        if (open) afterUpdate(open.kind.escape);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    lexical.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        // The browser would go to the end of the whole page.
        const isFar = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
        if (!isFar || (event.key !== 'Home' && event.key !== 'End')) return false;
        event.preventDefault();
        $placeCaret(event.key === 'Home' ? 'start' : 'end');
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    lexical.registerCommand(
      KEY_TAB_COMMAND,
      (event) => leaving(event.shiftKey ? 'back-tab' : 'tab')(event),
      COMMAND_PRIORITY_HIGH,
    ),
    lexical.registerCommand(KEY_ARROW_UP_COMMAND, leaving('up'), COMMAND_PRIORITY_HIGH),
    lexical.registerCommand(KEY_ARROW_DOWN_COMMAND, leaving('down'), COMMAND_PRIORITY_HIGH),
    lexical.registerCommand(KEY_ARROW_LEFT_COMMAND, leaving('left'), COMMAND_PRIORITY_HIGH),
    lexical.registerCommand(KEY_ARROW_RIGHT_COMMAND, leaving('right'), COMMAND_PRIORITY_HIGH),
    ...[INSERT_UNORDERED_LIST_COMMAND, INSERT_ORDERED_LIST_COMMAND].map((command) =>
      // A caption is one line: it holds no list.
      lexical.registerCommand(command, () => open?.kind.holds === 'line', COMMAND_PRIORITY_HIGH),
    ),
    // There is one history, the page's.
    lexical.registerCommand(
      UNDO_COMMAND,
      () => page.dispatchCommand(UNDO_COMMAND, undefined),
      COMMAND_PRIORITY_HIGH,
    ),
    lexical.registerCommand(
      REDO_COMMAND,
      () => page.dispatchCommand(REDO_COMMAND, undefined),
      COMMAND_PRIORITY_HIGH,
    ),
  );

  const writer: TextWriter = {
    lexical,
    current: () => open,
    enter(text, caret) {
      if (open) writer.leave();
      own.offer([...quotations.known().values()]);
      own.setSources(quotations.sources());
      // The words first, then the element: what stood in the text before is never drawn in this one, or written to it.
      lexical.update(() => $load(text), { discrete: true, tag: loadTag });
      text.element.contentEditable = 'true';
      lexical.setRootElement(text.element);
      open = text;
      text.element.focus({ preventScroll: true });
      lexical.update(() => $placeCaret(caret), { discrete: true, tag: loadTag });
      document.addEventListener('focusin', leaveForPage);
    },
    reload(prose) {
      if (!open) return;
      const text = open;
      // The caret goes to where the words differ: that is what was undone or redone.
      const before = lexical.read($characters);
      const isHere = document.activeElement === text.element;
      lexical.update(
        () => {
          if (!isHere) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          $load({ ...text, prose: () => prose });
          $placeCaret(differenceEnd(before, $characters()));
        },
        { discrete: true, tag: loadTag },
      );
    },
    leave() {
      const text = open;
      if (!text) return;
      document.removeEventListener('focusin', leaveForPage);
      // What is typed last may still be on its way.
      lexical.read(() => undefined);
      open = null;
      lexical.setRootElement(null);
      text.rest();
    },
    onLeave(listener) {
      onLeft = listener;
    },
  };

  /** A dialog borrows the keyboard and gives it back; the page takes it. */
  function leaveForPage(event: FocusEvent): void {
    if (!open || !(event.target instanceof Element) || open.element.contains(event.target)) return;
    if (!event.target.closest('.page')) return;
    // The card is selected while its words are written. A quick click into the page would find that selection still in
    // force when it ends, and lose the caret it has just set.
    if (pressed && event.target === page.getRootElement()) {
      page.update(() => $isNodeSelection($getSelection()) && $setSelection(null), {
        discrete: true,
        tag: SKIP_DOM_SELECTION_TAG,
      });
    }
    onLeft();
  }
  return writer;
}

/** What moves the keyboard elsewhere waits until the update in which the key was heard has ended. */
const afterUpdate = (act: () => void): void => queueMicrotask(() => queueMicrotask(act));

/** Turns blocks into what a text can hold; every word comes along. */
const fitting =
  (holds: CardTextKind['holds']) =>
  (blocks: readonly Block[]): Prose => {
    if (holds === 'blocks') {
      const kept = blocks.flatMap(
        (block): Prose =>
          block.kind === 'paragraph' || block.kind === 'list'
            ? [block]
            : wordRuns(block).map((children): Paragraph => ({ kind: 'paragraph', children })),
      );
      return kept.length > 0 ? kept : [{ kind: 'paragraph', children: [] }];
    }
    const [first] = blocks;
    if (blocks.length === 1 && first?.kind === 'paragraph') return [first];
    const space: Inline = { kind: 'text', text: ' ', marks: [] };
    const runs = blocks.flatMap(wordRuns).filter((run) => run.length > 0);
    return [
      { kind: 'paragraph', children: runs.flatMap((run, index) => (index === 0 ? run : [space, ...run])) },
    ];
  };

/** All words of a block, run by run: also who made a picture, what a box is called, where a link card leads. */
function wordRuns(block: Block): readonly (readonly Inline[])[] {
  const run = (words: string): readonly (readonly Inline[])[] =>
    words === '' ? [] : [[{ kind: 'text', text: words, marks: [] }]];
  switch (block.kind) {
    case 'image':
      return [block.caption, ...run(block.credit)];
    case 'factBox':
      return [...run(block.title), ...inlineRuns(block)];
    case 'embed': {
      const words: Inline = { kind: 'text', text: block.title || block.url, marks: [] };
      return [
        [{ kind: 'link', url: block.url, children: [words] }],
        ...run(block.description),
        ...run(block.provider),
      ];
    }
    case 'deskNote':
      // It is never published, and among the words of a card it would be.
      return [];
    default:
      return inlineRuns(block);
  }
}

/** The characters of the text alone. */
const $characters = (): string =>
  $getRoot()
    .getAllTextNodes()
    .map((node) => node.getTextContent())
    .join('');

/** Offsets count the characters of text alone: no line breaks, nothing between blocks. */
function $placeCaret(caret: Caret): void {
  if (caret === 'start') return void $getRoot().selectStart();
  let left = caret === 'end' ? Number.POSITIVE_INFINITY : caret;
  for (const node of $getRoot().getAllTextNodes()) {
    const size = node.getTextContentSize();
    if (left <= size) return void node.select(left, left);
    left -= size;
  }
  $getRoot().selectEnd();
}

const $isInList = (selection: RangeSelection): boolean =>
  [selection.anchor.getNode(), ...selection.anchor.getNode().getParents()].some($isListItemNode);

/** Enter in the empty last paragraph goes on below the card, and the paragraph goes. */
function $leaveEmptyEnd(): boolean {
  const selection = $getSelection();
  const last = $getRoot().getLastChild();
  if (!$isRangeSelection(selection) || !last || $getRoot().getChildrenSize() < 2) return false;
  if (last.getType() !== 'paragraph' || !$isElementNode(last) || !last.isEmpty()) return false;
  if (!selection.anchor.getNode().is(last)) return false;
  last.remove();
  return true;
}
