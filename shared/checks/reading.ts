import type { Article } from '../article/article';
import type { Block } from '../article/block';
import type { Inline } from '../article/inline';
import { gapsOf, inlineRuns, inlineText } from '../article/traverse';
import { assertNever } from '../base/assert-never';
import type { BlockField, TextAddress } from './finding';
import { type ProtectedStretches, protectedStretches } from './protected';

/** A text of an article, where it lies and what kind of text it is. In a block's reading the block is number 0. */
export interface TextPiece {
  readonly address: TextAddress;
  readonly text: string;
  /** Prose has sentences; a label (a title, a credit, a cell) may be anything. */
  readonly role: 'prose' | 'label';
  /** Where words are still to come (TK), in UTF-16 code units of the text. */
  readonly gaps: readonly number[];
  /** Addresses, handles and the like, in which no copy check looks, and gaps (TK), across which none does. */
  readonly protected: ProtectedStretches;
}

/** A block as the checks see it. */
export interface BlockReading {
  readonly block: Block;
  readonly pieces: readonly TextPiece[];
}

const readings = new WeakMap<Block, BlockReading>();

/** The texts of a block; made once a block, because blocks never change. Desk notes have none: they are the desk's own. */
export function readBlock(block: Block): BlockReading {
  const known = readings.get(block);
  if (known) return known;
  const reading = { block, pieces: piecesOfBlock(block) };
  readings.set(block, reading);
  return reading;
}

/** The texts outside the body. */
export function readFields(article: Article): readonly TextPiece[] {
  const field = (
    name: Extract<TextAddress, { kind: 'field' }>['field'],
    text: string,
    index: number,
    role: TextPiece['role'],
  ): TextPiece => piece({ kind: 'field', field: name, index }, text, role);
  const image = article.leadImage;
  return [
    field('kicker', article.kicker, 0, 'label'),
    field('headline', article.headline, 0, 'label'),
    field('deck', article.deck, 0, 'prose'),
    ...article.bylines.map(({ name }, index) => field('byline', name, index, 'label')),
    field('dateline', article.dateline, 0, 'label'),
    field('section', article.section, 0, 'label'),
    ...(image
      ? [
          field('leadImageAlt', image.alt, 0, 'prose'),
          runPiece({ kind: 'field', field: 'leadImageCaption', index: 0 }, image.caption, 'prose'),
          field('leadImageCredit', image.credit, 0, 'label'),
        ]
      : []),
    ...article.corrections.map(({ text }, index) =>
      runPiece({ kind: 'field', field: 'correction', index }, text, 'prose'),
    ),
  ].filter(({ text }) => text !== '');
}

function piece(address: TextAddress, text: string, role: TextPiece['role']): TextPiece {
  return { address, text, role, gaps: [], protected: protectedStretches(text, []) };
}

function runPiece(address: TextAddress, inlines: readonly Inline[], role: TextPiece['role']): TextPiece {
  const text = inlineText(inlines);
  const gaps = gapsOf(inlines).map(({ at }) => at);
  return { address, text, role, gaps, protected: protectedStretches(text, gaps) };
}

function piecesOfBlock(block: Block): readonly TextPiece[] {
  const runs = (role: TextPiece['role']) =>
    inlineRuns(block).map((inlines: readonly Inline[], run) =>
      runPiece({ kind: 'run', block: 0, run }, inlines, role),
    );
  const field = (name: BlockField, text: string, role: TextPiece['role']) =>
    piece({ kind: 'blockField', block: 0, field: name }, text, role);
  const present = (pieces: readonly TextPiece[]) => pieces.filter(({ text }) => text !== '');
  switch (block.kind) {
    case 'paragraph':
    case 'correction':
    case 'list':
      return present(runs('prose'));
    case 'heading':
    case 'table':
      return present(runs('label'));
    case 'blockquote':
    case 'pullQuote':
      return present([...runs('prose'), field('attribution', block.attribution, 'label')]);
    case 'image':
      return present([
        ...runs('prose'),
        field('alt', block.alt, 'prose'),
        field('credit', block.credit, 'label'),
      ]);
    case 'factBox':
      return present([field('title', block.title, 'label'), ...runs('prose')]);
    case 'embed':
      return present([
        field('title', block.title, 'label'),
        field('description', block.description, 'label'),
        field('provider', block.provider, 'label'),
      ]);
    case 'adBreak':
    case 'divider':
    case 'deskNote':
    case 'unknown':
      return [];
    default:
      return assertNever(block);
  }
}
