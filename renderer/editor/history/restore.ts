import {
  $getNodeByKey,
  $setSelection,
  type EditorState,
  HISTORIC_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';

/**
 * Puts a former state of `editor` in place, as `setEditorState` does, at the cost of what differs: that one draws every
 * node of the page anew. No rule looks at what comes back; the listeners hear which nodes changed.
 */
export function restoreState(editor: LexicalEditor, state: EditorState): void {
  editor.update(
    () => {
      const nodes = editor._pendingEditorState?._nodeMap;
      if (!nodes) throw new Error('The editor has no state to put the former one into.');
      const changed: NodeKey[] = [];
      for (const [key, node] of state._nodeMap) {
        if (nodes.get(key) === node) continue;
        nodes.set(key, node);
        changed.push(key);
      }
      // Those that came since are in no list any more, once their parents are those of then.
      for (const key of [...nodes.keys()]) if (!state._nodeMap.has(key)) nodes.delete(key);
      // A copy of each is made: the nodes of a former state stay as they are.
      for (const key of changed) $getNodeByKey(key)?.markDirty();
      $setSelection(state._selection?.clone() ?? null);
    },
    { discrete: true, skipTransforms: true, tag: HISTORIC_TAG },
  );
}
