import { nativeImage } from 'electron';
import type { PictureFile } from '../../shared/article/picture-file';

/** Quality of a small JPEG, of 100. */
const quality = 82;

/**
 * A JPEG or PNG with at most `most` pixels on either side, upright: the system's decoder leaves a photograph lying as
 * the camera held it, so it is turned here. Null where it cannot be read.
 */
export function resizePicture(
  bytes: Uint8Array,
  { kind, orientation }: PictureFile,
  most: number,
): { readonly bytes: Uint8Array; readonly type: string } | null {
  const whole = nativeImage.createFromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (whole.isEmpty()) return null;
  const { width, height } = whole.getSize();
  const scale = Math.min(1, most / Math.max(width, height));
  const small = whole.resize({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    quality: 'good',
  });
  const upright = orientation === 1 ? small : turned(small, orientation);
  return kind === 'png'
    ? { bytes: upright.toPNG(), type: 'image/png' }
    : { bytes: upright.toJPEG(quality), type: 'image/jpeg' };
}

/** The picture turned and mirrored as Exif's orientation (2 to 8) asks. */
function turned(image: Electron.NativeImage, orientation: number): Electron.NativeImage {
  const { width, height } = image.getSize();
  const from = new Uint32Array(new Uint8Array(image.toBitmap()).buffer);
  const swaps = orientation >= 5;
  const [newWidth, newHeight] = swaps ? [height, width] : [width, height];
  const to = new Uint32Array(from.length);
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const [a, b] = swaps ? [y, x] : [x, y];
      const sourceX = [2, 3, 7, 8].includes(orientation) ? width - 1 - a : a;
      const sourceY = [3, 4, 6, 7].includes(orientation) ? height - 1 - b : b;
      to[y * newWidth + x] = from[sourceY * width + sourceX] ?? 0;
    }
  }
  return nativeImage.createFromBitmap(Buffer.from(to.buffer), { width: newWidth, height: newHeight });
}
