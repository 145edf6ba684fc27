import { linkAddress } from '../../article/address';
import type { Block } from '../../article/block';
import type { Inline } from '../../article/inline';
import { inlineText } from '../../article/traverse';
import { captionRun, quotePassages } from './containers';
import { type Element, isElement, isTextNode } from './dom';
import type { Passage } from './passage';
import { withCaption } from './picture-note';

/** A figure while it is read. */
export interface OpenFigure {
  readonly captions: Passage[];
  /** The `small` at the end of the caption, where our export and many pages print who made the picture. */
  credit: string;
}

export const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The `small` that ends a caption, if there is one. */
export function creditOf(caption: Element): Element | null {
  const last = caption.childNodes.findLast(
    (node) => isElement(node) || (isTextNode(node) && node.value.trim() !== ''),
  );
  return last && isElement(last) && last.tagName === 'small' ? last : null;
}

/** A figure becomes the picture, quote or link card it holds, with its caption where that block has a place for it. */
export function figurePassages(
  kind: string,
  content: readonly Passage[],
  { captions, credit }: OpenFigure,
): readonly Passage[] {
  const [only] = content;
  const caption = captionRun(captions);
  const like = only ?? captions[0];
  if (!like) return creditParagraph(credit, null);
  if (kind === 'embed' && credit === '') {
    const card = linkCard(content, inlineText(caption));
    if (card) return [{ ...like, block: card, role: '', headingLevel: 0 }];
  }
  const images = content.filter(({ block }) => block.kind === 'image');
  if (images.length === 1 && (captions.length > 0 || credit !== '')) {
    return content.map((part) =>
      part.block.kind === 'image' ? { ...part, block: { ...part.block, caption, credit } } : part,
    );
  }
  // Only what stands below a picture alone: beside a table or a quote it is said of that.
  if (content.length === 1 && only?.block.kind === 'deskNote')
    return [{ ...only, block: withCaption(only.block, caption, credit) }];
  const isPull = kind === 'pull-quote';
  const isQuote =
    content.length > 0 &&
    content.every(({ block }) => block.kind === 'blockquote' && block.attribution === '');
  if (isQuote && credit === '') {
    const attribution = inlineText(caption);
    if (!isPull && content.length === 1) return withAttribution(only, attribution);
    const parts = content.map((part) => ({ ...part, block: asParagraph(part.block) }));
    return quotePassages(parts, isPull ? 'pullQuote' : 'blockquote', attribution);
  }
  return [...content, ...captions, ...creditParagraph(credit, like)];
}

function withAttribution(part: Passage | undefined, attribution: string): readonly Passage[] {
  return part?.block.kind === 'blockquote' ? [{ ...part, block: { ...part.block, attribution } }] : [];
}

const asParagraph = (block: Block): Block =>
  block.kind === 'blockquote' ? { kind: 'paragraph', children: block.children } : block;

function creditParagraph(credit: string, like: Passage | null): readonly Passage[] {
  if (credit === '') return [];
  const block: Block = { kind: 'paragraph', children: [{ kind: 'text', text: credit, marks: [] }] };
  return [{ kind: 'passage', block, region: like?.region ?? 'body', role: '', headingLevel: 0 }];
}

/** A link card as our export writes it: a paragraph that is one link, a description, the provider as caption. */
function linkCard(content: readonly Passage[], provider: string): Block | null {
  const [head, ...others] = content.map(({ block }) => (block.kind === 'paragraph' ? block.children : null));
  const link = head?.length === 1 ? (head[0] as Inline) : null;
  if (link?.kind !== 'link' || others.length > 1 || others.some((run) => run === null)) return null;
  const url = linkAddress(link.url);
  if (url === null) return null;
  const words = inlineText(link.children);
  const title = words === url ? '' : words;
  return { kind: 'embed', url, title, description: inlineText(others[0] ?? []), provider };
}
