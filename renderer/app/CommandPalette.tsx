import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import { type ActionId, actions } from '../../shared/ipc/actions';
import { keysAfter } from '../editor/held-keys';
import { strings } from '../strings/en';
import { toolWords } from '../strings/tools';
import { Dialog } from '../ui/Dialog';
import { afterFrame } from '../ui/later';
import type { Performers } from './actions';
import styles from './CommandPalette.module.css';
import { useWindow } from './desk-state';
import { shownKey } from './keys';

interface CommandPaletteProps {
  readonly performers: Performers;
  readonly platform: string;
  readonly onClose: () => void;
  readonly finalFocus: () => HTMLElement | null;
}

interface Command {
  readonly value: ActionId;
  readonly label: string;
  readonly keys: string | undefined;
}

/** The actions this window can perform, in the order of the table. */
export function commandsOf(performers: Performers, platform: string): readonly Command[] {
  const { preferences } = useWindow.getState();
  return Object.entries(actions)
    .filter(([id]) => id !== 'app.palette' && Object.hasOwn(performers, id))
    .map(([id, action]) => ({
      value: id as ActionId,
      label: action.label.replace('…', ''),
      keys: shownKey(id as ActionId, preferences?.keys ?? {}, platform),
    }));
}

/** All actions with their keys, found by typing. */
export function CommandPalette({ performers, platform, onClose, finalFocus }: CommandPaletteProps) {
  const [query, setQuery] = useState('');
  const run = (command: Command) => {
    onClose();
    // After the dialog has given the keyboard back, so that the action finds the caret where it was.
    void keysAfter(afterFrame().then(() => performers[command.value]?.()));
  };
  return (
    <Dialog
      title={toolWords.palette.title}
      closeLabel={strings.close}
      width={520}
      onClose={onClose}
      finalFocus={finalFocus}
    >
      <Autocomplete.Root
        items={commandsOf(performers, platform)}
        value={query}
        onValueChange={setQuery}
        itemToStringValue={(command: Command) => command.label}
        inline
        open
        autoHighlight="always"
      >
        <Autocomplete.Input
          className={styles.input}
          aria-label={toolWords.palette.search}
          placeholder={toolWords.palette.search}
        />
        <Autocomplete.Empty className={styles.empty}>{toolWords.palette.none}</Autocomplete.Empty>
        <Autocomplete.List className={styles.list}>
          {(command: Command) => (
            <Autocomplete.Item
              key={command.value}
              value={command}
              className={styles.item}
              onClick={() => run(command)}
            >
              <span>{command.label}</span>
              {command.keys ? <kbd className={styles.keys}>{command.keys}</kbd> : null}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </Dialog>
  );
}
