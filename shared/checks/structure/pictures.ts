import type { Article } from '../../article/article';
import type { ImageContent } from '../../article/block';
import { inlineText } from '../../article/traverse';
import type { ArticleCheck, CheckMoment } from '../check';
import type { Draft, Place } from '../finding';

/** The file names of the pictures of an article, each once. */
export const pictureFiles = (article: Pick<Article, 'leadImage' | 'body'>): readonly string[] => [
  ...new Set(placedPictures(article).map(({ picture }) => picture.file)),
];

interface PlacedPicture {
  readonly picture: ImageContent;
  readonly place: Place;
  /** What a writer knows it by: its caption, else its description, else its number. */
  readonly name: string;
}

/** The lead picture and those of the body, in the order of the page. */
function placedPictures({ leadImage, body }: Pick<Article, 'leadImage' | 'body'>): readonly PlacedPicture[] {
  const placed: PlacedPicture[] = [];
  if (leadImage) {
    const place = { kind: 'article', part: 'leadImage', id: '' } as const;
    placed.push({ picture: leadImage, place, name: nameOf(leadImage, 'Lead picture') });
  }
  let count = 0;
  body.forEach((block, index) => {
    if (block.kind !== 'image') return;
    count += 1;
    const name = nameOf(block, `Picture ${count}`);
    placed.push({ picture: block, place: { kind: 'block', block: index }, name });
  });
  return placed;
}

const nameOf = ({ caption, alt }: ImageContent, number: string): string => {
  const words = (inlineText(caption).trim() || alt.trim() || number).replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
};

function pictureCheck(
  code: string,
  title: string,
  wrong: (picture: ImageContent, moment: CheckMoment) => string | null,
): ArticleCheck {
  return {
    scope: 'article',
    code,
    severity: 'warning',
    title,
    create:
      () =>
      ({ article }, moment) =>
        placedPictures(article).flatMap(({ picture, place, name }): Draft[] => {
          const reason = wrong(picture, moment);
          // Numbers and captions change while the picture is the same: a decision about it is kept by its file.
          return reason === null ? [] : [{ place, excerpt: name, keptBy: picture.file, reason, fix: null }];
        }),
  };
}

/** Pictures that a reader who cannot see them knows nothing of. */
export const imageAltMissing = pictureCheck('image-alt-missing', 'Descriptions of images', ({ alt }) =>
  alt.trim() === '' ? 'The image has no description for readers who cannot see it.' : null,
);

export const imageCreditMissing = pictureCheck('image-credit-missing', 'Credits of images', ({ credit }) =>
  credit.trim() === '' ? 'The image has no credit. Who made it, and may we use it?' : null,
);

/** Pictures without their file: readers would see an empty place, and exports with pictures refuse. */
export const imageFileMissing = pictureCheck(
  'image-file-missing',
  'Files of images',
  ({ file }, { missingPictures }) =>
    missingPictures?.has(file)
      ? `The file of this image is missing: put “${file}” back into the article’s media folder, or take the image out and insert it again.`
      : null,
);
