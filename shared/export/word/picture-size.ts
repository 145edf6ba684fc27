/** A picture that Word can show: its kind and its size in pixels. */
export interface PictureInfo {
  readonly ending: 'png' | 'jpeg' | 'gif';
  readonly width: number;
  readonly height: number;
}

/**
 * Reads kind and size from the first bytes of a PNG (section 11.2.1), GIF (section 18) or JPEG (frame header), or
 * answers null: Word shows nothing else, and a picture without size cannot be placed.
 */
export function pictureInfo(bytes: Uint8Array): PictureInfo | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const info = png(view) ?? gif(view) ?? jpeg(view);
  return info && info.width > 0 && info.height > 0 ? info : null;
}

function png(view: DataView): PictureInfo | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452)
    return null;
  return { ending: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): PictureInfo | null {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return null;
  return { ending: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function jpeg(view: DataView): PictureInfo | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    // A frame header; C4, C8 and CC are tables.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { ending: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    // Fill bytes stand alone, every other segment tells its length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
