import type { AdTarget } from '../article/desk-settings';
import { assertNever } from '../base/assert-never';
import { attributes, escapeText } from './html-text';
import type { PublishedAdBreak } from './published';

/** How one ad break is to be printed. */
export interface AdPrint {
  readonly target: AdTarget;
  /** The name that assistive technology reads; different for each break of a page. */
  readonly name: string;
}

/**
 * An ad break as HTML, or '' for the target "none". It is an `aside` with a name, a landmark that assistive
 * technology skips, and never part of the article's text. Label and continuation line are elements of their own.
 *
 * - neutral: `data-ad-slot` and `data-ad-size` on the aside, for the site's own script.
 * - gpt: the `div` has the id that `googletag.defineSlot(path, size, id)` and `googletag.display(id)` are given.
 * - amp: an `amp-ad` element of type "doubleclick".
 */
export function adBreakHtml(ad: PublishedAdBreak, print: AdPrint): string {
  if (print.target === 'none') return '';
  const neutral = print.target === 'neutral';
  const aside = attributes({
    'aria-label': print.name,
    'data-ad-slot': neutral && ad.slot,
    'data-ad-size': neutral && `${ad.width}x${ad.height}`,
    'data-kind': !neutral && 'ad-break',
  });
  return [
    `<aside${aside}>`,
    ...(ad.label.trim() === '' ? [] : [`<p data-ad-text="label">${escapeText(ad.label)}</p>`]),
    ...adPlace(ad, print.target),
    ...(ad.continuation.trim() === ''
      ? []
      : [`<p data-ad-text="continuation">${escapeText(ad.continuation)}</p>`]),
    '</aside>',
  ].join('\n');
}

function adPlace(ad: PublishedAdBreak, target: Exclude<AdTarget, 'none'>): readonly string[] {
  switch (target) {
    case 'neutral':
      return [];
    case 'gpt':
      return [
        `<div${attributes({
          id: `gpt-ad-${ad.number}`,
          'data-ad-unit': ad.slot,
          'data-ad-sizes': `[[${ad.width},${ad.height}]]`,
        })}></div>`,
      ];
    case 'amp':
      return [
        `<amp-ad${attributes({
          width: ad.width,
          height: ad.height,
          type: 'doubleclick',
          'data-slot': ad.slot,
        })}></amp-ad>`,
      ];
    default:
      return assertNever(target);
  }
}
