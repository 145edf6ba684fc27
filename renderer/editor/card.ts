import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getState,
  $isElementNode,
  $onUpdate,
  $setState,
  type AnyLexicalExtension,
  configExtension,
  createState,
  DecoratorNode,
  defineExtension,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { type Block, blockCodec } from '../../shared/article/block';
import { decodeWith } from '../../shared/base/codec';
import { $selectBlocks } from './block-selection';
import { $insertBlockAfter, $nextBlock } from './blocks';
import { CardKeysExtension, fields } from './card-keys';
import type { CardHands, CardView, Change } from './card-view';
import { type BlockConversion, blockConversion } from './conversion/conversion';
import { editInPlace, endEdit } from './edit-in-place';
import { keysAfter } from './held-keys';
import { $insertBlock } from './insert-block';
import { viewsReady } from './later-view';
import './card.css';

/*
 * A card is a block that the caret does not enter: an ad break, a picture, a table kept as it is. It is plain DOM, not
 * React, because hundreds of them in a long article must cost nothing (SPEED: portals cost 100 ms at 333 breaks).
 */

export interface CardKind<Kind extends Block['kind']> {
  readonly kind: Kind;
  /** The accessible name of the card. */
  label(block: Extract<Block, { kind: Kind }>): string;
  /** Draws the block. */
  view(
    block: Extract<Block, { kind: Kind }>,
    change: Change<Extract<Block, { kind: Kind }>>,
    hands: CardHands,
  ): CardView<Extract<Block, { kind: Kind }>>;
}

export interface Card<Kind extends Block['kind']> {
  /** Registers the node, and what every card does. */
  readonly extension: AnyLexicalExtension;
  readonly conversion: BlockConversion;
  $create(block: Extract<Block, { kind: Kind }>): LexicalNode;
}

const blockState = createState('block', {
  parse: (value): Block | null => {
    const decoded = decodeWith(blockCodec, value);
    return decoded.ok ? decoded.value : null;
  },
  unparse: (block) => (block === null ? null : blockCodec.encode(block)),
});
const views = new WeakMap<HTMLElement, CardView<Block>>();

/** Makes the Lexical node and the conversion of one kind of card. */
export function defineCard<Kind extends Block['kind']>(card: CardKind<Kind>): Card<Kind> {
  type Shown = Extract<Block, { kind: Kind }>;
  const nodeType = `card-${card.kind}`;
  // The state of a card's node is only ever set from a block of its kind, by $create and by its own view.
  const $shown = (node: LexicalNode) => $getState(node, blockState) as Shown;

  class CardNode extends DecoratorNode<null> {
    override $config() {
      return this.config(nodeType, { extends: DecoratorNode });
    }

    override createDOM(_config: unknown, editor: LexicalEditor): HTMLElement {
      const key = this.getKey();
      const element = document.createElement('div');
      element.className = `card card-${card.kind}`;
      element.setAttribute('role', 'group');
      element.setAttribute('aria-label', card.label($shown(this)));
      const hands = handsOf(editor, key);
      // The card whose words are written is the selected block: undo then leads back to it.
      element.addEventListener('focusin', () => {
        editor.update(
          () => {
            const node = $getNodeByKey(key);
            if (node && !node.isSelected()) $selectBlocks([node]);
          },
          { tag: SKIP_DOM_SELECTION_TAG },
        );
      });
      element.addEventListener('card-escape', hands.select);
      element.addEventListener('card-enter', hands.writeBelow);
      const view = card.view(
        $shown(this),
        (next, place) => editInPlace(editor, key, place, (node) => $setState(node, blockState, next)),
        hands,
      );
      element.append(view.element);
      views.set(element, view as unknown as CardView<Block>);
      return element;
    }

    override updateDOM(_previous: this, element: HTMLElement): boolean {
      element.setAttribute('aria-label', card.label($shown(this)));
      views.get(element)?.update($shown(this));
      return false;
    }

    override isInline(): false {
      return false;
    }

    override decorate(): null {
      return null;
    }

    override getTextContent(): string {
      return '\n';
    }
  }

  return {
    extension: defineExtension({
      name: `standfirst/${nodeType}`,
      dependencies: [
        CardKeysExtension,
        configExtension(NodeSelectionDataSelectedExtension, { nodes: [CardNode] }),
      ],
      nodes: () => [CardNode],
    }),
    $create: (block) => $setState(new CardNode(), blockState, block),
    conversion: blockConversion<Kind>({
      kind: card.kind,
      nodeType,
      $toNode: (block) => $setState(new CardNode(), blockState, block),
      $toBlock: $shown,
    }),
  };
}

/** Writes what `change` makes of the block of a card; where that is the same block, or `node` is no card, nothing. */
export function $changeCard(node: LexicalNode, change: (block: Block) => Block): void {
  const block = $getState(node, blockState);
  const next = block && change(block);
  if (next !== block) $setState(node, blockState, next);
}

function handsOf(editor: LexicalEditor, key: NodeKey): CardHands {
  const act = ($do: (node: LexicalNode) => void, tag: string[], how: { readonly discrete?: true } = {}) => {
    endEdit(editor);
    editor.getRootElement()?.focus({ preventScroll: true });
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if (node) $do(node);
      },
      { tag, ...how },
    );
  };
  return {
    select: () => act((node) => $selectBlocks([node]), []),
    writeBelow: () => act($writeBelow, []),
    remove: () =>
      act(
        (node) => {
          $writeBelow(node);
          node.remove();
        },
        [HISTORY_PUSH_TAG],
        // It may be one step with what happens beside the page.
        { discrete: true },
      ),
  };
}

/** Puts the caret into the text behind `node`; where none stands there, into a new paragraph. */
function $writeBelow(node: LexicalNode): void {
  const next = $nextBlock(node);
  if (next && $isElementNode(next)) return void next.selectStart();
  const paragraph = $createParagraphNode();
  $insertBlockAfter(node, paragraph);
  paragraph.select();
}

/** Puts a card at the caret, and the keyboard into its first field. One undo takes it away again. */
export function insertCard(editor: LexicalEditor, $make: () => LexicalNode): void {
  editor.update(
    () => {
      const node = $make();
      $insertBlock(node);
      $selectBlocks([node]);
      const key = node.getKey();
      $onUpdate(() => {
        const enter = () => editor.getElementByKey(key)?.querySelector<HTMLElement>(fields)?.focus();
        void keysAfter(viewsReady().then(enter));
      });
    },
    { tag: HISTORY_PUSH_TAG },
  );
}
