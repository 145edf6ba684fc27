import {
  $createLineBreakNode,
  $createTextNode,
  $isTextNode,
  TEXT_TYPE_TO_FORMAT,
  type TextFormatType,
} from 'lexical';
import { type Mark, markNames } from '../../../../shared/article/inline';
import { inlineConversion } from '../../conversion/conversion';
import type { Feature } from '../../feature';

/** Lexical's name for each of our marks. It has no small capitals; its "capitalize" bit is drawn as such (theme). */
export const formatOfMark: Readonly<Record<Mark, TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  code: 'code',
  superscript: 'superscript',
  subscript: 'subscript',
  smallCaps: 'capitalize',
};

/** Runs of text and line breaks: the words themselves. */
export const textFeature: Feature = {
  name: 'text',
  inCards: true,
  inlines: [
    inlineConversion({
      kind: 'text',
      nodeTypes: ['text', 'tab'],
      $toNode(inline) {
        // Set as bits: toggling would drop marks that exclude each other in the toolbar but not in a file.
        const bits = inline.marks.reduce(
          (sum, mark) => sum | (TEXT_TYPE_TO_FORMAT[formatOfMark[mark]] ?? 0),
          0,
        );
        return $createTextNode(inline.text).setFormat(bits);
      },
      $toInline: (node) => ({
        kind: 'text',
        text: node.getTextContent(),
        marks: $isTextNode(node) ? markNames.filter((mark) => node.hasFormat(formatOfMark[mark])) : [],
      }),
    }),
    inlineConversion({
      kind: 'lineBreak',
      nodeTypes: ['linebreak'],
      $toNode: () => $createLineBreakNode(),
      $toInline: () => ({ kind: 'lineBreak' }),
    }),
  ],
};
