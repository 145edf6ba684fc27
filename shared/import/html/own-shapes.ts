import { type Block, isAdSize, isAdSlot } from '../../article/block';
import { factBoxPassages } from './containers';
import { attribute, descendants, type Element, hasAttribute, isElement, textContent } from './dom';
import { collapsed } from './figures';
import type { LineKind } from './flow';
import { asRun, joinRuns } from './joining';
import type { Passage, Region } from './passage';
import type { Reading } from './reading';

/** An element that our own export writes (`data-kind`, `data-ad-slot`) and how it is read back. */
export type OwnShape =
  | { readonly kind: 'whole'; passages(region: Region): readonly Passage[] }
  | {
      readonly kind: 'flow';
      /** A part that the export added and that is no text of the article. */
      readonly added: Element | null;
      close(content: readonly Passage[]): readonly Passage[];
    }
  | { readonly kind: 'line'; readonly line: LineKind };

/** Recognises an element of our own export; null for all others. */
export function ownShape(element: Element, reading: Reading): OwnShape | null {
  const kind = attribute(element, 'data-kind');
  if (isAdBreak(element, kind))
    return { kind: 'whole', passages: (region) => [adBreakOf(element, region, reading.nextAdBreak())] };
  if (element.tagName === 'p' && attribute(element, 'class') === 'dateline') return datelineShape(element);
  switch (kind) {
    case 'fact-box':
      return { kind: 'flow', added: null, close: factBoxPassages };
    case 'correction':
    case 'clarification': {
      const date = dateIn(element);
      if (date === null) return null;
      const close = (content: readonly Passage[]): readonly Passage[] =>
        correctionPassages(content, kind, date);
      return { kind: 'flow', added: labelOf(element), close };
    }
    case 'corrections':
      return { kind: 'flow', added: null, close: (content) => correctionsOfArticle(content, reading) };
    default:
      return null;
  }
}

/**
 * What our export writes is found within this many nodes. Searching all of an element for it would read what is nested
 * once a level.
 */
const mostOwnNodes = 100;

/** An aside with our marks, and nothing in it but the words that belong to an advertisement. */
function isAdBreak(element: Element, kind: string): boolean {
  if (element.tagName !== 'aside' || !(kind === 'ad-break' || hasAttribute(element, 'data-ad-slot')))
    return false;
  let count = 0;
  for (const node of descendants(element)) {
    count += 1;
    if (count > mostOwnNodes) return false;
    if (
      isElement(node) &&
      attribute(node, 'data-ad-text') === '' &&
      /^(?:p|a|img|h\d|li|td)$/.test(node.tagName)
    )
      return false;
  }
  return true;
}

function adBreakOf(aside: Element, region: Region, number: number): Passage {
  let slot = attribute(aside, 'data-ad-slot');
  let size = attribute(aside, 'data-ad-size');
  let label = '';
  for (const node of descendants(aside)) {
    if (!isElement(node)) continue;
    if (attribute(node, 'data-ad-text') === 'label') label = collapsed(textContent(node));
    slot ||= attribute(node, 'data-ad-unit') || attribute(node, 'data-slot');
    const sizes = /^\[\[(\d+),(\d+)\]\]$/.exec(attribute(node, 'data-ad-sizes'));
    if (sizes) size ||= `${sizes[1]}x${sizes[2]}`;
    if (node.tagName === 'amp-ad') size ||= `${attribute(node, 'width')}x${attribute(node, 'height')}`;
  }
  const block: Block = {
    kind: 'adBreak',
    // "article-3" is what the export writes for the third break if it has no name of its own.
    slot: isAdSlot(slot) && slot !== `article-${number}` ? slot : '',
    label,
    size: isAdSize(size) ? size : '',
    placed: 'hand',
  };
  return { kind: 'passage', block, region, role: '', headingLevel: 0 };
}

/** "WICK · 28 February 2026": the place is the dateline, the day is printed by the export. */
function datelineShape(element: Element): OwnShape | null {
  const time = element.childNodes.findIndex((node) => isElement(node) && node.tagName === 'time');
  if (time < 0) return null;
  const place = collapsed(textContent({ childNodes: element.childNodes.slice(0, time) })).replace(
    /\s*·$/,
    '',
  );
  const block: Block = { kind: 'paragraph', children: [{ kind: 'text', text: place, marks: [] }] };
  return {
    kind: 'whole',
    passages: (region) =>
      place === '' ? [] : [{ kind: 'passage', block, region, role: 'dateline', headingLevel: 0 }],
  };
}

function dateIn(element: Element): string | null {
  let count = 0;
  for (const node of descendants(element)) {
    count += 1;
    if (count > mostOwnNodes) return null;
    if (!isElement(node) || node.tagName !== 'time') continue;
    const date = attribute(node, 'datetime');
    const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(date);
    return isMoment && !Number.isNaN(Date.parse(date)) ? date : null;
  }
  return null;
}

/** "Correction, 2 January 2026:" in bold, before the words. */
function labelOf(correction: Element): Element | null {
  const first = correction.childNodes[0];
  return first && isElement(first) && first.tagName === 'b' && dateIn(first) !== null ? first : null;
}

function correctionPassages(
  content: readonly Passage[],
  type: 'correction' | 'clarification',
  date: string,
): readonly Passage[] {
  const [first] = content;
  const runs = content.map((part) => asRun(part));
  if (!first || runs.includes(null)) return content;
  const children = joinRuns(
    runs.map((run) => run ?? []),
    2,
  );
  return [{ ...first, block: { kind: 'correction', type, date, children } }];
}

function correctionsOfArticle(
  content: readonly Passage[],
  { corrections, options }: Reading,
): readonly Passage[] {
  if (options.purpose === 'paste') return content;
  return content.filter(({ block }) => {
    if (block.kind !== 'correction') return true;
    corrections.push({ type: block.type, date: block.date, text: block.children });
    return false;
  });
}
