import type { Mark } from '../../article/inline';
import type { FindingCode } from '../report';
import { type Element, hasAttribute } from './dom';

/*
 * What each HTML element is to us. An element that is not named here is inline and carries no mark: its words stay,
 * it does not. Sources: HTML Standard, 15.3 "Non-replaced elements" (which elements are blocks, hidden, preformatted).
 */

const dropped: ReadonlyMap<string, FindingCode | null> = new Map<string, FindingCode | null>([
  ['script', 'script'],
  ['style', null],
  ['template', null],
  ['noscript', null],
  ['noembed', null],
  ['noframes', null],
  ['head', null],
  ['title', null],
  ['meta', null],
  ['link', null],
  ['base', null],
  ['basefont', null],
  ['param', null],
  ['source', null],
  ['track', null],
  ['area', null],
  ['map', null],
  // Not `colgroup`: it holds no words, but Excel's mark of where the copied cells begin may stand in it.
  ['col', null],
  ['datalist', null],
  ['input', 'form-field'],
  ['select', 'form-field'],
  ['textarea', 'form-field'],
  ['progress', 'form-field'],
  ['meter', 'form-field'],
  ['keygen', 'form-field'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['frameset', 'frame'],
  ['object', 'frame'],
  ['embed', 'frame'],
  ['applet', 'frame'],
  ['portal', 'frame'],
  ['fencedframe', 'frame'],
  ['audio', 'media'],
  ['video', 'media'],
  ['canvas', 'drawing'],
  ['svg', 'drawing'],
  ['math', 'drawing'],
  // Word's own XML in the HTML of the clipboard (o:p holds words and is not here).
  ['xml', null],
  ['o:officedocumentsettings', null],
  ['w:worddocument', null],
  ['w:latentstyles', null],
]);

/**
 * How the report calls an element whose contents are never words of the document; null where it is not worth a line, and
 * undefined where an element holds words. An `object` that shows nothing of its own shows them: Apple Notes sets tables in one.
 */
export const droppedAs = (element: Element): FindingCode | null | undefined =>
  element.tagName === 'object' && !['data', 'classid', 'type'].some((name) => hasAttribute(element, name))
    ? undefined
    : dropped.get(element.tagName);

/** Elements that begin a line of their own (display: block, list-item or table). */
export const blocks: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'nav',
  'ol',
  'optgroup',
  'option',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
]);

/** Elements whose white space stands as it is written. */
export const preformatted: ReadonlySet<string> = new Set(['pre', 'listing', 'plaintext', 'xmp']);

/** Elements that mark their words. */
export const marking: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['dfn', 'italic'],
  ['var', 'italic'],
  ['u', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
]);

/** Levels of headings by element. */
export const headings: ReadonlyMap<string, number> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 6],
]);
