import { $getNodeByKey, type LexicalEditor, type NodeKey, type RootNode } from 'lexical';

/*
 * With every key Lexical walks all blocks of the page and joins their words, so as to know the text of the whole. It has a
 * shorter way for a change in the last blocks, which looks at those alone. So where one block has changed, that one is the last
 * of the page, for as long as Lexical looks which way to go. The text of the whole is kept nowhere: the page has no use for it,
 * and every step of undo would hold it.
 */

/** What stands for the text of a page with words in it. Who needs the words reads them from the blocks. */
const notKept = '(the words of the page)';

/** Lexical takes its shorter way from this many blocks on. */
const fewestBlocks = 4;

/** More nodes than typing changes: whether all are of one block is not worth looking. */
const mostChanged = 32;

/** Lets Lexical draw a change in one block without looking at the others; for one editor. */
export function shortWay() {
  let end = (): void => {};
  return {
    /** To be called before the root is drawn. */
    begin(next: RootNode, previous: RootNode, editor: LexicalEditor): void {
      // Lexical's development build freezes what it has drawn: there all blocks are walked.
      const changed = next === previous && !Object.isFrozen(next) ? $changedBlock(next, editor) : null;
      if (changed === null) return;
      const last = next.__last;
      end = () => {
        next.__last = last;
        end = () => {};
      };
      next.__last = changed;
    },
    /** To be called as soon as a block is drawn, and when the root is. */
    end: (): void => end(),
  };
}

/** The one block in which something has changed; null for several, and where blocks came, went or changed places. */
function $changedBlock(page: RootNode, editor: LexicalEditor): NodeKey | null {
  const { _cloneNotNeeded: cloned, _dirtyElements: elements, _dirtyLeaves: leaves } = editor;
  if (page.__size < fewestBlocks || cloned.has(page.__key) || elements.size + leaves.size > mostChanged)
    return null;
  const blocks = [...elements.keys(), ...leaves].filter((key) => $getNodeByKey(key)?.__parent === page.__key);
  return blocks.length === 1 ? (blocks[0] ?? null) : null;
}

/** An element as Lexical draws a node to it. */
type Drawn = HTMLElement & { __lexicalTextContent?: string };

/** Lets go of the text of the whole page, once it is drawn to `body`. */
export function letTextGo(page: RootNode, body: Drawn): void {
  if (page.__cachedText) page.__cachedText = notKept;
  if (body.__lexicalTextContent) body.__lexicalTextContent = '';
}
