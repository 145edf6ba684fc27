import { Menu } from '@base-ui/react/menu';
import type { LexicalEditor } from 'lexical';
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { actions } from '../../shared/ipc/actions';
import { toolWords } from '../strings/tools';
import styles from './BlockMenu.module.css';
import { BLOCKS_COMMAND, MOVE_BLOCK_COMMAND, TURN_INTO_COMMAND } from './block-commands';
import type { WordBlock } from './turn-into';

interface BlockMenuProps {
  readonly editor: LexicalEditor;
  /** Where the menu opens, in CSS pixels of the window. */
  readonly anchor: DOMRect;
  /** Whether one of the blocks can become another kind; a card cannot. */
  readonly turns: boolean;
  readonly onClose: () => void;
}

const kinds: readonly { readonly kind: WordBlock; readonly label: string }[] = [
  { kind: 'paragraph', label: actions['block.paragraph'].label },
  { kind: 'heading2', label: actions['block.heading2'].label },
  { kind: 'heading3', label: actions['block.heading3'].label },
  { kind: 'heading4', label: actions['block.heading4'].label },
  { kind: 'bullets', label: actions['block.bullets'].label },
  { kind: 'numbers', label: actions['block.numbers'].label },
  { kind: 'blockquote', label: actions['block.blockquote'].label },
  { kind: 'pullQuote', label: actions['block.pullQuote'].label },
];

/** What can be done with the selected blocks. The keyboard goes back to the page when it closes. */
export function BlockMenu({ editor, anchor, turns, onClose }: BlockMenuProps) {
  const item = (label: string, icon: ReactNode, act: () => void) => (
    <Menu.Item key={label} className={styles.item} onClick={act} label={label}>
      <span className={styles.icon}>{icon}</span>
      {label}
    </Menu.Item>
  );
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner
          className={styles.place}
          side="bottom"
          align="start"
          sideOffset={4}
          anchor={{ getBoundingClientRect: () => anchor }}
        >
          <Menu.Popup
            className={styles.menu}
            aria-label={toolWords.blocks.menu}
            finalFocus={() => editor.getRootElement()}
          >
            {turns ? (
              <>
                <Menu.Group>
                  <Menu.GroupLabel className={styles.label}>{toolWords.blocks.turnInto}</Menu.GroupLabel>
                  {kinds.map(({ kind, label }) =>
                    item(label, null, () => editor.dispatchCommand(TURN_INTO_COMMAND, kind)),
                  )}
                </Menu.Group>
                <Menu.Separator className={styles.line} />
              </>
            ) : null}
            {item(actions['block.duplicate'].label, <Copy size={14} aria-hidden />, () =>
              editor.dispatchCommand(BLOCKS_COMMAND, 'duplicate'),
            )}
            {item(actions['block.moveUp'].label, <ArrowUp size={14} aria-hidden />, () =>
              editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'up'),
            )}
            {item(actions['block.moveDown'].label, <ArrowDown size={14} aria-hidden />, () =>
              editor.dispatchCommand(MOVE_BLOCK_COMMAND, 'down'),
            )}
            <Menu.Separator className={styles.line} />
            {item(actions['block.delete'].label, <Trash2 size={14} aria-hidden />, () =>
              editor.dispatchCommand(BLOCKS_COMMAND, 'remove'),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
