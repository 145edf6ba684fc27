import { defineExtension } from 'lexical';

/*
 * Lexical keeps the nodes that an update has cloned in one map, and clears it after every update. V8 chains a map's cleared
 * tables to those that come after them, and each still holds what was in it: as soon as one of them is old, all later ones
 * survive every sweep of new objects, until all memory is collected at once. At 100,000 words that was 76 kB a key, while the
 * root's clone still held the text of the whole article (`letTextGo` in `sections/changed-block.ts`).
 */

/** Gives Lexical a map of its own for the clones of every update, so that they go with it. */
export const LetClonesGoExtension = defineExtension({
  name: 'standfirst/let-clones-go',
  register: (editor) =>
    editor.registerUpdateListener(() => {
      if (editor._cloneNotNeeded.size === 0) editor._cloneNotNeeded = new Map();
    }),
});
