import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useState } from 'react';
import type { DeskSettings } from '../../../shared/article/desk-settings';
import type { Preferences } from '../../../shared/ipc/preferences';
import { standfirst } from '../../bridge/standfirst';
import { PublishingSettings } from '../../export/PublishingSettings';
import { strings } from '../../strings/en';
import { settingsWords } from '../../strings/settings';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { AppearanceSection } from './AppearanceSection';
import {
  AdvertisingSection,
  DeskSection,
  fitsAsAddress,
  LanguageSection,
  MastheadSection,
} from './DeskSections';
import { HouseStyleSection } from './HouseStyleSection';
import { KeysSection } from './KeysSection';
import styles from './Settings.module.css';
import { TypographySection } from './TypographySection';

interface SettingsDialogProps {
  readonly settings: DeskSettings;
  readonly path: string;
  readonly preferences: Preferences;
  readonly platform: string;
  /** Writes the settings of the desk; answers whether they are written. */
  readonly onSave: (settings: DeskSettings) => Promise<boolean>;
  readonly onPreferences: (fields: Partial<Preferences>) => void;
  readonly onChangeDesk: () => void;
  readonly onAdPolicy: () => void;
  readonly onClose: () => void;
}

const ofDesk = ['desk', 'masthead', 'language', 'style', 'publishing', 'ads'] as const;
const ofMachine = ['typography', 'appearance', 'keys'] as const;
const sectionNames = [...ofDesk, ...ofMachine];
type SectionName = (typeof sectionNames)[number];

/** What holds for every article of the desk, saved together; and what holds on this machine, at once. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { settings, preferences, onSave, onPreferences, onClose } = props;
  // Only what is changed here is written: others who share the desk may change the rest meanwhile.
  const [changes, setChanges] = useState<Partial<DeskSettings>>({});
  const draft = { ...settings, ...changes };
  const set = (fields: Partial<DeskSettings>) => setChanges((present) => ({ ...present, ...fields }));
  const isChanged = Object.keys(changes).length > 0;
  const mayBeSaved = fitsAsAddress(draft.canonicalBase ?? '') && draft.masthead.name.trim() !== '';
  const save = () => onSave({ ...draft, canonicalBase: draft.canonicalBase || null });
  /** Leaves for another dialog; what was changed here goes along. */
  const leaveFor = (open: () => void) => {
    if (isChanged && mayBeSaved) void save().then((saved) => saved && open());
    else open();
  };

  const sections: Readonly<Record<SectionName, ReactNode>> = {
    desk: (
      <DeskSection
        draft={draft}
        set={set}
        path={props.path}
        onChangeDesk={() => leaveFor(props.onChangeDesk)}
      />
    ),
    masthead: <MastheadSection draft={draft} set={set} />,
    language: <LanguageSection draft={draft} set={set} />,
    typography: (
      <TypographySection preferences={preferences} language={draft.language} onChange={onPreferences} />
    ),
    style: <HouseStyleSection rules={draft.houseStyle} onChange={(houseStyle) => set({ houseStyle })} />,
    publishing: <PublishingSettings client={standfirst} settings={draft} onChange={set} />,
    ads: <AdvertisingSection draft={draft} set={set} onAdPolicy={() => leaveFor(props.onAdPolicy)} />,
    appearance: <AppearanceSection preferences={preferences} onChange={onPreferences} />,
    keys: (
      <KeysSection
        map={preferences.keys}
        platform={props.platform}
        onChange={(keys) => onPreferences({ keys })}
      />
    ),
  };

  return (
    <Dialog
      title={settingsWords.title}
      closeLabel={strings.close}
      width={780}
      onClose={onClose}
      actions={
        isChanged ? (
          <>
            <Button onClick={onClose}>{strings.cancel}</Button>
            <Button
              look="primary"
              disabled={!mayBeSaved}
              onClick={() => void save().then((saved) => saved && onClose())}
            >
              {settingsWords.save}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            {settingsWords.done}
          </Button>
        )
      }
    >
      <Tabs.Root defaultValue="desk" orientation="vertical" className={styles.tabs}>
        <Tabs.List className={styles.list} aria-label={settingsWords.sections}>
          {sectionNames.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              className={styles.tab}
              data-apart={name === ofMachine[0] ? '' : undefined}
            >
              {settingsWords.section[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sectionNames.map((name) => (
          <Tabs.Panel key={name} value={name} className={styles.panel}>
            {sections[name]}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
