import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { useState } from 'react';
import { linkAddress } from '../../shared/article/address';
import { strings } from '../strings/en';
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
  linkAddress(typed) ??
  (/^[^\s:@/]+\.[^\s:@]+/.test(typed.trim()) ? linkAddress(`https://${typed.trim()}`) : null);

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
      title={strings.link.title}
      closeLabel={strings.close}
      onClose={onClose}
      finalFocus={finalFocus}
      actions={
        <>
          {present.url ? <Button onClick={() => set(null)}>{strings.link.remove}</Button> : null}
          <Button
            look="primary"
            disabled={!present.possible || !address}
            onClick={() => address && set(address)}
          >
            {strings.link.apply}
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
          label={strings.link.address}
          placeholder={strings.link.hint}
          value={typed}
          hint={
            !present.possible
              ? strings.link.noWords
              : typed !== '' && !address
                ? strings.link.refused
                : undefined
          }
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}
