import { $generateJSONFromSelectedNodes, $generateNodesFromSerializedNodes } from '@lexical/clipboard';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { objectKlassEquals } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COPY_COMMAND,
  CUT_COMMAND,
  defineExtension,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import type { Block } from '../../shared/article/block';
import { adBreak } from '../../shared/article/build';
import type { Inline } from '../../shared/article/inline';
import { newQuotation, type Quotation } from '../../shared/article/quotation';
import type { Source } from '../../shared/article/source';
import { inlineRuns, inlineText, visitInlines } from '../../shared/article/traverse';
import type { Conversion } from './conversion/conversion';
import { QuotationExtension } from './features/quotation/quotation';

/**
 * Marks on the clipboard that its content was copied in this window. The content itself, with tags and notes, stays in
 * the window: nothing private is ever on the clipboard, and no foreign program can hand us a made-up document.
 */
const tokenType = 'application/x-standfirst-token';

interface Copied {
  readonly token: string;
  readonly content: Content;
  readonly quotations: readonly Quotation[];
  /** Who is quoted or mentioned in the content: they go along into another article. */
  readonly sources: readonly Source[];
}

/** Whole blocks, or words from inside one block. */
type Content = { readonly blocks: readonly Block[] } | { readonly words: readonly Inline[] };

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
  /** Blocks read from foreign HTML; null when it holds none. */
  enter(html: string): Promise<readonly Block[] | null>;
}

const blocksOf = (content: Content): readonly Block[] =>
  'blocks' in content ? content.blocks : [{ kind: 'paragraph', children: content.words }];

/** One paragraph is words for the block at the caret, more are blocks. */
const contentOf = (blocks: readonly Block[]): Content => {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' ? { words: only.children } : { blocks };
};

/** Plain text: an empty line parts paragraphs; without one, every line is a paragraph. */
export function readPlainText(plain: string): readonly Block[] {
  const text = plain.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  const parting = /\n[^\S\n]*\n/.test(text) ? /\n(?:[^\S\n]*\n)+/ : /\n/;
  return text === ''
    ? []
    : text.split(parting).map((paragraph) => ({ kind: 'paragraph', children: lines(paragraph) }));
}

/** A pasted line that only marks an advertisement becomes the break it stands for. */
const withoutAdLine = (block: Block, isAdLine: (text: string) => boolean): Block =>
  block.kind === 'paragraph' && isAdLine(inlineText(block.children)) ? adBreak() : block;

const lines = (paragraph: string): readonly Inline[] =>
  paragraph
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'lineBreak' as const }] : []),
      ...(line === '' ? [] : [{ kind: 'text' as const, text: line, marks: [] }]),
    ]);

/** Copy, cut and paste in terms of the document model. */
export const clipboardExtension = (
  convert: Conversion,
  doors: ClipboardDoors,
  isAdLine: (text: string) => boolean,
) =>
  defineExtension({
    name: 'standfirst/clipboard',
    register(editor) {
      let copied: Copied | null = null;

      function $copy(event: ClipboardEvent | KeyboardEvent | null): boolean {
        const data = event && objectKlassEquals(event, ClipboardEvent) ? event.clipboardData : null;
        const content = $selectedContent(editor, convert);
        if (!data || !content) return false;
        event?.preventDefault();
        const records = getExtensionDependencyFromEditor(editor, QuotationExtension).output.records();
        copied = {
          token: crypto.randomUUID(),
          content,
          quotations: [...records.values()],
          sources: sourcesIn(blocksOf(content), records, doors.sources()),
        };
        data.setData(tokenType, copied.token);
        const leaving = doors.leave(blocksOf(content), copied.quotations);
        if (leaving) data.setData('text/html', leaving.html);
        data.setData('text/plain', leaving?.text ?? '');
        return true;
      }

      function $paste(event: ClipboardEvent): boolean {
        const data = event.clipboardData;
        const selection = $getSelection();
        if (!data || selection === null) return false;
        const token = data.getData(tokenType);
        const html = data.getData('text/html');
        const plain = data.getData('text/plain');
        event.preventDefault();
        if (copied && token === copied.token)
          selection.insertNodes($nodesOf($withOwnQuotations(copied), convert));
        else if (html) void pasteHtml(html, plain);
        else $insert(readPlainText(plain));
        return true;
      }

      function $insert(blocks: readonly Block[]): void {
        const selection = $getSelection();
        const content = contentOf(blocks.map((block) => withoutAdLine(block, isAdLine)));
        if (selection && blocks.length > 0) selection.insertNodes($nodesOf(content, convert));
      }

      /** HTML that cannot be read still has its plain text. */
      async function pasteHtml(html: string, plain: string): Promise<void> {
        const blocks = (await doors.enter(html)) ?? readPlainText(plain);
        editor.update(() => $insert(blocks), { tag: 'paste' });
      }

      /** A quotation that still stands in the article is another one when it is pasted beside it. */
      function $withOwnQuotations(source: Copied): Content {
        const output = getExtensionDependencyFromEditor(editor, QuotationExtension).output;
        const present = output.records();
        const fresh = new Map<string, string>();
        doors.adopt(source.sources);
        for (const id of quoteIds(blocksOf(source.content))) {
          const record = source.quotations.find((quotation) => quotation.id === id) ?? newQuotation(id, null);
          const own = present.has(id) ? crypto.randomUUID() : id;
          fresh.set(id, own);
          output.offer([{ ...record, id: own }]);
        }
        return renamed(source.content, fresh);
      }

      return mergeRegister(
        editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(
          CUT_COMMAND,
          (event) => {
            if (!$copy(event)) return false;
            const selection = $getSelection();
            if ($isRangeSelection(selection)) selection.removeText();
            else if ($isNodeSelection(selection)) for (const node of selection.getNodes()) node.remove();
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => objectKlassEquals(event, ClipboardEvent) && !isInField(event) && $paste(event),
          COMMAND_PRIORITY_HIGH,
        ),
      );
    },
  });

const isInField = (event: ClipboardEvent) =>
  event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;

/** What is selected, in the document model; null when nothing is. */
function $selectedContent(editor: LexicalEditor, convert: Conversion): Content | null {
  const selection = $getSelection();
  if (selection === null || ($isRangeSelection(selection) && selection.isCollapsed())) return null;
  const serialised = $generateJSONFromSelectedNodes(editor, selection).nodes;
  const nodes = $generateNodesFromSerializedNodes(serialised);
  if (nodes.length === 0) return null;
  if (nodes.every((node) => convert.isInlineType(node.getType())))
    return { words: convert.$nodesToInlines(nodes) };
  return { blocks: $gatherBlocks(nodes).map((node) => convert.$nodeToBlock(node)) };
}

/** Puts loose words between blocks into paragraphs. */
function $gatherBlocks(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  const blocks: LexicalNode[] = [];
  for (const node of nodes) {
    if (!node.isInline()) blocks.push(node);
    else blocks.push($createParagraphNode().append(node));
  }
  return blocks;
}

function $nodesOf(content: Content, convert: Conversion): LexicalNode[] {
  return 'words' in content
    ? convert.$inlinesToNodes(content.words)
    : content.blocks.map((block) => convert.$blockToNode(block));
}

/** Those of `sources` that are quoted or mentioned in `blocks`. */
function sourcesIn(
  blocks: readonly Block[],
  records: ReadonlyMap<string, Quotation>,
  sources: readonly Source[],
): readonly Source[] {
  const ids = new Set<string | null | undefined>();
  for (const block of blocks) {
    if (block.kind === 'blockquote' || block.kind === 'pullQuote') ids.add(block.sourceId);
    for (const run of inlineRuns(block)) {
      visitInlines(run, (inline) => {
        if (inline.kind === 'mention') ids.add(inline.sourceId);
        if (inline.kind === 'quotation') ids.add(records.get(inline.quoteId)?.sourceId);
      });
    }
  }
  return sources.filter(({ id }) => ids.has(id));
}

function quoteIds(blocks: readonly Block[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const block of blocks) {
    for (const run of inlineRuns(block)) {
      visitInlines(run, (inline) => {
        if (inline.kind === 'quotation') ids.add(inline.quoteId);
      });
    }
  }
  return ids;
}

/** The content with quotation ids replaced. Blocks are plain values: the ids are found wherever they stand. */
function renamed(content: Content, ids: ReadonlyMap<string, string>): Content {
  const replace = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'quoteId' in value
      ? { ...value, quoteId: ids.get(String(value.quoteId)) ?? value.quoteId }
      : value;
  return JSON.parse(JSON.stringify(content), replace) as Content;
}
