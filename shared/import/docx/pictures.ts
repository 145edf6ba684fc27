import type { Block } from '../../article/block';
import { removeInvisible } from '../../article/characters';
import type { Flow } from '../html/flow';
import { pictureNote } from '../html/picture-note';
import { type Attachment, pictureFileName, pictureType } from '../html/pictures';
import { linkTarget } from '../link-target';
import type { FindingCounter } from '../report';
import { findBelow, type XmlElement } from './xml';

interface PicturePlace {
  readonly findings: FindingCounter;
  readonly attachments: Attachment[];
  readonly ids: () => string;
  readonly cleanLinks: boolean;
  /** The address of a relationship outside the file. */
  external(id: string): string | null;
  /** The bytes of a relationship inside the file. */
  bytes(id: string): Uint8Array | null;
}

/** EMU, the unit of Office drawings, in a CSS pixel. */
const emuPerPixel = 9525;

/** Sets the picture of a drawing into the flow; one that is linked and not inside the file is never fetched. */
export function placeDocxPicture(drawing: XmlElement, flow: Flow, place: PicturePlace): void {
  const blip = findBelow(drawing, 'blip') ?? findBelow(drawing, 'imagedata');
  if (!blip) return;
  const alt = alternativeText(drawing);
  const inside = blip.attributes['r:embed'] ?? blip.attributes['r:id'];
  const bytes = inside === undefined ? null : place.bytes(inside);
  const type = bytes ? pictureType(bytes) : null;
  if (bytes && type) {
    const file = pictureFileName(place.attachments.length + 1, type);
    place.attachments.push({ file, type, bytes });
    const [width, height] = sizeOf(drawing);
    const block: Block = { kind: 'image', file, alt, caption: [], credit: '', width, height };
    flow.addBlock(block);
    return;
  }
  const written = place.external(blip.attributes['r:link'] ?? inside ?? '');
  const address = written === null ? null : linkTarget(written, place.cleanLinks);
  const isRemote = address !== null && /^https?:/i.test(address);
  place.findings.add(
    isRemote ? 'remote-image' : bytes ? 'broken-image' : 'local-image',
    isRemote ? address : alt,
  );
  flow.addBlock(pictureNote(place.ids(), alt, isRemote ? address : null));
}

function alternativeText(drawing: XmlElement): string {
  const properties = findBelow(drawing, 'docPr');
  const shape = findBelow(drawing, 'shape');
  const written = properties?.attributes.descr ?? shape?.attributes.alt ?? '';
  return removeInvisible(written.replace(/\s+/g, ' ').trim());
}

function sizeOf(drawing: XmlElement): readonly [number, number] {
  const extent = findBelow(drawing, 'extent');
  const pixels = (name: string): number => {
    const size = Math.round(Number(extent?.attributes[name] ?? 0) / emuPerPixel);
    return size >= 0 && size <= 100_000 ? size : 0;
  };
  return [pixels('cx'), pixels('cy')];
}
