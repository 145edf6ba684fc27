import { COMMAND_PRIORITY_EDITOR, createCommand, defineExtension, type LexicalCommand } from 'lexical';
import { type AdBreak, isAdSlot } from '../../../../shared/article/block';
import { adBreak } from '../../../../shared/article/build';
import { $insertBlock } from '../../block-type';
import { CardExtension, defineCard } from '../../card';
import { cardField, drawn } from '../../card-field';
import type { Feature } from '../../feature';

/** Sets an ad break at the caret. */
export const INSERT_AD_BREAK_COMMAND: LexicalCommand<void> = createCommand('INSERT_AD_BREAK');

const card = defineCard({
  kind: 'adBreak',
  label: () => 'Ad break',
  view(block, change) {
    let shown: AdBreak = block;
    const write = (fields: Partial<AdBreak>) => {
      shown = { ...shown, ...fields, placed: 'hand' };
      change(shown);
    };
    const label = cardField(
      'Ad label',
      'Advertisement',
      (value) => write({ label: value }),
      () => true,
    );
    const slot = cardField('Ad slot', 'Slot by order', (value) => write({ slot: value }), isAdSlot);
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

const AdBreakExtension = defineExtension({
  name: 'standfirst/ad-break',
  dependencies: [CardExtension],
  nodes: () => [card.node],
  register: (editor) =>
    editor.registerCommand(
      INSERT_AD_BREAK_COMMAND,
      () => {
        $insertBlock(card.$create(adBreak()));
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
});

export const adBreakFeature: Feature = {
  name: 'ad-break',
  extensions: [AdBreakExtension],
  blocks: [card.conversion],
  slash: [
    {
      id: 'ad-break',
      title: 'Ad break',
      hint: 'A place for an advertisement',
      keywords: ['advertisement', 'ad', 'slot'],
      run: (editor) => editor.dispatchCommand(INSERT_AD_BREAK_COMMAND, undefined),
    },
  ],
};
