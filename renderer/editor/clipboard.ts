import { objectKlassEquals } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  createCommand,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  defineExtension,
  type LexicalCommand,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import { $chosenBlocks, $removeBlocks } from './block-selection';
import type { ClipboardSetting } from './clipboard-setting';
import { createCopying } from './copying';
import type { Point } from './drop-point';
import { $keepBound } from './keep-bound';
import { createPasting } from './pasting';

/** Puts pictures on the page: at a point of the window, or at the caret. */
export const INSERT_PICTURES_COMMAND: LexicalCommand<{
  readonly files: readonly File[];
  readonly point: Point | null;
}> = createCommand('INSERT_PICTURES');

/** Copy, cut, paste, drag and drop in terms of the document model: nothing enters or leaves the page by another way. */
export const clipboardExtension = (setting: ClipboardSetting) =>
  defineExtension({
    name: 'standfirst/clipboard',
    register(editor) {
      const { $fill, $copy } = createCopying(editor, setting);
      const { $take, $drop, $takePictures } = createPasting(editor, setting);
      return mergeRegister(
        editor.registerCommand(COPY_COMMAND, $copy, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(
          CUT_COMMAND,
          (event) => {
            if (!$copy(event)) return false;
            $keepBound();
            const selection = $getSelection();
            if ($isRangeSelection(selection)) selection.removeText();
            else $removeBlocks($chosenBlocks() ?? []);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            if (isInField(event)) return true;
            event.preventDefault();
            const data = objectKlassEquals(event, ClipboardEvent) ? event.clipboardData : null;
            if (data) $take(data);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DRAGSTART_COMMAND,
          (event) => {
            if (!isInField(event) && !(event.dataTransfer && $fill(event.dataTransfer)))
              event.preventDefault();
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => isInField(event) || $drop(event),
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(BEFORE_INPUT_COMMAND, keptWhenDraggedAway, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(
          CONTROLLED_TEXT_INSERTION_COMMAND,
          (event) => {
            if (typeof event === 'string' || !event.dataTransfer) return false;
            $take(event.dataTransfer);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          INSERT_PICTURES_COMMAND,
          ({ files, point }) => {
            $takePictures(files, point);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      );
    },
  });

/**
 * Dragged within the page words move; into a field they are copied. The browser would take them out of the page as well, those
 * that no field gets too: desk notes, words off the record, and what the filter of a list makes of a sentence.
 */
function keptWhenDraggedAway(event: InputEvent): boolean {
  if (event.inputType !== 'deleteByDrag') return false;
  event.preventDefault();
  return true;
}

const isInField = (event: Event) =>
  event.target instanceof HTMLElement && event.target.matches('input, textarea');
