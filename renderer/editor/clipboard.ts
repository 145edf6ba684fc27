import { copyToClipboard } from '@lexical/clipboard';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { objectKlassEquals } from '@lexical/utils';
import {
  $addUpdateTag,
  $createRangeSelectionFromDom,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  createCommand,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  defineExtension,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import type { Block } from '../../shared/article/block';
import { image } from '../../shared/article/build';
import type { KeptPicture } from '../../shared/article/picture-file';
import { newQuotation, type Quotation } from '../../shared/article/quotation';
import type { Source } from '../../shared/article/source';
import { $chosenBlocks, $removeBlocks } from './block-selection';
import {
  $nodesOf,
  $selectedWithTerms,
  blocksOf,
  type Content,
  contentOf,
  keepingTerms,
  quoteIds,
  renamed,
  type Tagged,
  withoutAdLine,
} from './clipboard-content';
import type { Conversion } from './conversion/conversion';
import { $move, $selectPoint, type Point } from './drop-point';
import { $setLink } from './features/link/set-link';
import { onlyAddress } from './features/link/typed-address';
import { $joinQuotations, $quotationsAround } from './features/quotation/node';
import { QuotationExtension } from './features/quotation/quotation';
import { $insertApart } from './insert-apart';
import { $insertBlock } from './insert-block';
import { insertInSteps, type Patience } from './insert-in-steps';
import { isQuote, plainQuote } from './quote-words';

/** Puts pictures on the page: at a point of the window, or at the caret. */
export const INSERT_PICTURES_COMMAND: LexicalCommand<{
  readonly files: readonly File[];
  readonly point: Point | null;
}> = createCommand('INSERT_PICTURES');

/**
 * Marks on the clipboard that its content was copied in this window. The content itself, with tags and notes, stays in
 * the window: nothing private is ever on the clipboard, and no foreign program can hand us a made-up document.
 */
const tokenType = 'application/x-standfirst-token';

/** Who is quoted or mentioned in what was copied goes along into another article. */
export interface Copied extends Tagged {
  readonly token: string;
  /** The page, or the text of a card, it was copied in. */
  readonly editor: LexicalEditor;
}

/** The ways between the page and other programs. */
export interface ClipboardDoors {
  /** The blocks as other programs may have them; null when the terms of their sources keep them here. */
  leave(
    blocks: readonly Block[],
    quotations: readonly Quotation[],
  ): { readonly html: string; readonly text: string } | null;
  /** The sources of the open article. */
  sources(): readonly Source[];
  /** Takes sources of pasted words into the open article where it does not have them. */
  adopt(sources: readonly Source[]): void;
  /**
   * Reads foreign HTML. 'nothing' where it holds no block; 'stopped' where the writer stopped it or was told why it
   * does not enter, with the offer to call `insertPlain` instead.
   */
  enter(html: string, insertPlain: () => void): Promise<Entered>;
  /** Reads plain text of another program. */
  readPlain(plain: string): Promise<readonly Block[]>;
  /** Stores a picture with the open article and answers it; null where it cannot be, and the writer was told. */
  keepPicture(file: File): Promise<KeptPicture | null>;
  /** Hears of a mistake of ours; nothing entered. */
  failed(error: unknown): void;
}

/** What was copied last, wherever in the window; made once a window. */
export interface Clipboard {
  copied: Copied | null;
}

/** What the place at the caret can hold. */
export interface Holding {
  /** The blocks as they may stand there; nothing is left out but their form. */
  readonly fit: (blocks: readonly Block[]) => readonly Block[];
  /** Whether what stands around the place has taken the blocks, as a table takes cells; nothing enters at the caret then. */
  readonly takes?: (blocks: readonly Block[]) => boolean;
  /** Pictures stand at the place itself, or are taken from there to where they can stand. */
  readonly pictures: 'here' | ((files: readonly File[]) => void);
}

/** The page holds every block. */
export const wholePage: Holding = { fit: (blocks) => blocks, pictures: 'here' };

export type Entered =
  | { readonly blocks: readonly Block[]; readonly patience: Patience }
  | 'nothing'
  | 'stopped';

/** Copy, cut, paste, drag and drop in terms of the document model: nothing enters or leaves the page by another way. */
export const clipboardExtension = (
  convert: Conversion,
  doors: ClipboardDoors,
  isAdLine: (text: string) => boolean,
  board: Clipboard,
  holding: () => Holding,
) =>
  defineExtension({
    name: 'standfirst/clipboard',
    register(editor) {
      /** Pastes that are read elsewhere enter in the order in which they were asked for. */
      let entering: Promise<void> = Promise.resolve();

      /** Writes what is selected into `data`, as other programs may have it. False where nothing is selected. */
      function $fill(data: DataTransfer): boolean {
        const records = getExtensionDependencyFromEditor(editor, QuotationExtension).output.records();
        const selected = $selectedWithTerms(editor, convert, records, doors.sources());
        if (!selected) return false;
        const copied: Copied = { token: crypto.randomUUID(), editor, ...selected };
        board.copied = copied;
        data.clearData();
        data.setData(tokenType, copied.token);
        const leaving = doors.leave(blocksOf(copied.content), copied.quotations);
        if (leaving) data.setData('text/html', leaving.html);
        data.setData('text/plain', leaving?.text ?? '');
        return true;
      }

      function $copy(event: ClipboardEvent | KeyboardEvent | null): boolean {
        if (event && !objectKlassEquals(event, ClipboardEvent)) return $copyByKey(event);
        const data = event?.clipboardData;
        if (!data) return false;
        const isShown = $followShownSelection(editor);
        if (!$fill(data) && !isShown) return false;
        event.preventDefault();
        return true;
      }

      /**
       * Selected blocks are copied by the key itself, with no event of a clipboard. What was left to Lexical then would be
       * written by Lexical: notes, words off the record and the records of quotations with them.
       */
      function $copyByKey(event: Event): boolean {
        event.preventDefault();
        const data = new DataTransfer();
        if (!$fill(data)) return true;
        const contents = Object.fromEntries(data.types.map((type) => [type, data.getData(type)]));
        void copyToClipboard(editor, null, { ...contents, 'text/plain': data.getData('text/plain') });
        return true;
      }

      /** Puts at the caret what `data` holds: our own content, pictures, HTML through the reader, or text. */
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
          selection?.insertNodes(
            convert.$inlinesToNodes([{ kind: 'link', url: address, children: [words] }]),
          );
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
          if (plain.tag)
            getExtensionDependencyFromEditor(editor, QuotationExtension).output.offer([plain.tag]);
          return plain.blocks;
        });
      }

      const insert = (blocks: readonly Block[]) =>
        editor.update(() => void $insert(blocks), { tag: PASTE_TAG });

      function enterLater(enter: () => Promise<void>): void {
        entering = entering.then(enter).catch((error: unknown) => doors.failed(error));
      }

      const enterPlain = async (plain: string) => insert(await doors.readPlain(plain));

      /** HTML that holds nothing for us still has its plain text. */
      async function enterHtml(html: string, plain: string): Promise<void> {
        const entered = await doors.enter(html, () => enterLater(() => enterPlain(plain)));
        if (entered === 'stopped') return;
        if (entered === 'nothing') await enterPlain(plain);
        else await insertInSteps(editor, entered.blocks, $insert, convert, entered.patience);
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
        const present = output.records();
        const fresh = new Map<string, string>();
        const selection = $getSelection();
        const around = $quotationsAround($isRangeSelection(selection) ? selection.anchor.getNode() : null);
        doors.adopt(source.sources);
        for (const id of quoteIds(blocksOf(source.content))) {
          const record = source.quotations.find((quotation) => quotation.id === id) ?? newQuotation(id, null);
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

      return mergeRegister(
        editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(
          CUT_COMMAND,
          (event) => {
            if (!$copy(event)) return false;
            const selection = $getSelection();
            if ($isRangeSelection(selection)) selection.removeText();
            else $removeBlocks($chosenBlocks() ?? []);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            if (isInField(event)) return true;
            event.preventDefault();
            const data = objectKlassEquals(event, ClipboardEvent) ? event.clipboardData : null;
            if (data) $take(data);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DRAGSTART_COMMAND,
          (event) => {
            if (!isInField(event) && !(event.dataTransfer && $fill(event.dataTransfer)))
              event.preventDefault();
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => isInField(event) || $drop(event),
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          CONTROLLED_TEXT_INSERTION_COMMAND,
          (event) => {
            if (typeof event === 'string' || !event.dataTransfer) return false;
            $take(event.dataTransfer);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          INSERT_PICTURES_COMMAND,
          ({ files, point }) => {
            if (point) $selectPoint(editor, point);
            enterLater(() => enterPictures(files));
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      );
    },
  });

/**
 * Lexical hears of a moved selection by an event of its own, a moment after the key. Who copies within that moment copies what
 * the window shows as selected: left to the browser, that would be the page as it is drawn, with comments and what is
 * off the record. Answers whether words are shown as selected.
 */
function $followShownSelection(editor: LexicalEditor): boolean {
  const shown = window.getSelection();
  if (!shown || shown.isCollapsed || $isNodeSelection($getSelection())) return false;
  const selection = $createRangeSelectionFromDom(shown, editor);
  if (selection) $setSelection(selection);
  return selection !== null;
}

const isInField = (event: Event) =>
  event.target instanceof HTMLElement && event.target.matches('input, textarea');

/** Pictures among the files of `data`. Where there are words too, a picture is only what the words look like. */
function picturesOf(data: DataTransfer, html: string, plain: string): readonly File[] {
  if (plain.trim() !== '' || /<(?:p|div|table|li|h\d)[\s>]/i.test(html)) return [];
  return [...data.files].filter((file) => file.type.startsWith('image/'));
}
