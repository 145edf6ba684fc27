import type { PublishedPicture } from '../published';

/** A cut of the lead image that stands beside it in `media/`. Sizes are pixels. */
export interface Crop {
  /** The picture it is cut from. */
  readonly of: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Google Search Central, "Article structured data", `image`: several pictures in the ratios 16x9, 4x3 and 1x1, of at least
 * 50,000 pixels (width times height) each.
 */
const ratios = [
  { name: '16x9', width: 16, height: 9 },
  { name: '4x3', width: 4, height: 3 },
  { name: '1x1', width: 1, height: 1 },
] as const;
const leastPixels = 50_000;

/** CSS pixels of the longer side: sharp on a large preview (which asks for 1200), and no larger than that needs. */
const longestSide = 1600;

/** The ending of a cut by that of its picture; a GIF is a drawing or a film and is not cut. */
const endings: ReadonlyMap<string, string> = new Map([
  ['png', 'png'],
  ['webp', 'webp'],
  ['jpg', 'jpg'],
  ['jpeg', 'jpg'],
  ['avif', 'jpg'],
]);

/**
 * The cuts of a lead image in the ratios that search engines ask for; none where its size is not known or is too small for
 * that ratio, or where the picture has that ratio already. `taken` are names of other files beside the page.
 */
export function cropsOf(picture: PublishedPicture | null, taken: readonly string[]): readonly Crop[] {
  if (!picture || picture.width <= 0 || picture.height <= 0) return [];
  const { file, width, height } = picture;
  const dot = file.lastIndexOf('.');
  const ending = endings.get(file.slice(dot + 1).toLowerCase());
  if (dot <= 0 || ending === undefined) return [];
  return ratios.flatMap((ratio) => {
    const unit = Math.min(width / ratio.width, height / ratio.height);
    const scale = Math.min(1, longestSide / (unit * ratio.width));
    const cut = {
      of: file,
      file: `${file.slice(0, dot)}-${ratio.name}.${ending}`,
      width: Math.round(unit * ratio.width * scale),
      height: Math.round(unit * ratio.height * scale),
    };
    const isWhole = cut.width === width && cut.height === height;
    const fits = cut.width * cut.height >= leastPixels && !isWhole && !taken.includes(cut.file);
    return fits ? [cut] : [];
  });
}

/** A rectangle of a picture, in its pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What of a picture of `width` by `height` a cut shows: its whole width or height; from the middle, or where a tall picture
 * loses height, from a third of the way down, where faces are.
 */
export function cutOut(width: number, height: number, crop: Pick<Crop, 'width' | 'height'>): Rectangle {
  const unit = Math.min(width / crop.width, height / crop.height);
  const [cutWidth, cutHeight] = [crop.width * unit, crop.height * unit];
  return {
    x: Math.round((width - cutWidth) / 2),
    y: Math.round((height - cutHeight) / 3),
    width: Math.round(cutWidth),
    height: Math.round(cutHeight),
  };
}
