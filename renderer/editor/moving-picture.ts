/** Formats of which some pictures move. */
const mayMove: ReadonlySet<string> = new Set(['image/gif', 'image/webp', 'image/png', 'image/avif']);

/**
 * The first frame of the picture at `address` where it moves; null where it stands still or cannot be read. What moves
 * beside the words takes the eye away from them, and readers who asked for less motion get none.
 */
export async function stillOf(address: string): Promise<Blob | null> {
  try {
    const response = await fetch(address);
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !response.body || !mayMove.has(type)) return null;
    const decoder = new ImageDecoder({ data: response.body, type });
    try {
      // A moving picture may be told only by its second frame.
      await decoder.completed;
      if (!decoder.tracks.selectedTrack?.animated) return null;
      const { image } = await decoder.decode({ frameIndex: 0 });
      const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      image.close();
      return await canvas.convertToBlob();
    } finally {
      decoder.close();
    }
  } catch {
    // What cannot be decoded here the browser says itself, at the picture.
    return null;
  }
}
