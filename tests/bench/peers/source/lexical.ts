import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $create,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  createEditor,
  DecoratorNode,
  ElementNode,
} from 'lexical';
import { breakElement, caretToMiddleParagraph, type Peer, sectionSize } from './peer';

class BreakNode extends DecoratorNode<null> {
  override $config() {
    return this.config('break', { extends: DecoratorNode });
  }
  override createDOM(): HTMLElement {
    return breakElement();
  }
  override updateDOM(): boolean {
    return false;
  }
  override isInline(): boolean {
    return false;
  }
  override decorate(): null {
    return null;
  }
}

class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode });
  }
  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'section';
    return element;
  }
  override updateDOM(): boolean {
    return false;
  }
}

/** Lexical with rich text and history, as its guide sets it up. */
export function lexical(inSections: boolean): Peer {
  let body: HTMLElement;
  return {
    open(place, blocks) {
      body = place;
      body.contentEditable = 'true';
      const editor = createEditor({
        namespace: 'peer',
        nodes: [BreakNode, SectionNode],
        onError(error) {
          throw error;
        },
      });
      editor.setRootElement(body);
      registerRichText(editor);
      registerHistory(editor, createEmptyHistoryState(), 300);
      editor.update(
        () => {
          let parent: ElementNode = $getRoot().clear();
          blocks.forEach((block, index) => {
            if (inSections && index % sectionSize === 0) {
              parent = $create(SectionNode);
              $getRoot().append(parent);
            }
            parent.append(
              block.kind === 'paragraph'
                ? $createParagraphNode().append($createTextNode(block.text))
                : $create(BreakNode),
            );
          });
        },
        { discrete: true, tag: 'history-merge' },
      );
    },
    caretToMiddle: () => caretToMiddleParagraph(body),
  };
}
