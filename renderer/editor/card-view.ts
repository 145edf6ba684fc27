import type { Block } from '../../shared/article/block';

/** What a card shows, and how it follows the block. */
export interface CardView<Shown extends Block> {
  readonly element: HTMLElement;
  update(block: Shown): void;
}

/** What a card may do to the page around it. */
export interface CardHands {
  /** Makes the card the selected block, and gives the keyboard to the page. */
  readonly select: () => void;
  /** Goes on writing below the card. */
  readonly writeBelow: () => void;
  /** Takes the card off the page; the keyboard goes on in the text behind. */
  readonly remove: () => void;
}

/** Writes an edited block into the document. Changes of the same `place` in quick succession are one undo. */
export type Change<Shown extends Block> = (next: Shown, place: string) => void;
