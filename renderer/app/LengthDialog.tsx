import { useState } from 'react';
import { mostTargetWords } from '../../shared/article/article';
import { type Counts, readingMinutes } from '../../shared/article/words';
import { useDocument } from '../session/document';
import { strings } from '../strings/en';
import { toolWords } from '../strings/tools';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import styles from './LengthDialog.module.css';

interface LengthDialogProps {
  /** Words; 0 for none. */
  readonly target: number;
  readonly onTarget: (words: number) => void;
  readonly onClose: () => void;
  readonly finalFocus: () => HTMLElement | null;
}

/** The length of the article and of what is selected, and how long it should become. */
export function LengthDialog({ target, onTarget, onClose, finalFocus }: LengthDialogProps) {
  const counts = useDocument((state) => state.counts);
  const selected = useDocument((state) => state.selected);
  const [typed, setTyped] = useState(target === 0 ? '' : String(target));
  const wanted = Number(typed.replace(/[\s,.’]/g, '') || '0');
  const fits = Number.isInteger(wanted) && wanted >= 0 && wanted <= mostTargetWords;
  const save = () => {
    if (!fits) return;
    onTarget(wanted);
    onClose();
  };
  const words = toolWords.length;
  const row = (name: string, value: (of: Counts) => number) => (
    <tr>
      <th scope="row">{name}</th>
      <td>{value(counts).toLocaleString('en')}</td>
      {selected ? <td>{value(selected).toLocaleString('en')}</td> : null}
    </tr>
  );
  return (
    <Dialog
      title={words.title}
      closeLabel={strings.close}
      onClose={onClose}
      finalFocus={finalFocus}
      actions={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button look="primary" disabled={!fits} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <table className={styles.counts}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.article}</th>
            {selected ? <th scope="col">{words.selection}</th> : null}
          </tr>
        </thead>
        <tbody>
          {row(words.words, (of) => of.words)}
          {row(words.characters, (of) => of.characters)}
          {row(words.minutes, (of) => readingMinutes(of.words))}
        </tbody>
      </table>
      <p className={styles.hint}>{words.counted}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={words.target}
          hint={fits ? (wanted > 0 ? words.progress(counts.words, wanted) : words.targetHint) : words.refused}
          invalid={!fits}
          value={typed}
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}
