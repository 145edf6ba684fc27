import type { Mark } from '../article/inline';
import { assertNever } from '../base/assert-never';
import { runText } from './publish-inlines';
import type { PublishedInline, PublishedRun } from './published';

/**
 * Marks and how Markdown writes them, in the order in which they nest. Emphasis has signs of its own, which work only
 * beside certain neighbours (CommonMark 0.31, section 6.2); everywhere else, and for marks without signs, the HTML
 * element stands, which Markdown allows.
 */
const signs: readonly { readonly mark: Mark; readonly sign: string | null; readonly tag: string }[] = [
  { mark: 'bold', sign: '**', tag: 'strong' },
  { mark: 'italic', sign: '*', tag: 'em' },
  { mark: 'strike', sign: '~~', tag: 's' },
  { mark: 'underline', sign: null, tag: 'u' },
  { mark: 'smallCaps', sign: null, tag: 'b class="small-caps"' },
  { mark: 'superscript', sign: null, tag: 'sup' },
  { mark: 'subscript', sign: null, tag: 'sub' },
  { mark: 'code', sign: '`', tag: 'code' },
];

/** Where a run stands: a line break would end a heading or the row of a table. */
export type MarkdownPlace = 'block' | 'line';

/** A run as Markdown. Line breaks at the edges of a block break nothing and are left out. */
export function runMarkdown(run: PublishedRun, place: MarkdownPlace): string {
  const flat = run.flatMap(withoutQuotations);
  return marked(place === 'block' ? withoutEdgeBreaks(flat) : flat, 0, place, '', '');
}

/**
 * Text with everything that Markdown would read as a sign made plain. A backslash before punctuation is never
 * printed, so that signs which only count at the beginning of a line may be escaped wherever a text begins.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\S+/g, withoutAddress)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/!$|!(?=\\\[)/g, '\\!')
    .replace(/^(\s*)([-+#=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/\n/g, '\\');
}

/**
 * Marks the beginning of addresses in a word that holds signs. GitHub's Markdown makes links of addresses in the text, and
 * there takes a backslash for a letter, so that the sign behind it would count again; one behind "https" or "www" keeps it
 * from doing so. Until the signs are escaped it stands as a line end, which no text has.
 */
const withoutAddress = (word: string): string =>
  /[\\`*_[\]<>&~|!]/.test(word) ? word.replace(/(?<![a-z])(https?(?=:\/\/)|www(?=\.))/gi, '$1\n') : word;

const withoutQuotations = (inline: PublishedInline): PublishedRun =>
  inline.kind === 'quotation' ? inline.children.flatMap(withoutQuotations) : [inline];

function withoutEdgeBreaks(run: PublishedRun): PublishedRun {
  const breaks = (inline: PublishedInline): boolean =>
    inline.kind === 'lineBreak' || runText([inline]).trim() === '';
  const first = run.findIndex((inline) => !breaks(inline));
  const last = run.findLastIndex((inline) => !breaks(inline));
  return first < 0 ? [] : run.slice(first, last + 1);
}

const carries = (inline: PublishedInline | undefined, mark: Mark): boolean =>
  inline?.kind === 'text' && inline.marks.includes(mark);

/** `before` and `after` are the characters around the run: '' at the edge of a line. */
function marked(
  run: PublishedRun,
  depth: number,
  place: MarkdownPlace,
  before: string,
  after: string,
): string {
  const entry = signs[depth];
  if (!entry) return run.map((inline) => inlineMarkdown(inline, place)).join('');
  let markdown = '';
  let index = 0;
  while (index < run.length) {
    const inside = carries(run[index], entry.mark);
    let end = index + 1;
    while (end < run.length && carries(run[end], entry.mark) === inside) end += 1;
    const part = run.slice(index, end);
    const left = index === 0 ? before : edge(run[index - 1], 'end');
    const right = end === run.length ? after : edge(run[end], 'start');
    // Inside signs the neighbours are the signs themselves; "x" makes nested emphasis choose the element.
    const inner = inside
      ? () => marked(part, depth + 1, place, 'x', 'x')
      : () => marked(part, depth + 1, place, left, right);
    markdown += inside ? wrapped(inner, runText(part), entry, left, right) : inner();
    index = end;
  }
  return markdown;
}

function wrapped(
  inner: () => string,
  text: string,
  { mark, sign, tag }: (typeof signs)[number],
  left: string,
  right: string,
): string {
  if (mark === 'code' && /^[^\s`|](?:[^`|\n]*[^\s`|])?$/.test(text)) return `\`${text}\``;
  // A letter or digit inside each sign, and a space or nothing outside it, always flanks.
  const flanks = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text);
  const free = /^\s?$/.test(left) && /^\s?$/.test(right);
  return mark !== 'code' && sign !== null && flanks && free
    ? `${sign}${inner()}${sign}`
    : `<${tag}>${inner()}</${tag.split(' ')[0]}>`;
}

function edge(inline: PublishedInline | undefined, side: 'start' | 'end'): string {
  if (!inline || inline.kind === 'lineBreak') return '';
  if (inline.kind === 'link') return side === 'start' ? '[' : ')';
  return runText([inline]).at(side === 'start' ? 0 : -1) ?? '';
}

function inlineMarkdown(inline: PublishedInline, place: MarkdownPlace): string {
  switch (inline.kind) {
    case 'text':
      return escapeMarkdown(inline.text);
    case 'lineBreak':
      return place === 'block' ? '\\\n' : '<br>';
    case 'link':
      return `[${runMarkdown(inline.children, 'line')}](<${inline.url.replace(/[<>\\\n]/g, encodeURIComponent)}>)`;
    case 'quotation':
      return runMarkdown(inline.children, place);
    default:
      return assertNever(inline);
  }
}
