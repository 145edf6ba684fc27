import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useMemo, useRef, useState } from 'react';
import { toolWords } from '../strings/tools';
import type { SlashItem } from './feature';
import styles from './floating.module.css';
import { selectionRectangle } from './selection-rectangle';

interface SlashMenuProps {
  readonly editor: LexicalEditor;
  readonly items: readonly SlashItem[];
}

/** In CSS pixels. */
const mostHeight = 320;

/** What was typed behind the "/" that begins the paragraph; null when there is none. */
function $slashQuery(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.getPreviousSibling() || node.getParent()?.getType() !== 'paragraph')
    return null;
  return (
    /^\/([\p{L}\d -]{0,30})$/u.exec(node.getTextContent().slice(0, selection.anchor.offset))?.[1] ?? null
  );
}

/** The items whose title or keywords begin a word with the query. */
export function matching(items: readonly SlashItem[], query: string): readonly SlashItem[] {
  const wanted = query.trim().toLowerCase();
  return items.filter((item) =>
    [item.title, ...item.keywords].some((word) => ` ${word.toLowerCase()}`.includes(` ${wanted}`)),
  );
}

/** The block menu: "/" at the start of a paragraph opens it, typing searches, Enter inserts, Escape leaves the text. */
export function SlashMenu({ editor, items }: SlashMenuProps) {
  // Its code may come after the first "/".
  const [query, setQuery] = useState(() => editor.getEditorState().read($slashQuery));
  const [index, setIndex] = useState(0);
  const dismissed = useRef(false);
  const last = useRef(query);
  const found = useMemo(() => (query === null ? [] : matching(items, query)), [items, query]);
  const rectangle = query === null ? null : selectionRectangle();

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($slashQuery);
        if (next === null) dismissed.current = false;
        if (next !== last.current) setIndex(0);
        last.current = next;
        setQuery(dismissed.current ? null : next);
      }),
    [editor],
  );
  useEffect(() => {
    if (query === null) return;
    const choose = (item: SlashItem | undefined) => {
      if (!item) return;
      // A key is heard inside an update: what is left to a later one would meet the caret behind the new block.
      $removeQuery();
      item.run(editor);
    };
    const key = (
      command: LexicalCommand<KeyboardEvent | null> | LexicalCommand<KeyboardEvent>,
      act: () => boolean,
    ) =>
      editor.registerCommand(
        command as LexicalCommand<KeyboardEvent | null>,
        (event) => {
          const done = act();
          if (done) event?.preventDefault();
          return done;
        },
        COMMAND_PRIORITY_HIGH,
      );
    const move = (step: number) => () => {
      setIndex((present) => (found.length === 0 ? 0 : (present + step + found.length) % found.length));
      return true;
    };
    return mergeRegister(
      key(KEY_ARROW_DOWN_COMMAND, move(1)),
      key(KEY_ARROW_UP_COMMAND, move(-1)),
      key(KEY_ENTER_COMMAND, () => {
        if (found.length === 0) return false;
        choose(found[index]);
        return true;
      }),
      key(KEY_TAB_COMMAND, () => {
        choose(found[index]);
        return true;
      }),
      key(KEY_ESCAPE_COMMAND, () => {
        dismissed.current = true;
        setQuery(null);
        return true;
      }),
    );
  }, [editor, found, index, query]);

  useEffect(() => {
    // The keyboard stays in the text; the screen reader follows the chosen item through the text box.
    const root = editor.getRootElement();
    if (query === null || found.length === 0) root?.removeAttribute('aria-activedescendant');
    else root?.setAttribute('aria-activedescendant', `slash-${found[index]?.id}`);
  }, [editor, found, index, query]);

  if (query === null || !rectangle) return null;
  const below = rectangle.bottom + 6;
  // Without room below it grows upwards from the line, however few blocks it offers.
  const isAbove = below + mostHeight > window.innerHeight && rectangle.top > window.innerHeight / 2;
  const place = isAbove
    ? { bottom: window.innerHeight - rectangle.top + 6, maxHeight: Math.min(mostHeight, rectangle.top - 12) }
    : { top: below, maxHeight: Math.max(120, Math.min(mostHeight, window.innerHeight - below - 8)) };
  return (
    <div
      className={styles.menu}
      role="listbox"
      aria-label={toolWords.slash.region}
      style={{ ...place, left: rectangle.left }}
    >
      {found.length === 0 ? <div className={styles.none}>{toolWords.slash.none}</div> : null}
      {found.map((item, at) => (
        <div
          key={item.id}
          id={`slash-${item.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          className={styles.item}
          ref={at === index ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
          onMouseMove={() => setIndex(at)}
          onMouseDown={(event) => {
            event.preventDefault();
            editor.update($removeQuery, { discrete: true });
            item.run(editor);
          }}
        >
          <span className={styles.itemTitle}>{item.title}</span>
          <span className={styles.itemHint}>{item.hint}</span>
        </div>
      ))}
    </div>
  );
}

/** Takes "/query" out of the paragraph and leaves the caret at its start. */
function $removeQuery(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const node = selection.anchor.getNode();
  if ($isTextNode(node)) node.spliceText(0, selection.anchor.offset, '', true);
}
