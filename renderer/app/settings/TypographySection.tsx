import type { Preferences } from '../../../shared/ipc/preferences';
import { typographyOf } from '../../../shared/typography/rules';
import { settingsWords } from '../../strings/settings';
import { Choice } from '../../ui/Field';
import styles from './Settings.module.css';

interface TypographySectionProps {
  readonly preferences: Preferences;
  /** Language tag of new articles, for the example. */
  readonly language: string;
  readonly onChange: (fields: Partial<Preferences>) => void;
}

/** Whether quotation marks and dashes are set while they are typed. */
export function TypographySection({ preferences, language, onChange }: TypographySectionProps) {
  const { typography } = settingsWords;
  const { double, dash } = typographyOf(language);
  return (
    <>
      <p className={styles.hint}>{typography.hint}</p>
      <Choice<'on' | 'off'>
        label={typography.quotes}
        value={preferences.smartTypography ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, label: typography.states[value] }))}
        onChange={(state) => onChange({ smartTypography: state === 'on' })}
      />
      {preferences.smartTypography ? (
        <p className={styles.hint}>{typography.example(`${double[0]}…${double[1]}`, dash)}</p>
      ) : null}
    </>
  );
}
