import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { strings } from '../strings/en';
import { toolWords } from '../strings/tools';
import { Button, IconButton } from '../ui/Button';
import styles from './FindBar.module.css';
import type { Query } from './matches';

interface FindBarProps {
  readonly query: Query;
  readonly replacement: string;
  readonly replacing: boolean;
  /** How many matches there are and which one is shown, counted from 1; or why there are none. */
  readonly status: string;
  readonly hasMatches: boolean;
  readonly onQuery: (query: Query) => void;
  readonly onReplacement: (words: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onReplace: () => void;
  readonly onReplaceAll: () => void;
  readonly onClose: () => void;
}

/** Find, and replace, above the page. */
export function FindBar(props: FindBarProps) {
  const { query, replacement, replacing, status, hasMatches } = props;
  const { onQuery, onReplacement, onStep, onReplace, onReplaceAll, onClose } = props;
  const options = useId();
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLInputElement &&
      event.target.type === 'text'
    ) {
      event.preventDefault();
      if (event.target.name === 'replacement') onReplace();
      else onStep(event.shiftKey ? -1 : 1);
    }
  };
  const toggle = (field: 'matchCase' | 'wholeWords' | 'pattern', label: string) => (
    <label htmlFor={`${options}-${field}`} className={styles.toggle}>
      <input
        id={`${options}-${field}`}
        type="checkbox"
        checked={query[field]}
        onChange={(event) => onQuery({ ...query, [field]: event.target.checked })}
      />
      {label}
    </label>
  );
  return (
    <search className={styles.bar} aria-label={toolWords.find.region} onKeyDown={press}>
      <div className={styles.row}>
        <input
          type="text"
          name="words"
          className={styles.input}
          aria-label={toolWords.find.find}
          placeholder={toolWords.find.find}
          value={query.words}
          // biome-ignore lint/a11y/noAutofocus: the bar is opened to type in it.
          autoFocus
          spellCheck={false}
          onChange={(event) => onQuery({ ...query, words: event.target.value })}
        />
        <span role="status" aria-label={toolWords.find.matches} className={styles.status}>
          {status}
        </span>
        <IconButton
          label={toolWords.find.previous}
          icon={<ArrowUp size={15} aria-hidden />}
          disabled={!hasMatches}
          onClick={() => onStep(-1)}
        />
        <IconButton
          label={toolWords.find.next}
          icon={<ArrowDown size={15} aria-hidden />}
          disabled={!hasMatches}
          onClick={() => onStep(1)}
        />
        <IconButton label={strings.close} icon={<X size={15} aria-hidden />} onClick={onClose} />
      </div>
      {replacing ? (
        <div className={styles.row}>
          <input
            type="text"
            name="replacement"
            className={styles.input}
            aria-label={toolWords.find.replace}
            placeholder={toolWords.find.replace}
            value={replacement}
            spellCheck={false}
            onChange={(event) => onReplacement(event.target.value)}
          />
          <Button disabled={!hasMatches} onClick={onReplace}>
            {toolWords.find.replaceOne}
          </Button>
          <Button disabled={!hasMatches} onClick={onReplaceAll}>
            {toolWords.find.replaceAll}
          </Button>
        </div>
      ) : null}
      <div className={styles.row}>
        {toggle('matchCase', toolWords.find.matchCase)}
        {toggle('wholeWords', toolWords.find.wholeWords)}
        {toggle('pattern', toolWords.find.pattern)}
      </div>
    </search>
  );
}
