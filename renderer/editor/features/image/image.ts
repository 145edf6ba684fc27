import type { Image } from '../../../../shared/article/block';
import { inlines } from '../../../../shared/article/build';
import { inlineText } from '../../../../shared/article/traverse';
import { defineCard } from '../../card';
import { cardField, drawn } from '../../card-field';
import type { Feature, FeatureSetting } from '../../feature';

/** Pictures; `addressOf` tells where the window finds a file of the open article. */
export function imageFeature(addressOf: FeatureSetting['mediaAddress']): Feature {
  const card = defineCard({
    kind: 'image',
    label: (block) => (block.alt ? `Image: ${block.alt}` : 'Image without description'),
    view(block, change) {
      let shown: Image = block;
      const write = (fields: Partial<Image>) => {
        shown = { ...shown, ...fields };
        change(shown);
      };
      const picture = drawn('img', 'image-picture');
      picture.decoding = 'async';
      picture.loading = 'lazy';
      // Dragged by itself it would come back as a file, and a second time.
      picture.draggable = false;
      const alt = cardField(
        'Image description',
        'Describe the image for readers who cannot see it',
        (value) => write({ alt: value }),
        () => true,
      );
      const caption = cardField(
        'Caption',
        'Caption',
        (value) => write({ caption: inlines(value) }),
        () => true,
      );
      const credit = cardField(
        'Credit',
        'Credit',
        (value) => write({ credit: value }),
        () => true,
      );
      const update = (next: Image) => {
        shown = next;
        const address = addressOf(next.file);
        if (picture.src !== address) picture.src = address;
        picture.alt = next.alt;
        alt.show(next.alt);
        caption.show(inlineText(next.caption));
        credit.show(next.credit);
      };
      update(block);
      return {
        element: drawn(
          'figure',
          'image',
          picture,
          drawn('figcaption', '', caption.element, credit.element),
          alt.element,
        ),
        update,
      };
    },
  });
  return {
    name: 'image',
    extensions: [card.extension],
    blocks: [card.conversion],
  };
}
