import { useId, useState } from 'react';
import styles from './controls.module.css';
import { clockAt, momentAt, zoneAt } from './moment';

interface MomentFieldProps {
  readonly label: string;
  /** Says by which clock the time is meant; `zone` is such as "+01:00". */
  readonly hint: (zone: string) => string;
  /** ISO 8601 with zone; null for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A year of four figures that are being typed is a year of one figure first: nobody means that. */
const firstYear = 1900;

/** A labelled field for a day and a time by the clock of this machine. Emptied, there is none. */
export function MomentField({ label, hint, value, onChange }: MomentFieldProps) {
  const id = useId();
  const [today] = useState(() => new Date());
  // What is being typed, and for which value; a value from elsewhere takes its place.
  const [typed, setTyped] = useState({ clock: clockAt(value), value });
  const clock = typed.value === value ? typed.clock : clockAt(value);
  const change = (next: string) => {
    const moment = momentAt(next);
    const isMeant = moment === null || Number(moment.slice(0, 4)) >= firstYear;
    setTyped({ clock: next, value: isMeant ? moment : value });
    if (isMeant && moment !== value) onChange(moment);
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        className={styles.input}
        value={clock}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value)}
      />
      <span className={styles.hint} id={`${id}-hint`}>
        {hint(zoneAt(value === null ? today : new Date(value)))}
      </span>
    </div>
  );
}
