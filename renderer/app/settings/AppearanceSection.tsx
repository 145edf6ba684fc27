import {
  type Face,
  type Focus,
  faceNames,
  focusNames,
  type Measure,
  measureNames,
  type Preferences,
  type Theme,
  themeNames,
} from '../../../shared/ipc/preferences';
import { settingsWords } from '../../strings/settings';
import { Choice } from '../../ui/Field';
import { zoomSteps } from '../view-actions';
import styles from './Settings.module.css';

interface AppearanceSectionProps {
  readonly preferences: Preferences;
  readonly onChange: (fields: Partial<Preferences>) => void;
}

const optionsOf = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
  names.map((value) => ({ value, label: words[value] }));

/** How the window looks and behaves while writing; readers see none of it. */
export function AppearanceSection({ preferences, onChange }: AppearanceSectionProps) {
  const { appearance } = settingsWords;
  return (
    <>
      <p className={styles.hint}>{appearance.hint}</p>
      <div className={styles.pairs}>
        <Choice<Theme>
          label={appearance.theme}
          value={preferences.theme}
          options={optionsOf(themeNames, appearance.themes)}
          onChange={(theme) => onChange({ theme })}
        />
        <Choice<string>
          label={appearance.zoom}
          value={String(preferences.zoom)}
          options={zoomSteps(preferences.zoom).map((step) => ({
            value: String(step),
            label: `${Math.round(step * 100)} %`,
          }))}
          onChange={(zoom) => onChange({ zoom: Number(zoom) })}
        />
        <Choice<Face>
          label={appearance.face}
          value={preferences.face}
          options={optionsOf(faceNames, appearance.faces)}
          onChange={(face) => onChange({ face })}
        />
        <Choice<Measure>
          label={appearance.measure}
          value={preferences.measure}
          options={optionsOf(measureNames, appearance.measures)}
          onChange={(measure) => onChange({ measure })}
        />
        <Choice<Focus>
          label={appearance.focus}
          value={preferences.focus}
          options={optionsOf(focusNames, appearance.focuses)}
          onChange={(focus) => onChange({ focus })}
        />
        <Choice<'on' | 'off'>
          label={appearance.typewriter}
          value={preferences.typewriter ? 'on' : 'off'}
          options={optionsOf(['off', 'on'] as const, appearance.typewriters)}
          onChange={(typewriter) => onChange({ typewriter: typewriter === 'on' })}
        />
      </div>
    </>
  );
}
