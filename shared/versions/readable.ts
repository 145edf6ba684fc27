import type { Article } from '../article/article';
import type { Block, List } from '../article/block';
import type { Inline, Mark } from '../article/inline';
import { inlineRuns, inlineText } from '../article/traverse';
import { assertNever } from '../base/assert-never';
import { leftUnread } from '../base/codec';
import type { JsonValue } from '../base/json';

/** What a block is called where two of them are compared. */
export function blockName(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return 'Paragraph';
    case 'heading':
      return `Heading ${block.level}`;
    case 'list':
      return block.ordered ? 'Numbered list' : 'Bulleted list';
    case 'blockquote':
      return 'Block quote';
    case 'pullQuote':
      return 'Pull quote';
    case 'image':
      return 'Picture';
    case 'adBreak':
      return 'Ad break';
    case 'factBox':
      return 'Fact box';
    case 'embed':
      return 'Link card';
    case 'table':
      return 'Table';
    case 'divider':
      return 'Divider';
    case 'correction':
      return block.type === 'correction' ? 'Correction' : 'Clarification';
    case 'deskNote':
      return 'Desk note';
    case 'unknown':
      return 'Block of a newer version';
    default:
      return assertNever(block);
  }
}

/** What the records of an article know of the ids in its body. */
export type Records = Pick<Article, 'quotations' | 'sources'>;

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');
const named = (name: string, value: string): string => (value === '' ? '' : `${name}: ${value}`);

/**
 * Everything of a block that its writer can read, also what is never published, as plain text: one line a thing. Made
 * for comparing two states of an article at the desk; no output is built of it.
 */
export function readableBlock(block: Block, records: Records): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return readableInlines(block.children);
    case 'list':
      return readableList(block, '');
    case 'blockquote':
    case 'pullQuote': {
      const by = block.sourceId === null ? block.attribution : sourceName(block.sourceId, records);
      return lines(readableInlines(block.children), by === '' ? '' : `— ${by}`);
    }
    case 'image':
      return readableImage(block);
    case 'adBreak':
      return [
        block.placed === 'auto' ? 'set automatically' : 'set by hand',
        named('slot', block.slot),
        named('label', block.label),
        named('size', block.size),
      ]
        .filter((part) => part !== '')
        .join(', ');
    case 'factBox':
      return lines(block.title, ...block.body.map((part) => readableBlock(part, records)));
    case 'embed':
      return lines(block.title, block.description, block.provider, block.url);
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => readableInlines(cell.children)).join(' | '))
        .join('\n');
    case 'divider':
      return '';
    case 'correction':
      return lines(block.date.slice(0, 10), readableInlines(block.children));
    case 'deskNote':
      return lines(
        readableInlines(block.children),
        [block.author, block.resolved ? 'resolved' : ''].filter(Boolean).join(', '),
      );
    case 'unknown':
      return readableUnread(block.raw);
    default:
      return assertNever(block);
  }
}

/** What a newer version wrote, as it stands in the file; nothing where there is none. */
export const readableUnread = (raw: JsonValue | undefined): string =>
  raw === undefined ? '' : JSON.stringify(raw);

/** The words and facts of a picture. */
export const readableImage = (
  image: Pick<Block & { kind: 'image' }, 'file' | 'alt' | 'caption' | 'credit' | 'extra'>,
) =>
  lines(
    readableInlines(image.caption),
    readableUnread(leftUnread(image, 'caption')),
    named('Alt text', image.alt),
    named('Credit', image.credit),
    named('File', image.file),
  );

/** The words of a run as they stand on the page, with notes and gaps in square brackets. */
export function readableInlines(inlines: readonly Inline[]): string {
  let words = '';
  for (const inline of inlines) {
    if (inline.kind === 'text') words += inline.text;
    else if (inline.kind === 'lineBreak') words += '\n';
    else if (inline.kind === 'tk') words += `[${inline.text}]`;
    else words += readableInlines(inline.children);
    if (inline.kind === 'note') words += ` [Note: ${inline.note}${inline.resolved ? ' (resolved)' : ''}]`;
  }
  return words;
}

function readableList(list: List, indent: string): string {
  return list.items
    .map((item, index) => {
      const sign = list.ordered ? `${list.start + index}.` : '•';
      const nested = item.lists.map((inner) => readableList(inner, `${indent}   `));
      return [`${indent}${sign} ${readableInlines(item.children)}`, ...nested].join('\n');
    })
    .join('\n');
}

/** The name of a source, or its id where the article has no record of it. */
export const sourceName = (id: string, { sources }: Pick<Records, 'sources'>): string =>
  sources.find((source) => source.id === id)?.name || id;

/** What words carry besides themselves. */
export interface Annotation {
  readonly what: Mark | 'link' | 'quotation' | 'mention';
  /** The address of a link, the speaker of a quotation, the source of a mention; otherwise empty. */
  readonly detail: string;
  readonly words: string;
}

/** Marks, links, quotations and mentions of a block in reading order. */
export function annotationsOf(block: Block, records: Records): readonly Annotation[] {
  return inlineRuns(block).flatMap((run) => [...markedStretches(run), ...spansOf(run, records)]);
}

function spansOf(run: readonly Inline[], records: Records): readonly Annotation[] {
  return run.flatMap((inline) => {
    if (!('children' in inline)) return [];
    const words = inlineText(inline.children);
    const inside = spansOf(inline.children, records);
    switch (inline.kind) {
      case 'link':
        return [{ what: 'link' as const, detail: inline.url, words }, ...inside];
      case 'mention':
        return [{ what: 'mention' as const, detail: sourceName(inline.sourceId, records), words }, ...inside];
      case 'quotation': {
        const record = records.quotations.find(({ id }) => id === inline.quoteId);
        const speaker = record?.sourceId ? sourceName(record.sourceId, records) : '';
        return [{ what: 'quotation' as const, detail: speaker, words }, ...inside];
      }
      case 'note':
        return inside;
      default:
        return assertNever(inline);
    }
  });
}

/** The longest stretches of words that carry a mark, however they are cut into runs. */
function markedStretches(run: readonly Inline[]): readonly Annotation[] {
  const stretches: Annotation[] = [];
  const open = new Map<Mark, string>();
  const visit = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if ('children' in inline) visit(inline.children);
      if (inline.kind !== 'text') continue;
      for (const [what, words] of open) {
        if (inline.marks.includes(what)) continue;
        stretches.push({ what, detail: '', words });
        open.delete(what);
      }
      for (const mark of inline.marks) open.set(mark, `${open.get(mark) ?? ''}${inline.text}`);
    }
  };
  visit(run);
  for (const [what, words] of open) stretches.push({ what, detail: '', words });
  return stretches;
}
