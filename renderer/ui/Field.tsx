import { type ReactNode, useId } from 'react';
import styles from './controls.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly placeholder?: string;
  readonly lines?: 'one' | 'many';
  /** What one line holds; a date is YYYY-MM-DD or empty. */
  readonly type?: 'text' | 'date';
  readonly invalid?: boolean;
  readonly autoFocus?: boolean;
  /** The id of a `datalist` of values to choose from. */
  readonly list?: string;
  readonly onChange: (value: string) => void;
}

/** A labelled text field. */
export function Field(props: FieldProps) {
  const {
    label,
    hint,
    value,
    placeholder,
    lines = 'one',
    type = 'text',
    invalid,
    autoFocus,
    list,
    onChange,
  } = props;
  const id = useId();
  const shared = {
    id,
    value,
    placeholder,
    autoFocus,
    spellCheck: false,
    className: styles.input,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    'aria-invalid': invalid || undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {lines === 'one' ? <input type={type} list={list} {...shared} /> : <textarea {...shared} />}
      {hint ? (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** A labelled choice of one among a few. */
export function Choice<Value extends string>({ label, hint, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        // The select offers exactly the values of `options`.
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint ? (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}

/** Words in the look of a field's label. */
export const Label = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.label}>{children}</span>
);
