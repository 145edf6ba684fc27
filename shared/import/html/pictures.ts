import { linkTarget } from '../link-target';
import { decodeBase64, decodePercent } from './data-address';
import { attribute, type Element } from './dom';

/** A picture that came inside the document. The main process stores it and gives the final name. */
export interface Attachment {
  /** The name under which the blocks refer to it until it is stored. */
  readonly file: string;
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

/** Kinds of pictures that cannot run anything. SVG can and is not among them. */
const signatures = {
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/gif': [0x47, 0x49, 0x46, 0x38],
  'image/webp': [0x52, 0x49, 0x46, 0x46],
} as const;
export type PictureType = keyof typeof signatures;

const endings: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** The kind of picture by its first bytes, or null. The kind a document claims is not believed. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  for (const [type, signature] of Object.entries(signatures) as [PictureType, readonly number[]][]) {
    if (!signature.every((byte, at) => bytes[at] === byte)) continue;
    if (type === 'image/webp' && String.fromCharCode(...bytes.slice(8, 12)) !== 'WEBP') continue;
    return type;
  }
  return null;
}

export const pictureFileName = (number: number, type: PictureType): string =>
  `picture-${number}.${endings[type]}`;

/** What an `img` is to us. */
export type Picture =
  /** An emoji drawn as a picture: its text. */
  | { readonly kind: 'text'; readonly text: string }
  /** A spacer or a tracking pixel. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'bytes'; readonly type: PictureType; readonly bytes: Uint8Array }
  | { readonly kind: 'remote'; readonly address: string }
  /** On the disk of the computer it was copied from, or inside the mail. */
  | { readonly kind: 'local' }
  | { readonly kind: 'broken' };

const emojiOnly =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|[\d#*])+$/u;

/** Reads the `img` element; `cleanLinks` as in `linkTarget`. Nothing is fetched. */
export function readPicture(element: Element, cleanLinks: boolean): Picture {
  const alt = attribute(element, 'alt').trim();
  if (
    (emojiOnly.test(alt) && !/^[\d#*]+$/.test(alt)) ||
    attribute(element, 'data-stringify-type') === 'emoji'
  ) {
    return { kind: 'text', text: alt };
  }
  // Google Docs draws the box before an item of a checklist as a picture.
  if (isPixel(element) || attribute(element, 'aria-roledescription') === 'checkbox')
    return { kind: 'nothing' };
  const written = attribute(element, 'src').trim();
  const lazy = ['data-src', 'data-original', 'data-lazy-src'].map((name) => attribute(element, name).trim());
  const isPlaceholder = written === '' || (/^data:/i.test(written) && written.length < 400);
  const source = isPlaceholder
    ? (lazy.find(Boolean) ?? firstOfSet(attribute(element, 'srcset')) ?? written)
    : written;
  if (/^data:/i.test(source)) return readData(source);
  const address = linkTarget(source, cleanLinks);
  if (address !== null && /^https?:/i.test(address)) return { kind: 'remote', address };
  return source === '' ? { kind: 'nothing' } : { kind: 'local' };
}

const firstOfSet = (set: string): string | undefined => /^\s*(\S+)/.exec(set)?.[1]?.replace(/,$/, '');

function isPixel(element: Element): boolean {
  const [width, height] = [attribute(element, 'width'), attribute(element, 'height')];
  return /^[0-2](?:px)?$/.test(width) && /^[0-2](?:px)?$/.test(height);
}

function readData(source: string): Picture {
  const comma = source.indexOf(',');
  if (comma < 0) return { kind: 'broken' };
  const isBase64 = /;\s*base64\s*$/i.test(source.slice(0, comma));
  const bytes = isBase64 ? decodeBase64(source.slice(comma + 1)) : decodePercent(source.slice(comma + 1));
  const type = bytes && pictureType(bytes);
  if (!bytes || !type) return { kind: 'broken' };
  // 1 × 1 pixel: a spacer. A GIF or PNG of that size is under 100 bytes.
  return bytes.length < 100 ? { kind: 'nothing' } : { kind: 'bytes', type, bytes };
}
