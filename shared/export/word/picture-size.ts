import { readPictureFile } from '../../article/picture-file';

/** A picture that Word can show: its kind and its size in pixels as it lies in the file. */
export interface PictureInfo {
  readonly ending: 'png' | 'jpeg' | 'gif';
  readonly width: number;
  readonly height: number;
}

/** What Word needs to know of a picture, or null: it shows nothing else, and a picture without size cannot be placed. */
export function pictureInfo(bytes: Uint8Array): PictureInfo | null {
  const picture = readPictureFile(bytes);
  if (!picture || picture.width === 0 || picture.height === 0) return null;
  const { kind, width, height, orientation } = picture;
  if (kind !== 'png' && kind !== 'jpeg' && kind !== 'gif') return null;
  return orientation >= 5 ? { ending: kind, width: height, height: width } : { ending: kind, width, height };
}
