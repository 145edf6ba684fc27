import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  PASTE_TAG,
} from 'lexical';
import type { Block } from '../../shared/article/block';
import { image } from '../../shared/article/build';
import { lostQuotation } from '../../shared/article/quotation';
import {
  $nodesOf,
  blocksOf,
  type Content,
  contentOf,
  keepingTerms,
  quoteIds,
  renamed,
  withoutAdLine,
} from './clipboard-content';
import { blocksAtATime, type ClipboardSetting, type Copied, tokenType, wholePage } from './clipboard-setting';
import { $move, $selectPoint, type Point } from './drop-point';
import { $setLink } from './features/link/set-link';
import { onlyAddress } from './features/link/typed-address';
import { $joinQuotations, $quotationsAround } from './features/quotation/node';
import { QuotationExtension } from './features/quotation/quotation';
import { keysAfter } from './held-keys';
import { $insertApart } from './insert-apart';
import { $insertBlock } from './insert-block';
import { isQuote, plainQuote } from './quote-words';

/** How content enters an editor. */
export interface Pasting {
  /** Puts at the caret what `data` holds: our own content, pictures, HTML through the reader, or text. */
  readonly $take: (data: DataTransfer) => void;
  /** Puts what is dropped where it is dropped; what was dragged from this editor moves. */
  readonly $drop: (event: DragEvent) => boolean;
  /** Puts pictures at a point of the window, or at the caret. */
  readonly $takePictures: (files: readonly File[], point: Point | null) => void;
}

/** How long keys wait for what was pasted before them, in milliseconds: a book takes as long on a busy machine. */
const longestHold = 2000;

/** Pasting and dropping into `editor`. */
export function createPasting(
  editor: LexicalEditor,
  { convert, doors, isAdLine, board, holding }: ClipboardSetting,
): Pasting {
  /** Pastes that are read elsewhere enter in the order in which they were asked for. */
  let entering: Promise<void> = Promise.resolve();

  function $take(data: DataTransfer): void {
    const selection = $getSelection();
    const { copied } = board;
    if (copied && data.getData(tokenType) === copied.token) {
      $put($withOwnQuotations(copied));
      return;
    }
    const html = data.getData('text/html');
    const plain = data.getData('text/plain');
    const address = onlyAddress(plain);
    if (address !== null && $isRangeSelection(selection) && !selection.isCollapsed()) {
      $addUpdateTag(HISTORY_PUSH_TAG);
      $setLink(address);
      return;
    }
    if (address !== null && !html) {
      const words = { kind: 'text', text: plain.trim(), marks: [] } as const;
      selection?.insertNodes(convert.$inlinesToNodes([{ kind: 'link', url: address, children: [words] }]));
      return;
    }
    const files = picturesOf(data, html, plain);
    const { pictures } = holding();
    if (files.length > 0 && pictures !== 'here') pictures(files);
    else if (files.length > 0) enterLater(() => enterPictures(files));
    else if (html) enterLater(() => enterHtml(html, plain));
    else enterLater(() => enterPlain(plain));
  }

  /** Answers the last block where others can be put before it, and null where words have joined it. */
  function $insert(blocks: readonly Block[]): LexicalNode | null {
    return blocks.length === 0
      ? null
      : $put(contentOf(blocks.map((block) => withoutAdLine(block, isAdLine))));
  }

  /** Puts content at the caret, in a form that can stand there; answers as `$insert` does. */
  function $put(content: Content): LexicalNode | null {
    if (holding().takes?.(blocksOf(content))) return null;
    const isFlattened = 'blocks' in content && content.blocks.some(({ kind }) => kind === 'table');
    if (isFlattened && holding() !== wholePage) doors.flattened();
    const fitting = 'words' in content ? content : contentOf(holding().fit($standing(content.blocks)));
    const nodes = $nodesOf(fitting, convert);
    const last = $insertApart(nodes);
    $joinQuotations(nodes);
    return last;
  }

  /** The blocks as they can stand at the caret. A card holds no quote: what it says of its speaker goes with its words. */
  function $standing(blocks: readonly Block[]): readonly Block[] {
    if (holding() === wholePage) return blocks;
    return blocks.flatMap((block): readonly Block[] => {
      if (!isQuote(block)) return [block];
      const plain = plainQuote(block);
      if (plain.tag) getExtensionDependencyFromEditor(editor, QuotationExtension).output.offer([plain.tag]);
      return plain.blocks;
    });
  }

  const insert = (blocks: readonly Block[]) => editor.update(() => void $insert(blocks), { tag: PASTE_TAG });

  function enterLater(enter: () => Promise<void>): void {
    entering = entering.then(enter).catch((error: unknown) => doors.failed(error));
    // What is typed behind a paste stands behind it; one that takes long holds up nobody.
    const soon = Promise.race([entering, new Promise((resolve) => setTimeout(resolve, longestHold))]);
    void keysAfter(soon, editor.getRootElement());
  }

  const enterPlain = async (plain: string) => insert(await doors.readPlain(plain));

  /** HTML that holds nothing for us still has its plain text. */
  async function enterHtml(html: string, plain: string): Promise<void> {
    const entered = await doors.enter(html, () => enterLater(() => enterPlain(plain)));
    if (entered === 'stopped') return;
    if (entered === 'nothing') await enterPlain(plain);
    else if (entered.blocks.length <= blocksAtATime) insert(entered.blocks);
    else {
      const { insertInSteps } = await import('./insert-in-steps');
      await insertInSteps(editor, entered.blocks, $insert, convert, entered.patience);
    }
  }

  async function enterPictures(files: readonly File[]): Promise<void> {
    const blocks: Block[] = [];
    for (const file of files) {
      const stored = await doors.keepPicture(file);
      if (stored !== null) blocks.push(image(stored.file, stored));
    }
    // A picture stands beside the sentence it is dropped on, and never tears it.
    const $insertEach = () => {
      for (const block of blocks) $insertBlock(convert.$blockToNode(block));
    };
    editor.update($insertEach, { tag: PASTE_TAG });
  }

  /** A quotation that still stands in the article is another one when it is pasted beside it, not when within it. */
  function $withOwnQuotations(copied: Copied): Content {
    const source = keepingTerms(copied, doors.sources());
    const output = getExtensionDependencyFromEditor(editor, QuotationExtension).output;
    const present = doors.standing();
    const fresh = new Map<string, string>();
    const selection = $getSelection();
    const around = $quotationsAround($isRangeSelection(selection) ? selection.anchor.getNode() : null);
    doors.adopt(source.sources);
    for (const id of quoteIds(blocksOf(source.content))) {
      const record = source.quotations.find((quotation) => quotation.id === id) ?? lostQuotation(id);
      const own = present.has(id) && !around.has(id) ? crypto.randomUUID() : id;
      fresh.set(id, own);
      output.offer([{ ...record, id: own }]);
    }
    return renamed(source.content, fresh);
  }

  function $drop(event: DragEvent): boolean {
    event.preventDefault();
    const data = event.dataTransfer;
    if (!data) return true;
    const point = { x: event.clientX, y: event.clientY };
    const { copied } = board;
    if (copied?.editor === editor && data.getData(tokenType) === copied.token) {
      getExtensionDependencyFromEditor(editor, QuotationExtension).output.offer(copied.quotations);
      const nodes = $nodesOf(copied.content, convert);
      $move(editor, point, nodes);
      $joinQuotations(nodes);
    } else {
      $selectPoint(editor, point);
      $take(data);
    }
    return true;
  }

  function $takePictures(files: readonly File[], point: Point | null): void {
    if (point) $selectPoint(editor, point);
    enterLater(() => enterPictures(files));
  }

  return { $take, $drop, $takePictures };
}

/** Pictures among the files of `data`. Where there are words too, a picture is only what the words look like. */
function picturesOf(data: DataTransfer, html: string, plain: string): readonly File[] {
  if (plain.trim() !== '' || /<(?:p|div|table|li|h\d)[\s>]/i.test(html)) return [];
  return [...data.files].filter((file) => file.type.startsWith('image/'));
}
