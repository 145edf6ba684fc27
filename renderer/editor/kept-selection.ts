import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  defineExtension,
  mergeRegister,
  type PointType,
} from 'lexical';
import { $holdsBlocks } from './blocks';
import { paint, textIn, unpaint } from './highlight';
import { placeOfBlock } from './sections/page-slot';

/**
 * Shows what is selected while the keyboard is in a dialog or a pane, where the browser shows its own selection no
 * more.
 */
export const KeptSelectionExtension = defineExtension({
  name: 'standfirst/kept-selection',
  register(editor) {
    const placeOf = (point: PointType): { readonly element: Node; readonly offset: number } | null => {
      const node = point.getNode();
      const element = editor.getElementByKey(node.getKey());
      const body = editor.getRootElement();
      if (!$isElementNode(node)) {
        const text = textIn(editor, node.getKey());
        return text && { element: text, offset: Math.min(point.offset, text.length) };
      }
      if (body && $holdsBlocks(node)) return placeOfBlock(body, point.offset);
      return element && { element, offset: Math.min(point.offset, element.childNodes.length) };
    };
    const show = () => {
      const body = editor.getRootElement();
      if (!body || body.contains(document.activeElement)) {
        unpaint('kept-selection');
        return;
      }
      const range = editor.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
        const [start, end] = selection.isBackward()
          ? [selection.focus, selection.anchor]
          : [selection.anchor, selection.focus];
        const [from, to] = [placeOf(start), placeOf(end)];
        if (!from || !to) return null;
        const made = document.createRange();
        made.setStart(from.element, from.offset);
        made.setEnd(to.element, to.offset);
        return made;
      });
      paint('kept-selection', range ? [range] : [], 'stay');
    };
    return mergeRegister(
      editor.registerUpdateListener(() => {
        const body = editor.getRootElement();
        if (body && body !== document.activeElement) show();
      }),
      editor.registerRootListener((root) => {
        for (const name of ['focus', 'blur'] as const) root?.addEventListener(name, show);
        return () => {
          for (const name of ['focus', 'blur'] as const) root?.removeEventListener(name, show);
          unpaint('kept-selection');
        };
      }),
    );
  },
});
