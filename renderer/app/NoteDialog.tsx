import { useState } from 'react';
import { strings } from '../strings/en';
import { toolWords } from '../strings/tools';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';

interface NoteDialogProps {
  readonly note: string;
  /** Whether the comment stands on words already, so that it can be taken away. */
  readonly exists: boolean;
  readonly onSave: (note: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
  readonly finalFocus: () => HTMLElement | null;
}

/** A comment on words. It is for the desk and reaches no exit. */
export function NoteDialog({ note, exists, onSave, onRemove, onClose, finalFocus }: NoteDialogProps) {
  const [typed, setTyped] = useState(note);
  return (
    <Dialog
      title={toolWords.notes.title}
      closeLabel={strings.close}
      onClose={onClose}
      finalFocus={finalFocus}
      actions={
        <>
          {exists ? <Button onClick={onRemove}>{toolWords.notes.remove}</Button> : null}
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" disabled={typed.trim() === ''} onClick={() => onSave(typed)}>
            {toolWords.notes.save}
          </Button>
        </>
      }
    >
      <Field
        label={toolWords.notes.field}
        hint={toolWords.notes.hint}
        lines="many"
        value={typed}
        onChange={setTyped}
      />
    </Dialog>
  );
}
