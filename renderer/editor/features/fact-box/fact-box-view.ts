import type { FactBox } from '../../../../shared/article/block';
import { cardField, drawn } from '../../card-field';
import type { CardHands, CardView, Change } from '../../card-view';
import type { FeatureParts } from '../../feature';
import { makeText } from '../../text-place';
import './fact-box.css';

/** A title, and paragraphs and lists below it, written in place. @public: loaded late. */
export function factBoxView(
  { texts, typography }: FeatureParts,
  block: FactBox,
  change: Change<FactBox>,
  hands: CardHands,
): CardView<FactBox> {
  let shown: FactBox = block;
  const write = (fields: Partial<FactBox>, place: string) => {
    shown = { ...shown, ...fields };
    change(shown, place);
  };
  const title = cardField({
    name: 'title',
    label: 'Fact box title',
    placeholder: 'Title of the box',
    grows: true,
    typography,
    change: (value) => write({ title: value }, 'title'),
  });
  const body = makeText(texts, {
    label: 'Fact box text',
    placeholder: 'What readers need to know',
    holds: 'blocks',
    write: (prose) => write({ body: prose }, 'body'),
    enter: hands.writeBelow,
    escape: hands.select,
    leave: (way) => {
      if (way === 'up') return () => title.element.focus();
      return way === 'down' ? hands.writeBelow : null;
    },
  });
  // From the title the text is one step on, not below the box.
  title.element.addEventListener('card-enter', (event) => {
    event.stopPropagation();
    body.focus('start');
  });
  const update = (next: FactBox) => {
    shown = next;
    title.show(next.title);
    body.show(next.body);
  };
  update(block);
  return { element: drawn('div', 'fact-box', title.element, body.element), update };
}
