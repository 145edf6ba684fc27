/** A paragraph of words, or a place for an advertisement. */
export type PeerBlock = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'break' };

/** Another editor, as its own documentation says to set it up. */
export interface Peer {
  /** Builds the editor with `blocks` in `place`. */
  open(place: HTMLElement, blocks: readonly PeerBlock[]): void;
  /** Puts the caret at the end of the paragraph in the middle of the text and brings it into view. */
  caretToMiddle(): void;
}

/** Puts the browser's own caret at the end of the middle one of the paragraphs in `body`. */
export function caretToMiddleParagraph(body: HTMLElement): void {
  const paragraphs = body.querySelectorAll('p');
  const middle = paragraphs[Math.floor(paragraphs.length / 2)];
  if (!middle) throw new Error('The text has no paragraph.');
  middle.scrollIntoView({ block: 'center' });
  body.focus({ preventScroll: true });
  const selection = getSelection();
  selection?.selectAllChildren(middle);
  selection?.collapseToEnd();
}

/** The element of a place for an advertisement: a plain line, or what the page has as its pattern of one. */
export function breakElement(): HTMLElement {
  const pattern = document.querySelector<HTMLTemplateElement>('#break')?.content.firstElementChild;
  return pattern instanceof HTMLElement
    ? (pattern.cloneNode(true) as HTMLElement)
    : document.createElement('hr');
}

/** How many blocks stand in one section. */
export const sectionSize = 50;
