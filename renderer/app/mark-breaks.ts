import type { LexicalEditor } from 'lexical';
import type { Finding } from '../../shared/checks/finding';
import { $blockAt } from '../editor/blocks';

/** The element of the block at `index` of the body. Lexical puts helpers of its own between the blocks. */
export const blockElement = (editor: LexicalEditor, index: number): HTMLElement | null =>
  editor.read(() => {
    const node = $blockAt(index);
    return node ? editor.getElementByKey(node.getKey()) : null;
  });

/** Shows on each ad break of the page what the checks say of it first. */
export function markBreaks(editor: LexicalEditor, findings: readonly Finding[]): void {
  for (const marked of editor.getRootElement()?.querySelectorAll<HTMLElement>('[data-finding]') ?? []) {
    delete marked.dataset.finding;
  }
  for (const { code, place, reason, ignored } of findings) {
    if (code !== 'ad-break' || place.kind !== 'block' || ignored !== null) continue;
    const element = blockElement(editor, place.block);
    if (element && element.dataset.finding === undefined) element.dataset.finding = reason;
  }
}
