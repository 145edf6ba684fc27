import { $isTextNode, type EditorState, type NodeKey } from 'lexical';

/** An update as Lexical tells of it. */
export interface WordUpdate {
  readonly editorState: EditorState;
  readonly prevEditorState: EditorState;
  readonly dirtyElements: ReadonlyMap<NodeKey, boolean>;
  readonly dirtyLeaves: ReadonlySet<NodeKey>;
  readonly tags: ReadonlySet<string>;
}

/**
 * Whether the update changed what stands in the body. Lexical also names nodes that it only looked at, and those that a
 * rule put back as they were. Costs what the update names.
 */
export function isWordChange({
  editorState,
  prevEditorState,
  dirtyElements,
  dirtyLeaves,
}: WordUpdate): boolean {
  const [after, before] = [editorState._nodeMap, prevEditorState._nodeMap];
  for (const [key, meant] of dirtyElements) {
    if (meant && after.get(key) !== before.get(key)) return true;
  }
  for (const key of dirtyLeaves) {
    const [now, then] = [after.get(key), before.get(key)];
    if (now === then) continue;
    if (!$isTextNode(now) || !$isTextNode(then)) return true;
    if (
      now.__text !== then.__text ||
      now.__format !== then.__format ||
      now.__style !== then.__style ||
      now.__mode !== then.__mode ||
      now.__parent !== then.__parent ||
      now.__state !== then.__state
    )
      return true;
  }
  return false;
}
