import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  mergeRegister,
  SELECTION_CHANGE_COMMAND,
  type TextFormatType,
} from 'lexical';
import { Bold, Code, Italic, Link, MessageSquareQuote, Strikethrough, Underline } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { actions } from '../../shared/ipc/actions';
import { sourcesWords } from '../strings/sources';
import { toolWords } from '../strings/tools';
import { IconButton } from '../ui/Button';
import styles from './floating.module.css';
import { selectionRectangle } from './selection-rectangle';

interface FloatingToolbarProps {
  readonly editor: LexicalEditor;
  readonly onTag: () => void;
  readonly onLink: () => void;
}

interface Shown {
  readonly top: number;
  readonly left: number;
  readonly formats: ReadonlySet<TextFormatType>;
}

const formats: readonly {
  readonly name: TextFormatType;
  readonly label: string;
  readonly icon: ReactNode;
}[] = [
  { name: 'bold', label: actions['format.bold'].label, icon: <Bold size={15} aria-hidden /> },
  { name: 'italic', label: actions['format.italic'].label, icon: <Italic size={15} aria-hidden /> },
  { name: 'underline', label: actions['format.underline'].label, icon: <Underline size={15} aria-hidden /> },
  {
    name: 'strikethrough',
    label: actions['format.strike'].label,
    icon: <Strikethrough size={15} aria-hidden />,
  },
  { name: 'code', label: actions['format.code'].label, icon: <Code size={15} aria-hidden /> },
];

/** Height of the toolbar and its distance from the words, in CSS pixels. */
const clearance = 44;

/** Marks for the selected words, above them. Keys do the same; the toolbar never takes the keyboard. */
export function FloatingToolbar({ editor, onTag, onLink }: FloatingToolbarProps) {
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    let pressed = false;
    let visible = false;
    const look = () => {
      const next = pressed ? null : editor.getEditorState().read(() => $look(editor));
      visible = next !== null;
      // Most calls are plain typing with nothing selected: then nothing is drawn.
      setShown((present) => (present === null && next === null ? present : next));
    };
    const down = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest(`.${styles.toolbar}`)) return;
      pressed = true;
    };
    const up = () => {
      if (!pressed) return;
      pressed = false;
      requestAnimationFrame(look);
    };
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('focusin', look);
    document.addEventListener('scroll', look, { capture: true, passive: true });
    const stop = mergeRegister(
      editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          // A key moves the caret, and has nothing to show.
          if (visible || !document.getSelection()?.isCollapsed) requestAnimationFrame(look);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerUpdateListener(look),
    );
    return () => {
      stop();
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('focusin', look);
      document.removeEventListener('scroll', look, { capture: true });
    };
  }, [editor]);

  if (!shown) return null;
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label={toolWords.toolbar.region}
      tabIndex={-1}
      style={{ top: shown.top, left: shown.left }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {formats.map(({ name, label, icon }) => (
        <IconButton
          key={name}
          label={label}
          icon={icon}
          tabIndex={-1}
          aria-pressed={shown.formats.has(name)}
          onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, name)}
        />
      ))}
      <IconButton
        label={actions['format.link'].label}
        icon={<Link size={15} aria-hidden />}
        tabIndex={-1}
        onClick={onLink}
      />
      <span className={styles.line} />
      <IconButton
        label={sourcesWords.tag.title}
        icon={<MessageSquareQuote size={15} aria-hidden />}
        tabIndex={-1}
        onClick={onTag}
      />
    </div>
  );
}

function $look(editor: LexicalEditor): Shown | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const root = editor.getRootElement();
  if (!root || document.activeElement !== root) return null;
  const rectangle = selectionRectangle();
  if (!rectangle) return null;
  const above = rectangle.top - clearance;
  return {
    top: above > 54 ? above : rectangle.bottom + 10,
    left: Math.min(Math.max(rectangle.left + rectangle.width / 2, 150), window.innerWidth - 150),
    formats: new Set(formats.map(({ name }) => name).filter((name) => selection.hasFormat(name))),
  };
}
