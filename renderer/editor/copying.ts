import { copyToClipboard } from '@lexical/clipboard';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { objectKlassEquals } from '@lexical/utils';
import { $getSelection, $isNodeSelection, type LexicalEditor } from 'lexical';
import { $leavingBlocks, $selectedWithTerms } from './clipboard-content';
import { type ClipboardSetting, type Copied, tokenType } from './clipboard-setting';
import { QuotationExtension } from './features/quotation/quotation';

/** How what is selected leaves an editor. Both answer false where nothing is selected. */
export interface Copying {
  /** Writes what is selected into `data`, as other programs may have it. */
  readonly $fill: (data: DataTransfer) => boolean;
  /** Copies what is selected at an event of the clipboard, or at the key itself. */
  readonly $copy: (event: ClipboardEvent | KeyboardEvent | null) => boolean;
}

/** Copying from `editor`. */
export function createCopying(editor: LexicalEditor, { convert, doors, board }: ClipboardSetting): Copying {
  function $fill(data: DataTransfer): boolean {
    const records = getExtensionDependencyFromEditor(editor, QuotationExtension).output.known();
    const selected = $selectedWithTerms(editor, convert, records, doors.sources());
    if (!selected) return false;
    const copied: Copied = { token: crypto.randomUUID(), editor, ...selected };
    board.copied = copied;
    data.clearData();
    data.setData(tokenType, copied.token);
    const leaving = doors.leave($leavingBlocks(copied.content, convert), copied.quotations);
    if (leaving) data.setData('text/html', leaving.html);
    data.setData('text/plain', leaving?.text ?? '');
    return true;
  }

  function $copy(event: ClipboardEvent | KeyboardEvent | null): boolean {
    if (event && !objectKlassEquals(event, ClipboardEvent)) return $copyByKey(event);
    const data = event?.clipboardData;
    if (!data) return false;
    if (!$fill(data) && ($isNodeSelection($getSelection()) || !isShownAsSelected())) return false;
    event.preventDefault();
    return true;
  }

  /**
   * Selected blocks are copied by the key itself, with no event of a clipboard. What was left to Lexical then would be
   * written by Lexical: notes, words off the record and the records of quotations with them.
   */
  function $copyByKey(event: Event): boolean {
    event.preventDefault();
    const data = new DataTransfer();
    if (!$fill(data)) return true;
    const contents = Object.fromEntries(data.types.map((type) => [type, data.getData(type)]));
    void copyToClipboard(editor, null, { ...contents, 'text/plain': data.getData('text/plain') });
    return true;
  }

  return { $fill, $copy };
}

/** Whether the window shows words as selected: left to the browser, they would be copied as they are drawn, comments and all. */
const isShownAsSelected = (): boolean => window.getSelection()?.isCollapsed === false;
