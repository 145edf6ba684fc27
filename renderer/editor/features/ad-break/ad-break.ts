import {
  $addUpdateTag,
  $createParagraphNode,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_LOW,
  createCommand,
  defineExtension,
  HISTORY_PUSH_TAG,
  KEY_ENTER_COMMAND,
  type LexicalCommand,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { type AdBreak, isAdSlot } from '../../../../shared/article/block';
import { adBreak } from '../../../../shared/article/build';
import { $blockOf, $insertBlockAfter } from '../../blocks';
import { defineCard } from '../../card';
import { cardField, drawn } from '../../card-field';
import type { Feature, FeatureParts } from '../../feature';
import { $insertBlock } from '../../insert-block';

/** Sets an ad break at the caret. */
export const INSERT_AD_BREAK_COMMAND: LexicalCommand<void> = createCommand('INSERT_AD_BREAK');

const adBreakCard = (typography: FeatureParts['typography']) =>
  defineCard({
    kind: 'adBreak',
    label: () => 'Ad break',
    view(block, change) {
      let shown: AdBreak = block;
      const write = (fields: Partial<AdBreak>, place: string) => {
        shown = { ...shown, ...fields, placed: 'hand' };
        change(shown, place);
      };
      const label = cardField({
        label: 'Ad label',
        placeholder: 'Advertisement',
        typography,
        change: (value) => write({ label: value }, 'label'),
      });
      const slot = cardField({
        label: 'Ad slot',
        placeholder: 'Slot by order',
        refuses: (value) => (isAdSlot(value) ? null : 'Letters, digits, . _ - and / only'),
        change: (value) => write({ slot: value }, 'slot'),
      });
      const update = (next: AdBreak) => {
        shown = next;
        label.show(next.label);
        slot.show(next.slot);
        size.textContent = next.size;
        size.hidden = next.size === '';
      };
      const size = drawn('span', 'ad-break-size');
      const element = drawn(
        'div',
        'ad-break-line',
        label.element,
        drawn('span', 'ad-break-slot', slot.element, size),
      );
      update(block);
      return { element, update };
    },
  });

/** Enter behind a line that only marks an advertisement makes it a break; one undo gives the words back. */
function $turnAdLineIntoBreak(isAdLine: (text: string) => boolean, $adBreak: () => LexicalNode): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const paragraph = $blockOf(selection.anchor.getNode());
  if (!$isParagraphNode(paragraph) || !isAdLine(paragraph.getTextContent())) return false;
  const next = $createParagraphNode();
  $insertBlockAfter(paragraph.replace($adBreak()), next);
  next.select();
  return true;
}

const adBreakExtension = (card: ReturnType<typeof adBreakCard>, isAdLine: (text: string) => boolean) =>
  defineExtension({
    name: 'standfirst/ad-break',
    dependencies: [card.extension],
    register: (editor) =>
      mergeRegister(
        editor.registerCommand(
          INSERT_AD_BREAK_COMMAND,
          () => {
            $insertBlock(card.$create(adBreak()));
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => {
            if (!$turnAdLineIntoBreak(isAdLine, () => card.$create(adBreak()))) return false;
            $addUpdateTag(HISTORY_PUSH_TAG);
            event?.preventDefault();
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
  });

/** Ad breaks; `isAdLine` tells lines that stand for one. */
export function adBreakFeature({ isAdLine, typography }: FeatureParts): Feature {
  const card = adBreakCard(typography);
  return {
    name: 'ad-break',
    extensions: [adBreakExtension(card, isAdLine)],
    blocks: [card.conversion],
    slash: [
      {
        id: 'ad-break',
        title: 'Ad break',
        hint: 'A place for an advertisement',
        keywords: ['advertisement', 'advert', 'ads', 'commercial', 'banner', 'slot'],
        run: (editor) => editor.dispatchCommand(INSERT_AD_BREAK_COMMAND, undefined),
      },
    ],
  };
}
