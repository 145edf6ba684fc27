import { breakElement, caretToMiddleParagraph, type Peer, sectionSize } from './peer';

/** The browser's own editing, and nothing else: the least that an editor can cost. */
export function bare(inSections: boolean): Peer {
  let body: HTMLElement;
  return {
    open(place, blocks) {
      body = place;
      body.contentEditable = 'true';
      let parent = body;
      blocks.forEach((block, index) => {
        if (inSections && index % sectionSize === 0) {
          parent = document.createElement('div');
          parent.className = 'section';
          body.append(parent);
        }
        const element = block.kind === 'paragraph' ? document.createElement('p') : breakElement();
        if (block.kind === 'paragraph') element.textContent = block.text;
        parent.append(element);
      });
    },
    caretToMiddle: () => caretToMiddleParagraph(body),
  };
}
