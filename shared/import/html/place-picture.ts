import { isMediaFileName } from '../../article/address';
import type { Block } from '../../article/block';
import { removeInvisible } from '../../article/characters';
import { attribute, type Element } from './dom';
import type { Flow } from './flow';
import { pictureNote } from './picture-note';
import { pictureFileName, readPicture } from './pictures';
import type { Reading } from './reading';
import type { TextStyle } from './style';

/**
 * Sets a picture into the flow. A picture that came inside the document becomes an image block and an attachment. One
 * on the web is never fetched: a desk note, which is never published, holds its address; so does one that stayed
 * on another disk, without the path, which would name a person's folders.
 */
export function placePicture(element: Element, style: TextStyle, flow: Flow, reading: Reading): void {
  const { attachments, findings, options } = reading;
  const picture = readPicture(element, options.cleanLinks);
  const alt = removeInvisible(attribute(element, 'alt').replace(/\s+/g, ' ').trim());
  const place = (block: Block): void => (isIcon(element) ? flow.addAfterWords(block) : flow.addBlock(block));
  switch (picture.kind) {
    case 'nothing':
      return;
    case 'text':
      flow.run.addExact(picture.text, style);
      return;
    case 'bytes': {
      const file = pictureFileName(attachments.length + 1, picture.type);
      attachments.push({ file, type: picture.type, bytes: picture.bytes });
      place(imageBlock(file, alt, element));
      return;
    }
    case 'remote':
      findings.add('remote-image', picture.address);
      place(pictureNote(options.ids(), alt, picture.address));
      return;
    case 'local': {
      const file = options.localPicture(attribute(element, 'src'));
      if (file !== null && isMediaFileName(file)) {
        place(imageBlock(file, alt, element));
        return;
      }
      findings.add('local-image', alt);
      place(pictureNote(options.ids(), alt, null));
      return;
    }
    case 'broken':
      findings.add('broken-image', alt);
      place(pictureNote(options.ids(), alt, null));
      return;
  }
}

function imageBlock(file: string, alt: string, element: Element): Block {
  const [width, height] = [pixels(element, 'width'), pixels(element, 'height')];
  return { kind: 'image', file, alt, caption: [], credit: '', width, height };
}

/** A sign inside a line of words, such as a flag or an emoji of a site's own, and no picture of its own line. */
function isIcon(element: Element): boolean {
  const sides = [pixels(element, 'width'), pixels(element, 'height')].filter((side) => side > 0);
  return sides.length > 0 && sides.every((side) => side <= largestIcon);
}

/** In CSS pixels. */
const largestIcon = 40;

function pixels(element: Element, name: string): number {
  const size = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(attribute(element, name))?.[1];
  return size === undefined ? 0 : Number(size);
}
