import { useState } from 'react';
import {
  type AdTarget,
  adTargetNames,
  type CorrectionPlace,
  correctionPlaces,
  type DeskSettings,
  type FormatName,
  formatNames,
  type LookName,
  lookNames,
} from '../../shared/article/desk-settings';
import { formats } from '../../shared/export/formats';
import { safeHouseStyle } from '../../shared/export/house-style';
import type { Client } from '../../shared/ipc/contract';
import { leavingWords, stylesheetFailure } from '../strings/leaving';
import { settingsWords } from '../strings/settings';
import { Button } from '../ui/Button';
import { Choice, Label } from '../ui/Field';
import { type HouseStyle, useHouseStyle } from './house-style';
import styles from './PublishingSettings.module.css';

interface PublishingSettingsProps {
  readonly client: Client;
  readonly settings: DeskSettings;
  readonly onChange: (fields: Partial<DeskSettings>) => void;
}

/** How the articles of the desk are handed over: what is offered first, where corrections stand, the house's stylesheet. */
export function PublishingSettings({ client, settings, onChange }: PublishingSettingsProps) {
  return (
    <>
      <div className={styles.row}>
        <Choice<FormatName>
          label={settingsWords.firstFormat}
          value={settings.exportFormat}
          options={formatNames.map((value) => ({ value, label: formats[value].title }))}
          onChange={(exportFormat) => onChange({ exportFormat })}
        />
        <Choice<LookName>
          label={settingsWords.firstLook}
          value={settings.exportLook}
          options={lookNames.map((value) => ({ value, label: leavingWords.exportDialog.looks[value] }))}
          onChange={(exportLook) => onChange({ exportLook })}
        />
      </div>
      <div className={styles.row}>
        <Choice<AdTarget>
          label={settingsWords.firstAds}
          value={settings.adTarget}
          options={adTargetNames.map((value) => ({ value, label: leavingWords.adTargets[value] }))}
          onChange={(adTarget) => onChange({ adTarget })}
        />
        <Choice<CorrectionPlace>
          label={settingsWords.correctionsAt}
          value={settings.correctionsAt}
          options={correctionPlaces.map((value) => ({
            value,
            label: settingsWords.correctionPlaces[value],
          }))}
          onChange={(correctionsAt) => onChange({ correctionsAt })}
        />
      </div>
      <p className={styles.hint}>{settingsWords.publishingHint}</p>
      <HouseStylesheet client={client} />
    </>
  );
}

/** The stylesheet is a file of the desk: it is copied and removed at once, whatever becomes of the other settings. */
function HouseStylesheet({ client }: Pick<PublishingSettingsProps, 'client'>) {
  const read = useHouseStyle(client);
  const [changed, setChanged] = useState<HouseStyle | null>(null);
  const house = changed ?? read;
  const has = house !== null && house.css !== null;
  const ignored = [...new Set(safeHouseStyle(house?.css ?? '').removed)];

  async function change(call: 'chooseHouseStylesheet' | 'removeHouseStylesheet'): Promise<void> {
    const answer = await client.desk[call]();
    if (!answer.ok) setChanged({ css: house?.css ?? null, problem: stylesheetFailure(answer.error) });
    else if (answer.value) setChanged({ css: answer.value.css, problem: null });
  }

  return (
    <section className={styles.stylesheet} aria-label={settingsWords.stylesheet}>
      <Label>{settingsWords.stylesheet}</Label>
      <div className={styles.sheetRow}>
        <span role="status" className={styles.state}>
          {has ? settingsWords.stylesheetIs(house.css?.length ?? 0) : settingsWords.stylesheetNone}
        </span>
        <Button onClick={() => void change('chooseHouseStylesheet')}>
          {has ? settingsWords.stylesheetOther : settingsWords.stylesheetChoose}
        </Button>
        {has ? (
          <Button look="quiet" onClick={() => void change('removeHouseStylesheet')}>
            {settingsWords.stylesheetRemove}
          </Button>
        ) : null}
      </div>
      {house?.problem ? (
        <p role="alert" className={styles.problem}>
          {settingsWords.stylesheetRefused(house.problem)}
        </p>
      ) : null}
      {ignored.length > 0 ? (
        <details className={styles.hint}>
          <summary>{leavingWords.exportDialog.ignoredStyle(ignored.length)}</summary>
          <ul>
            {ignored.map((part) => (
              <li key={part}>
                <code>{part}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className={styles.hint}>{settingsWords.stylesheetHint}</p>
    </section>
  );
}
