import type { Mark } from '../article/inline';
import { assertNever } from '../base/assert-never';
import { attributes, escapeText } from './html-text';
import type { PublishedInline, PublishedRun } from './published';

/**
 * The element of each mark, in the order in which they nest. HTML has no element for small capitals; `b` is the one
 * the standard gives to "a stretch of text … without any extra importance", and its class says which.
 */
const elements: readonly { readonly mark: Mark; readonly open: string; readonly close: string }[] = [
  { mark: 'bold', open: '<strong>', close: '</strong>' },
  { mark: 'italic', open: '<em>', close: '</em>' },
  { mark: 'underline', open: '<u>', close: '</u>' },
  { mark: 'strike', open: '<s>', close: '</s>' },
  { mark: 'smallCaps', open: '<b class="small-caps">', close: '</b>' },
  { mark: 'superscript', open: '<sup>', close: '</sup>' },
  { mark: 'subscript', open: '<sub>', close: '</sub>' },
  { mark: 'code', open: '<code>', close: '</code>' },
];

/** A run as HTML. Neighbours share their tags: bold with one word in italics is one `strong`. */
export function runHtml(run: PublishedRun): string {
  return marked(run.flatMap(withoutQuotations), 0);
}

/** In HTML a quotation is its words: the marks of quotation are typed, and `q` would print them again. */
function withoutQuotations(inline: PublishedInline): PublishedRun {
  return inline.kind === 'quotation' ? inline.children.flatMap(withoutQuotations) : [inline];
}

function marked(run: PublishedRun, depth: number): string {
  const element = elements[depth];
  if (!element) return run.map(inlineHtml).join('');
  let html = '';
  let index = 0;
  while (index < run.length) {
    const inside = carries(run[index], element.mark);
    let end = index + 1;
    while (end < run.length && carries(run[end], element.mark) === inside) end += 1;
    const inner = marked(run.slice(index, end), depth + 1);
    html += inside ? element.open + inner + element.close : inner;
    index = end;
  }
  return html;
}

const carries = (inline: PublishedInline | undefined, mark: Mark): boolean =>
  inline?.kind === 'text' && inline.marks.includes(mark);

function inlineHtml(inline: PublishedInline): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text);
    case 'lineBreak':
      return '<br>';
    case 'link': {
      // Opened in a new window by a CMS, the page behind the link must not reach back into ours.
      const rel = /^https?:/i.test(inline.url) ? 'noopener' : null;
      return `<a${attributes({ href: inline.url, rel })}>${runHtml(inline.children)}</a>`;
    }
    case 'quotation':
      return runHtml(inline.children);
    default:
      return assertNever(inline);
  }
}
