import {
  $getNodeByKey,
  $setSelection,
  type EditorState,
  HISTORIC_TAG,
  type LexicalEditor,
  type NodeKey,
  type NodeMap,
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
      for (const key of keysToCompare(nodes, state._nodeMap)) {
        const [now, then] = [nodes.get(key), state._nodeMap.get(key)];
        if (now === then) continue;
        if (then) {
          nodes.set(key, then);
          changed.push(key);
        } else {
          // It came since, and is in no list any more once its parent is that of then.
          nodes.delete(key);
        }
      }
      // A copy of each is made: the nodes of a former state stay as they are.
      for (const key of changed) $getNodeByKey(key)?.markDirty();
      $setSelection(state._selection?.clone() ?? null);
    },
    { discrete: true, skipTransforms: true, tag: HISTORIC_TAG },
  );
}

/** How Lexical keeps the nodes of a state: what changed lately, over a base that many states have in common. */
interface Layers {
  readonly _old?: ReadonlyMap<NodeKey, unknown> | undefined;
  readonly _nursery?: ReadonlyMap<NodeKey, unknown> | undefined;
}

/**
 * The keys under which two states may have different nodes: what changed since their common base, where they have one;
 * a long article has thousands of others. Those of all nodes where they have none.
 */
export function keysToCompare(one: NodeMap & Layers, other: NodeMap & Layers): readonly NodeKey[] {
  const isShared = one._old !== undefined && one._old === other._old;
  const [mine, others] = isShared ? [one._nursery, other._nursery] : [one, other];
  return [...(mine?.keys() ?? []), ...(others?.keys() ?? [])];
}
