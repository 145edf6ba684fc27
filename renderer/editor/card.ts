import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import {
  $createNodeSelection,
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isNodeSelection,
  $setSelection,
  $setState,
  type AnyLexicalExtension,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  configExtension,
  createState,
  DecoratorNode,
  defineExtension,
  isDOMNode,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { type Block, blockCodec } from '../../shared/article/block';
import { decodeWith } from '../../shared/base/codec';
import { $blockOf, $insertBlockAfter } from './blocks';
import { type BlockConversion, blockConversion } from './conversion/conversion';
import './card.css';

/*
 * A card is a block that the caret does not enter: an ad break, a picture, a table kept as it is. It is plain DOM, not
 * React, because hundreds of them in a long article must cost nothing (SPEED: portals cost 100 ms at 333 breaks).
 */

/** What a card shows, and how it follows the block. */
export interface CardView<Shown extends Block> {
  readonly element: HTMLElement;
  update(block: Shown): void;
}

export interface CardKind<Kind extends Block['kind']> {
  readonly kind: Kind;
  /** The accessible name of the card. */
  label(block: Extract<Block, { kind: Kind }>): string;
  /** Draws the block. `change` writes an edited block back into the document. */
  view(
    block: Extract<Block, { kind: Kind }>,
    change: (next: Extract<Block, { kind: Kind }>) => void,
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
      const view = card.view($shown(this), (next) => writeBack(editor, key, next));
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
        CardExtension,
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

function writeBack(editor: LexicalEditor, key: NodeKey, block: Block): void {
  editor.update(() => {
    const node = $getNodeByKey(key);
    if (node) $setState(node, blockState, block);
  });
}

/** Makes `node` the selected block. */
export function $selectCard(node: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, select, textarea, button');

/** What every card does: a click selects it, Tab goes into its fields, Escape comes back, Enter writes on below. */
const CardExtension = defineExtension({
  name: 'standfirst/card',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          if (!isDOMNode(event.target) || isField(event.target)) return false;
          const element = event.target instanceof Element ? event.target.closest('.card') : null;
          const node = element ? $getNearestNodeFromDOMNode(element) : null;
          if (!node) return false;
          $selectCard(node);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!$isNodeSelection(selection) || isField(event?.target ?? null)) return false;
          const last = $blockOf(selection.getNodes().at(-1));
          if (!last) return false;
          event?.preventDefault();
          const paragraph = $createParagraphNode();
          $insertBlockAfter(last, paragraph);
          paragraph.select();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const selection = $getSelection();
          const node = $isNodeSelection(selection) ? selection.getNodes()[0] : undefined;
          if (!node || isField(event.target)) return false;
          const field = editor
            .getElementByKey(node.getKey())
            ?.querySelector<HTMLElement>('input, select, textarea');
          if (!field) return false;
          event.preventDefault();
          field.focus();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerRootListener((root, previous) => {
        previous?.removeEventListener('keydown', leaveField, true);
        root?.addEventListener('keydown', leaveField, true);
      }),
    ),
});

/** Escape in a card's field gives the keyboard back to the page; Lexical must not see the other keys typed there. */
function leaveField(event: KeyboardEvent): void {
  if (!isField(event.target) || !(event.target instanceof HTMLElement)) return;
  if (event.key === 'Escape' || event.key === 'Enter') {
    event.preventDefault();
    const root = event.target.closest<HTMLElement>('[contenteditable="true"]');
    event.target.blur();
    root?.focus();
  }
  event.stopPropagation();
}
