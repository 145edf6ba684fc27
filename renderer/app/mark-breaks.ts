import type { LexicalEditor } from 'lexical';
import type { Finding } from '../../shared/checks/finding';
import { $articleBlocks, $blockAt } from '../editor/blocks';

/** The element of the block at `index` of the body. Lexical puts helpers of its own between the blocks. */
export const blockElement = (editor: LexicalEditor, index: number): HTMLElement | null =>
  editor.read(() => {
    const node = $blockAt(index);
    return node ? editor.getElementByKey(node.getKey()) : null;
  });

/**
 * Answers a function that shows on each ad break of the page what the checks say of it first. Breaks of which they say
 * the same stay untouched.
 */
export function createBreakMarks(editor: LexicalEditor): (findings: readonly Finding[]) => void {
  let marked: ReadonlyMap<HTMLElement, string> = new Map();
  return (findings) => {
    const reasons = new Map<HTMLElement, string>();
    const open = findings.filter(({ code, ignored }) => code === 'ad-break' && ignored === null);
    // One walk for all: to ask for every block by its index is a walk for each.
    const keys = open.length === 0 ? [] : editor.read(() => $articleBlocks().map((block) => block.getKey()));
    for (const { place, reason } of open) {
      const key = place.kind === 'block' ? keys[place.block] : undefined;
      const element = key === undefined ? null : editor.getElementByKey(key);
      if (element && !reasons.has(element)) reasons.set(element, reason);
    }
    for (const element of marked.keys()) if (!reasons.has(element)) delete element.dataset.finding;
    for (const [element, reason] of reasons) {
      if (marked.get(element) !== reason) element.dataset.finding = reason;
    }
    marked = reasons;
  };
}
