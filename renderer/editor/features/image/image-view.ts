import type { Image } from '../../../../shared/article/block';
import type { CardHands, CardView, Change } from '../../card-view';
import { asTyped } from '../../edit-in-place';
import type { FeatureParts } from '../../feature';
import { pictureView } from '../../picture-view';

/** A picture in the body. @public: loaded late. */
export function imageView(
  parts: FeatureParts,
  block: Image,
  change: Change<Image>,
  hands: CardHands,
): CardView<Image> {
  let shown = block;
  const { pictures } = parts;
  const view = pictureView(
    parts,
    block,
    (fields, place) => {
      shown = { ...shown, ...fields };
      change(shown, place);
    },
    {
      choose: pictures.choose,
      move: {
        label: 'Make lead image',
        run() {
          const { kind: _, ...content } = shown;
          parts.asOneStep(() => {
            const former = pictures.makeLead(content);
            // Two pictures change places: neither is lost.
            if (former) asTyped(() => change({ kind: 'image', ...former }, 'lead'));
            else hands.remove();
          });
        },
      },
      remove: hands.remove,
      escape: hands.select,
      enter: hands.writeBelow,
    },
  );
  return {
    element: view.element,
    update(next) {
      shown = next;
      view.update(next);
    },
  };
}
