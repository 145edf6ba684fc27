import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Block } from '../../../shared/article/block';
import { publishedPieces } from '../../../shared/article/traverse';

type Node = DefaultTreeAdapterTypes.Node;

const unseen = new Set(
  'head script style template noscript noembed noframes title meta link iframe object embed applet audio video canvas svg math input select textarea datalist progress meter param source track map area colgroup portal frameset'.split(
    ' ',
  ),
);

/** What a reader sees of HTML, found by a walk of its own: the text of every element that is not hidden, without spaces. */
export function visibleText(html: string): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    if ('tagName' in node) {
      const attribute = (name: string): string =>
        node.attrs.find((given) => given.name === name)?.value ?? '';
      const isHidden =
        unseen.has(node.tagName) ||
        /display:\s*none|mso-hide:\s*all/i.test(attribute('style')) ||
        node.attrs.some(({ name }) => name === 'hidden') ||
        (node.tagName === 'dialog' && !node.attrs.some(({ name }) => name === 'open'));
      if (isHidden) return;
      if (
        node.tagName === 'img' &&
        /stringify/.test(attribute('data-stringify-type') + node.attrs.map(({ name }) => name).join())
      ) {
        text += attribute('alt');
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return bare(text);
}

/** What a reader sees of blocks. */
export const visibleInBlocks = (blocks: readonly Block[]): string =>
  bare(blocks.flatMap(publishedPieces).join(''));

/** Without white space, characters that show nothing, and the marks that `q` draws. */
const bare = (text: string): string =>
  text
    .replace(/[\s“”\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/gu, '')
    .replace(/\p{Surrogate}/gu, '');
