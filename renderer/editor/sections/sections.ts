import {
  $getRoot,
  $getSelection,
  $isElementDOMSlot,
  $isRangeSelection,
  $isRootNode,
  type CreateEditorArgs,
  type DOMSlotForNode,
  defineExtension,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type RangeSelection,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { loadTag } from '../conversion/body';
import { letTextGo, shortWay } from './changed-block';
import { holdPlace } from './hold-place';
import { placeOfBlock, slotAt, slotOfPage } from './page-slot';
import { arrangeSections } from './section-elements';
import { keepWithinReach } from './within-reach';

/*
 * The page in sections. Lexical's tree stays flat, so that no command, no feature and no history knows of them; only the
 * elements are grouped. Lexical draws blocks where they may stand for the moment, and when it has drawn, before anything is
 * seen or heard of it, all are put in order: `$decorateDOM` of the root is the last thing it does, with its observer off.
 */

/** How the root and its blocks are drawn, for one editor. */
function sectionedDrawing(): NonNullable<CreateEditorArgs['dom']> {
  let drawing = false;
  let disturbed = false;
  const short = shortWay();
  const disturb = (editor: LexicalEditor) => () => {
    disturbed = true;
    // Outside of a drawing, blocks are put back that something else had removed: the next drawing orders them.
    if (!drawing) queueMicrotask(() => redraw(editor));
  };
  return {
    $getDOMSlot: <Node extends LexicalNode>(node: Node, dom: HTMLElement, editor: LexicalEditor) => {
      const slot = node.getDOMSlot(dom);
      const body = editor.getRootElement();
      if ($isRootNode(node) && body && $isElementDOMSlot(slot)) {
        const page = { body, disturbed: disturb(editor) };
        const index = drawing ? null : $indexOnPage();
        if (index === null) slotOfPage(slot, page);
        else slotAt(slot, page, index);
      }
      // The type says that elements have slots of elements; so they have.
      return slot as DOMSlotForNode<Node>;
    },

    $updateDOM(next, previous, dom, editor) {
      short.end();
      if ($isRootNode(next)) {
        drawing = true;
        if ($isRootNode(previous)) short.begin(next, previous, editor);
      }
      const anew = next.updateDOM(previous, dom, editor._config);
      const body = editor.getRootElement();
      // Lexical replaces a block among the body's own children; from there it goes to its section.
      if (anew && body && $isRootNode(next.getParent())) {
        body.append(dom);
        disturbed = true;
      }
      return anew;
    },

    $decorateDOM(next, previous, dom, editor) {
      if (!$isRootNode(next)) return;
      short.end();
      drawing = false;
      letTextGo(next, dom);
      const body = editor.getRootElement();
      const resized = !$isRootNode(previous) || previous.__size !== next.__size;
      if (!body || !(disturbed || resized)) return;
      disturbed = false;
      const blocks = next.getChildrenKeys().flatMap((key) => editor.getElementByKey(key) ?? []);
      arrangeSections(body, blocks, slotEnd(body));
    },
  };
}

/** What stands behind the sections: Lexical's anchor behind a card at the end. */
const slotEnd = (body: HTMLElement): Node | null =>
  body.lastElementChild?.hasAttribute('data-lexical-decorator-boundary') ? body.lastElementChild : null;

/** Has the page drawn anew; nothing of it changes, so that nothing is to be undone or saved. */
const redraw = (editor: LexicalEditor): void =>
  editor.update(() => $getRoot().markDirty(), { tag: [loadTag, HISTORIC_TAG] });

/** The place on the page itself, between two blocks, that the selection has; null for none or for two different ones. */
function $indexOnPage(): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const places = new Set(placesOnPage(selection));
  const [place] = places;
  return places.size === 1 && place !== undefined ? place : null;
}

const placesOnPage = ({ anchor, focus }: RangeSelection): readonly number[] =>
  [anchor, focus].filter(({ key }) => key === 'root').map(({ offset }) => offset);

/**
 * Groups the blocks of the page into sections. Also selects in the window what is selected from one place between blocks
 * to another, as when all is selected and cards stand at both ends: Lexical would count the body's own children.
 */
export const SectionsExtension = defineExtension({
  name: 'standfirst/sections',
  init(config) {
    config.dom = sectionedDrawing();
  },
  register: (editor) =>
    mergeRegister(
      editor.registerRootListener((body) => {
        const scroller = body?.closest<HTMLElement>('[data-scroll]');
        return body && scroller ? mergeRegister(holdPlace(scroller, body), keepWithinReach(body)) : undefined;
      }),
      editor.registerUpdateListener(({ editorState, tags }) => {
        const body = editor.getRootElement();
        if (!body || body !== document.activeElement || tags.has(SKIP_DOM_SELECTION_TAG)) return;
        const selection = editorState.read($getSelection);
        if (!$isRangeSelection(selection) || new Set(placesOnPage(selection)).size < 2) return;
        const [anchor, focus] = [selection.anchor, selection.focus].map(({ offset }) =>
          placeOfBlock(body, offset),
        );
        if (anchor && focus)
          document
            .getSelection()
            ?.setBaseAndExtent(anchor.element, anchor.offset, focus.element, focus.offset);
      }),
    ),
});
