import { plainAddress } from '../../../../shared/article/address';
import type { Embed } from '../../../../shared/article/block';
import { cardButton, cardField, drawn } from '../../card-field';
import type { CardHands, CardView, Change } from '../../card-view';
import type { FeatureParts } from '../../feature';
import './embed.css';

/** A link card: what stands behind an address, in words. Nothing of the page there is loaded. @public: loaded late. */
export function embedView(
  typography: FeatureParts['typography'],
  block: Embed,
  change: Change<Embed>,
  hands: CardHands,
): CardView<Embed> {
  let shown = block;
  const write = (fields: Partial<Embed>, place: string) => {
    shown = { ...shown, ...fields };
    change(shown, place);
  };
  const title = cardField({
    name: 'title',
    label: 'Link title',
    placeholder: 'Title of the page',
    grows: true,
    typography,
    change: (value) => write({ title: value }, 'title'),
  });
  const description = cardField({
    name: 'description',
    label: 'Link description',
    placeholder: 'What readers find there',
    grows: true,
    typography,
    change: (value) => write({ description: value }, 'description'),
  });
  const provider = cardField({
    name: 'provider',
    label: 'Site',
    placeholder: 'Site',
    typography,
    change: (value) => write({ provider: value }, 'provider'),
  });
  const url = cardField({
    label: 'Link address',
    placeholder: 'https://',
    refuses: (value) =>
      plainAddress(value) === null
        ? 'An address begins with https:, http:, mailto: or tel:. The card keeps the one it had.'
        : null,
    change: (value) => write({ url: plainAddress(value) ?? shown.url }, 'url'),
  });
  const tools = drawn('div', 'card-tools', cardButton('Remove link card', hands.remove));
  tools.setAttribute('role', 'toolbar');
  tools.setAttribute('aria-label', 'Link card');
  const update = (next: Embed) => {
    shown = next;
    title.show(next.title);
    description.show(next.description);
    provider.show(next.provider);
    url.show(next.url);
  };
  update(block);
  return {
    element: drawn(
      'div',
      'embed',
      tools,
      title.element,
      description.element,
      drawn('div', 'embed-place', provider.element, url.element),
    ),
    update,
  };
}
