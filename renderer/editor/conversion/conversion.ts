import { $getState, $isElementNode, $setState, createState, type LexicalNode } from 'lexical';
import type { Block } from '../../../shared/article/block';
import type { Inline } from '../../../shared/article/inline';
import { isJsonObject, type JsonObject } from '../../../shared/base/json';

/*
 * The document model is the truth; Lexical nodes are views of it. Each feature folder brings the conversion of its
 * own block or inline; this file only finds the right one and keeps what nobody knows (fields of newer versions).
 */

/** Both ways of one kind of block. `nodeType` is the Lexical type whose nodes this conversion reads. */
export interface BlockConversion<Kind extends Block['kind'] = Block['kind']> {
  readonly kind: Kind;
  readonly nodeType: string;
  $toNode(block: Extract<Block, { kind: Kind }>, convert: Conversion): LexicalNode;
  $toBlock(node: LexicalNode, convert: Conversion): Extract<Block, { kind: Kind }>;
}

/** Both ways of one kind of inline. */
export interface InlineConversion<Kind extends Inline['kind'] = Inline['kind']> {
  readonly kind: Kind;
  readonly nodeTypes: readonly string[];
  $toNode(inline: Extract<Inline, { kind: Kind }>, convert: Conversion): LexicalNode;
  $toInline(node: LexicalNode, convert: Conversion): Extract<Inline, { kind: Kind }>;
}

/** Conversion of whole documents, made of those of the features. Methods with `$` run inside an update or read. */
export interface Conversion {
  $blockToNode(block: Block): LexicalNode;
  $nodeToBlock(node: LexicalNode): Block;
  $inlinesToNodes(inlines: readonly Inline[]): LexicalNode[];
  $childrenToInlines(node: LexicalNode): readonly Inline[];
  $nodesToInlines(nodes: readonly LexicalNode[]): readonly Inline[];
  /** Whether nodes of this type are inlines of the model. */
  isInlineType(nodeType: string): boolean;
}

const extraState = createState('extra', {
  parse: (value): JsonObject | null => (isJsonObject(value) ? value : null),
});

/** Keeps on `node` the fields of `value` that this version does not know. */
export function $keepExtra<Node extends LexicalNode>(
  node: Node,
  value: { readonly extra?: JsonObject },
): Node {
  return value.extra ? $setState(node, extraState, value.extra) : node;
}

/** The unknown fields that `$keepExtra` put on `node`, ready to be spread into a block or inline. */
export function $extraOf(node: LexicalNode): { readonly extra?: JsonObject } {
  const extra = $getState(node, extraState);
  return extra ? { extra } : {};
}

/** Builds the conversion of documents from the conversions of the features. */
export function createConversion(
  blocks: readonly BlockConversion[],
  inlines: readonly InlineConversion[],
): Conversion {
  const blockByKind = new Map(blocks.map((conversion) => [conversion.kind, conversion]));
  const blockByType = new Map(blocks.map((conversion) => [conversion.nodeType, conversion]));
  const inlineByKind = new Map(inlines.map((conversion) => [conversion.kind, conversion]));
  const inlineByType = new Map(
    inlines.flatMap((conversion) => conversion.nodeTypes.map((type) => [type, conversion])),
  );

  const convert: Conversion = {
    $blockToNode(block) {
      const node = found(blockByKind.get(block.kind), block.kind).$toNode(block, convert);
      return 'extra' in block ? $keepExtra(node, block) : node;
    },
    $nodeToBlock(node) {
      const block = found(blockByType.get(node.getType()), node.getType()).$toBlock(node, convert);
      return { ...block, ...$extraOf(node) };
    },
    $inlinesToNodes: (given) =>
      given.map((inline) =>
        $keepExtra(found(inlineByKind.get(inline.kind), inline.kind).$toNode(inline, convert), inline),
      ),
    $childrenToInlines: (node) => ($isElementNode(node) ? convert.$nodesToInlines(node.getChildren()) : []),
    $nodesToInlines: (nodes) =>
      nodes.map((node) => ({
        ...found(inlineByType.get(node.getType()), node.getType()).$toInline(node, convert),
        ...$extraOf(node),
      })),
    isInlineType: (nodeType) => inlineByType.has(nodeType),
  };
  return convert;
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`No feature converts "${name}"`);
  return value;
}

/** Declares a block conversion; the table holds them for all kinds at once. */
export const blockConversion = <Kind extends Block['kind']>(
  conversion: BlockConversion<Kind>,
): BlockConversion =>
  // A conversion is only ever handed blocks of its own kind: the table is keyed by it.
  conversion as unknown as BlockConversion;

/** Declares an inline conversion. */
export const inlineConversion = <Kind extends Inline['kind']>(
  conversion: InlineConversion<Kind>,
): InlineConversion =>
  // As above: keyed by kind.
  conversion as unknown as InlineConversion;
