import type { Embed } from '../../article/block';
import { attribute, type Element } from './dom';

/** Frames that play a video, and the page that shows it. Only the name of the video is taken from the address. */
const players: readonly {
  readonly frame: RegExp;
  readonly page: string;
  readonly provider: string;
}[] = [
  {
    frame:
      /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries|live_stream)([\w-]{6,20})(?:[?#/]|$)/i,
    page: 'https://www.youtube.com/watch?v=',
    provider: 'YouTube',
  },
  {
    frame: /^https?:\/\/player\.vimeo\.com\/video\/(\d{4,15})(?:[?#/]|$)/i,
    page: 'https://vimeo.com/',
    provider: 'Vimeo',
  },
];

/** The link card that stands for a frame with a video; null for every other frame. */
export function videoCard(frame: Element): Embed | null {
  const address = (attribute(frame, 'src') || attribute(frame, 'data-src'))
    .trim()
    .replace(/^\/\//, 'https://');
  for (const { frame: shape, page, provider } of players) {
    const video = shape.exec(address)?.[1];
    if (video === undefined) continue;
    const title = attribute(frame, 'title').replace(/\s+/g, ' ').trim();
    const says = !/^(?:(?:youtube|vimeo)[ -]?)?(?:video )?(?:player|embed(?:ded)?)?(?: video)?$/i.test(title);
    return { kind: 'embed', url: `${page}${video}`, title: says ? title : '', description: '', provider };
  }
  return null;
}
