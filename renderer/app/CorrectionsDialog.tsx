import { useState } from 'react';
import type { Correction } from '../../shared/article/article';
import { inlines } from '../../shared/article/build';
import { wordsOfNewer } from '../../shared/article/newer';
import { inlineText } from '../../shared/article/traverse';
import { leftUnread } from '../../shared/base/codec';
import { strings } from '../strings/en';
import { leavingWords } from '../strings/leaving';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, Field } from '../ui/Field';
import { momentOf } from '../ui/moment';
import styles from './DeskDialogs.module.css';

interface CorrectionsDialogProps {
  readonly corrections: readonly Correction[];
  /** How many more stand in the text, as blocks. */
  readonly inText: number;
  readonly onChange: (corrections: readonly Correction[]) => void;
  readonly onClose: () => void;
}

const types = ['correction', 'clarification'] as const;

/** The words of a correction; of one of a newer version those that can be told, and that it is one. */
function wordsOf(correction: Correction): string {
  const unread = leftUnread(correction, 'text');
  return unread === undefined
    ? inlineText(correction.text)
    : `${wordsOfNewer(unread)} (${leavingWords.corrections.newer})`;
}

/** The corrections of an article: what readers are told was wrong, with the day on which it was put right. */
export function CorrectionsDialog({ corrections, inText, onChange, onClose }: CorrectionsDialogProps) {
  const [type, setType] = useState<Correction['type']>('correction');
  const [words, setWords] = useState('');
  const add = () => {
    onChange([...corrections, { type, date: momentOf(new Date()), text: inlines(words.trim()) }]);
    setWords('');
  };
  return (
    <Dialog
      title={leavingWords.corrections.title}
      closeLabel={strings.close}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.close}</Button>
          <Button look="primary" disabled={words.trim() === ''} onClick={add}>
            {leavingWords.corrections.add}
          </Button>
        </>
      }
    >
      {corrections.length + inText === 0 ? <p>{leavingWords.corrections.none}</p> : null}
      {inText > 0 ? <p>{leavingWords.corrections.inText(inText)}</p> : null}
      <ul className={styles.list}>
        {corrections.map((correction, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two corrections may say the same on the same day.
          <li key={at} className={styles.entry}>
            <span className={styles.what}>
              <span>{wordsOf(correction)}</span>
              <span className={styles.when}>
                {leavingWords.corrections.types[correction.type]},{' '}
                {new Date(correction.date).toLocaleDateString('en-GB')}
              </span>
            </span>
            <Button look="quiet" onClick={() => onChange(corrections.toSpliced(at, 1))}>
              {leavingWords.corrections.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Choice<Correction['type']>
        label={leavingWords.corrections.type}
        value={type}
        options={types.map((value) => ({ value, label: leavingWords.corrections.types[value] }))}
        onChange={setType}
      />
      <Field
        label={leavingWords.corrections.words}
        hint={leavingWords.corrections.hint}
        lines="many"
        value={words}
        onChange={setWords}
      />
    </Dialog>
  );
}
