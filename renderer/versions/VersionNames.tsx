import { useState } from 'react';
import { mostNameCharacters, type VersionEntry } from '../../shared/versions/version';
import { versionWords } from '../strings/versions';
import { Button } from '../ui/Button';
import { momentInWords } from '../ui/days';
import styles from './VersionsDialog.module.css';

const words = versionWords.versions;

interface NameFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** The field in which a version gets its name. */
function NameField({ label, hint, name, onChange }: NameFieldProps) {
  return (
    <input
      className={styles.name}
      aria-label={label}
      placeholder={hint}
      maxLength={mostNameCharacters}
      value={name}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Keeps what is in the window, under a name if the writer gives one. */
export function Keep({ onKeep }: { readonly onKeep: (name: string | null) => Promise<boolean> }) {
  const [name, setName] = useState('');
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        void onKeep(name.trim() === '' ? null : name.trim()).then((kept) => {
          if (kept) setName('');
        });
      }}
    >
      <NameField label={words.keepName} hint={words.keepPlaceholder} name={name} onChange={setName} />
      <Button type="submit">{words.keep}</Button>
    </form>
  );
}

interface HeadingProps {
  readonly entry: VersionEntry;
  /** No version before it is kept. */
  readonly isFirst: boolean;
  readonly onName: (name: string) => void;
}

/** Which version is shown, and its name, which can be given here. */
export function Heading({ entry, isFirst, onName }: HeadingProps) {
  const [name, setName] = useState(entry.name ?? '');
  return (
    <form
      className={styles.heading}
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <span className={styles.what}>
        <strong>{momentInWords(entry.taken)}</strong>
        <span className={styles.faint}>
          {words.reason[entry.reason]} · {words.words(entry.words)} ·{' '}
          {isFirst ? words.first : words.churn(entry.added, entry.removed)}
        </span>
      </span>
      <span className={styles.naming}>
        <NameField label={words.name} hint={words.namePlaceholder} name={name} onChange={setName} />
        <Button type="submit" disabled={name.trim() === (entry.name ?? '')}>
          {words.setName}
        </Button>
      </span>
    </form>
  );
}
