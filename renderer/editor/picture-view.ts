import type { ImageContent } from '../../shared/article/block';
import { wordsOfNewer } from '../../shared/article/newer';
import type { KeptPicture } from '../../shared/article/picture-file';
import { leftUnread } from '../../shared/base/codec';
import { cardButton, cardField, drawn } from './card-field';
import type { Way } from './card-text';
import type { FeatureParts } from './feature';
import { stillOf } from './moving-picture';
import { inlinesOf, lineOf, makeText } from './text-place';
import './picture-view.css';

/** What can be done with a picture, beside writing about it. */
export interface PictureActs {
  /** Lets the writer choose another picture; null where there is none. */
  readonly choose: () => Promise<KeptPicture | null>;
  /** A picture of the body becomes the lead, a lead goes into the body. */
  readonly move: { readonly label: string; run(picture: ImageContent): void };
  /** Null where the picture is not taken away here. */
  readonly remove: (() => void) | null;
  /** Escape in a field. */
  readonly escape: () => void;
  /** Enter in the caption. */
  readonly enter: () => void;
}

export interface PictureView {
  readonly element: HTMLElement;
  update(picture: ImageContent): void;
}

/**
 * A picture with caption, credit and description, all written in place. `write` takes changed fields and the name of
 * the place they were changed at.
 */
export function pictureView(
  { texts, mediaAddress, typography }: Pick<FeatureParts, 'texts' | 'mediaAddress' | 'typography'>,
  picture: ImageContent,
  write: (fields: Partial<ImageContent>, place: string) => void,
  acts: PictureActs,
): PictureView {
  let shown = picture;
  const image = drawn('img', 'picture-image');
  image.decoding = 'async';
  image.loading = 'lazy';
  // Dragged by itself it would come back as a file, and a second time.
  image.draggable = false;
  // Moving pictures stand still until they are asked to play.
  let address = '';
  let still: string | null = null;
  const play = cardButton('', () => setPlaying(play.getAttribute('aria-pressed') !== 'true'));
  play.classList.add('picture-play');
  play.hidden = true;
  const setPlaying = (playing: boolean) => {
    play.setAttribute('aria-pressed', String(playing));
    play.textContent = playing ? '❚❚ Stop' : '▶ Play';
    play.setAttribute('aria-label', playing ? 'Stop moving picture' : 'Play moving picture');
    image.src = playing || still === null ? address : still;
  };
  const show = async (next: string) => {
    address = next;
    if (still !== null) URL.revokeObjectURL(still);
    still = null;
    play.hidden = true;
    const blob = isPhotograph(next) ? null : await stillOf(next);
    if (address !== next) return;
    still = blob && URL.createObjectURL(blob);
    play.hidden = still === null;
    setPlaying(false);
  };
  const missing = drawn('p', 'picture-missing');
  missing.hidden = true;
  image.addEventListener('error', () => {
    image.hidden = true;
    missing.hidden = false;
    missing.textContent = `“${shown.file}” is not in the article’s media folder, or cannot be shown. Choose it again, or put the file back.`;
  });
  image.addEventListener('load', () => {
    image.hidden = false;
    missing.hidden = true;
  });

  const caption = makeText(texts, {
    label: 'Caption',
    placeholder: 'Caption',
    holds: 'line',
    write: (prose) => write({ caption: inlinesOf(prose) }, 'caption'),
    enter: acts.enter,
    escape: acts.escape,
    leave: (way: Way) => (way === 'up' ? acts.escape : way === 'down' ? () => credit.element.focus() : null),
  });
  // Words typed over what nobody here can read would take its place in the file.
  const newer = drawn('p', 'picture-newer');
  const credit = cardField({
    label: 'Credit',
    name: 'credit',
    placeholder: 'Credit',
    grows: true,
    typography,
    change: (value) => write({ credit: value }, 'credit'),
  });
  const alt = cardField({
    name: 'alt',
    label: 'Image description',
    placeholder: 'Describe the picture for readers who cannot see it',
    grows: true,
    typography,
    change: (value) => {
      prompt.toggleAttribute('data-empty', value.trim() === '');
      write({ alt: value }, 'alt');
    },
  });
  const prompt = drawn('div', 'picture-alt', drawn('span', 'picture-alt-mark', 'Alt'), alt.element);

  const replace = async () => {
    const chosen = await acts.choose();
    if (chosen) write(chosen, 'file');
  };
  const tools = drawn(
    'div',
    'card-tools',
    cardButton('Replace picture…', () => void replace()),
    cardButton(acts.move.label, () => acts.move.run(shown)),
    ...(acts.remove ? [cardButton('Remove picture', acts.remove)] : []),
  );
  tools.setAttribute('role', 'toolbar');
  tools.setAttribute('aria-label', 'Picture');

  function update(next: ImageContent): void {
    shown = next;
    const wanted = mediaAddress(next.file);
    if (wanted !== address) void show(wanted);
    image.alt = next.alt;
    // Its place is there before the picture is, so that nothing jumps.
    if (next.width > 0 && next.height > 0) {
      image.width = next.width;
      image.height = next.height;
    } else {
      image.removeAttribute('width');
      image.removeAttribute('height');
    }
    alt.show(next.alt);
    prompt.toggleAttribute('data-empty', next.alt.trim() === '');
    caption.show(lineOf(next.caption));
    const unread = leftUnread(next, 'caption');
    caption.element.hidden = unread !== undefined;
    newer.hidden = unread === undefined;
    newer.textContent = unread === undefined ? '' : `${wordsOfNewer(unread)} (${ofNewerVersion})`;
    credit.show(next.credit);
  }

  update(picture);
  return {
    element: drawn(
      'figure',
      'picture',
      tools,
      drawn('div', 'picture-frame', image, play),
      missing,
      drawn('figcaption', 'picture-words', caption.element, newer, credit.element),
      prompt,
    ),
    update,
  };
}

const ofNewerVersion =
  'made by a newer version of Standfirst: the caption is kept as it is, and the picture is not exported';

/** A photograph of this format never moves: it need not be looked into. */
const isPhotograph = (address: string): boolean => /\.jpe?g$/i.test(address);
