import type { Block } from '../../shared/article/block';
import type { CardHands, CardView, Change } from './card-view';

type Draw<Shown extends Block> = (block: Shown, change: Change<Shown>, hands: CardHands) => CardView<Shown>;

/** What is being fetched, so that a new card's first field can be waited for. */
const fetching = new Set<Promise<unknown>>();

/** Resolves when every card that was drawn can be written in. */
export const viewsReady = async (): Promise<void> => void (await Promise.all(fetching));

/**
 * A view whose code is fetched with the first card that needs it: the first keystroke does not wait for tables and
 * pictures. Until then the card is an empty place.
 */
export function viewLater<Shown extends Block>(load: () => Promise<Draw<Shown>>): Draw<Shown> {
  let draw: Draw<Shown> | null = null;
  return (block, change, hands) => {
    if (draw) return draw(block, change, hands);
    const element = document.createElement('div');
    element.className = 'card-later';
    let latest = block;
    let view: CardView<Shown> | null = null;
    const fetched = load().then((loaded) => {
      draw = loaded;
      view = loaded(latest, change, hands);
      element.replaceChildren(view.element);
      fetching.delete(fetched);
    });
    fetching.add(fetched);
    return {
      element,
      update(next) {
        latest = next;
        view?.update(next);
      },
    };
  };
}
