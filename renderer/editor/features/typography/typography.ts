import { $isElementNode, $isLineBreakNode, defineExtension, type LexicalNode, type TextNode } from 'lexical';
import type { TypographyRules } from '../../../../shared/typography/rules';
import { substitute } from '../../../../shared/typography/substitute';
import type { Feature } from '../../feature';
import { followTyping } from '../../typed-character';

/** Quotation marks, dashes, ellipses and spaces as the language of the article sets them, while they are typed. */
export const typographyFeature = (rules: () => TypographyRules | null): Feature => ({
  name: 'typography',
  inCards: true,
  extensions: [
    defineExtension({
      name: 'standfirst/typography',
      register: (editor) =>
        followTyping(editor, ({ node, offset }) => {
          const present = rules();
          if (!present) return null;
          const found = substitute($lineBefore(node) + node.getTextContent().slice(0, offset), present);
          // What begins in another run of marks stays as it was typed.
          if (!found || found.back > offset) return null;
          const { back, text } = found;
          return () => void node.spliceText(offset - back, back, text, true);
        }),
    }),
  ],
});

/** The words of the line before `node`: back to the beginning of the block, or to a line break in it. */
function $lineBefore(node: TextNode): string {
  let words = '';
  for (let current: LexicalNode | null = node; current; current = current.getParent()) {
    if (!current.isInline()) break;
    for (let sibling = current.getPreviousSibling(); sibling; sibling = sibling.getPreviousSibling()) {
      if ($isLineBreakNode(sibling)) return words;
      if ($isElementNode(sibling) && !sibling.isInline()) return words;
      words = sibling.getTextContent() + words;
    }
  }
  return words;
}
