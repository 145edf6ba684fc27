import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useState } from 'react';
import { hasCredentials, plainAddress } from '../../shared/article/address';
import { INSERT_EMBED_COMMAND } from '../editor/features/embed/embed';
import { strings } from '../strings/en';
import { toolWords } from '../strings/tools';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';

interface LinkDialogProps {
  readonly editor: LexicalEditor;
  readonly onClose: () => void;
  readonly finalFocus: () => HTMLElement | null;
}

/** The address of the link at the caret, and whether there is anything a link could be set on. */
function $present(): { readonly url: string; readonly possible: boolean } {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { url: '', possible: false };
  const link = [selection.anchor.getNode(), ...selection.anchor.getNode().getParents()].find($isLinkNode);
  return { url: link?.getURL() ?? '', possible: link !== undefined || !selection.isCollapsed() };
}

/** A typed address as it may enter the article; one without a scheme is read as https. */
const readAddress = (typed: string): string | null =>
  plainAddress(typed) ??
  (/^[^\s:@/]+\.[^\s:@]+/.test(typed.trim()) ? plainAddress(`https://${typed.trim()}`) : null);

/** Sets, changes or removes the link on the selected words. */
export function LinkDialog({ editor, onClose, finalFocus }: LinkDialogProps) {
  const [present] = useState(() => editor.read($present));
  const [typed, setTyped] = useState(present.url);
  const address = readAddress(typed);
  const set = (url: string | null) => {
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
    onClose();
  };
  return (
    <Dialog
      title={toolWords.link.title}
      closeLabel={strings.close}
      onClose={onClose}
      finalFocus={finalFocus}
      actions={
        <>
          {present.url ? <Button onClick={() => set(null)}>{toolWords.link.remove}</Button> : null}
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button
            look="primary"
            disabled={!present.possible || !address}
            onClick={() => address && set(address)}
          >
            {toolWords.link.apply}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (present.possible && address) set(address);
        }}
      >
        <Field
          label={toolWords.link.address}
          placeholder={toolWords.link.hint}
          value={typed}
          hint={
            !present.possible
              ? toolWords.link.noWords
              : typed !== '' && !address
                ? toolWords.link.refused
                : hasCredentials(typed)
                  ? toolWords.link.credentials
                  : undefined
          }
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}

/** Asks for the address of a new link card; its words are written in the card itself. */
export function LinkCardDialog({ editor, onClose, finalFocus }: LinkDialogProps) {
  const [typed, setTyped] = useState('');
  const address = readAddress(typed);
  const insert = () => {
    if (!address) return;
    onClose();
    // Once the dialog has given the keyboard back, the new card takes it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => editor.dispatchCommand(INSERT_EMBED_COMMAND, address)),
    );
  };
  return (
    <Dialog
      title={toolWords.linkCard.title}
      closeLabel={strings.close}
      onClose={onClose}
      finalFocus={finalFocus}
      actions={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" disabled={!address} onClick={insert}>
            {toolWords.linkCard.insert}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          insert();
        }}
      >
        <Field
          label={toolWords.link.address}
          placeholder={toolWords.link.hint}
          value={typed}
          hint={
            typed !== '' && !address
              ? toolWords.link.refused
              : hasCredentials(typed)
                ? toolWords.link.credentials
                : toolWords.linkCard.hint
          }
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}
