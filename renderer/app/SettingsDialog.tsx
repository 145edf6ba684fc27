import { Tabs } from '@base-ui/react/tabs';
import { type ChangeEvent, useRef, useState } from 'react';
import type { DeskSettings, HouseStyleRule } from '../../shared/article/desk-settings';
import {
  checkStyleRule,
  describeStyleFileRefusal,
  describeStyleRefusal,
  exportHouseStyle,
  importHouseStyle,
} from '../../shared/checks';
import { standfirst } from '../bridge/standfirst';
import { PublishingSettings } from '../export/PublishingSettings';
import { strings } from '../strings/en';
import { callFailure } from '../strings/failures';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, Field } from '../ui/Field';
import styles from './SettingsDialog.module.css';

interface SettingsDialogProps {
  readonly settings: DeskSettings;
  readonly path: string;
  readonly onSave: (settings: DeskSettings) => void;
  readonly onChangeDesk: () => void;
  readonly onClose: () => void;
}

const languages = [
  { value: 'en', label: 'English (US)' },
  { value: 'en-GB', label: 'English (UK)' },
] as const;

/** What holds for every article of the desk: masthead, wording, house style. */
export function SettingsDialog({ settings, path, onSave, onChangeDesk, onClose }: SettingsDialogProps) {
  const [draft, setDraft] = useState(settings);
  const set = (fields: Partial<DeskSettings>) => setDraft((present) => ({ ...present, ...fields }));
  const base = draft.canonicalBase ?? '';
  const baseFits = base === '' || /^https?:\/\/[^\s"<>]+$/.test(base);
  return (
    <Dialog
      title={strings.settings.title}
      closeLabel={strings.close}
      width={640}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.tag.cancel}</Button>
          <Button
            look="primary"
            disabled={!baseFits || draft.masthead.name.trim() === ''}
            onClick={() => onSave({ ...draft, canonicalBase: base === '' ? null : base })}
          >
            {strings.settings.save}
          </Button>
        </>
      }
    >
      <Tabs.Root defaultValue="desk" className={styles.tabs}>
        <Tabs.List className={styles.list}>
          <Tabs.Tab value="desk" className={styles.tab}>
            {strings.settings.desk}
          </Tabs.Tab>
          <Tabs.Tab value="wording" className={styles.tab}>
            {strings.settings.wording}
          </Tabs.Tab>
          <Tabs.Tab value="style" className={styles.tab}>
            {strings.settings.style}
          </Tabs.Tab>
          <Tabs.Tab value="publishing" className={styles.tab}>
            {strings.settings.publishing}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="desk" className={styles.panel}>
          <p className={styles.path}>
            {path} <Button onClick={onChangeDesk}>{strings.desk.choose}</Button>
          </p>
          <Field
            label={strings.settings.masthead}
            value={draft.masthead.name}
            onChange={(name) => set({ masthead: { ...draft.masthead, name } })}
          />
          <Field
            label={strings.settings.tagline}
            value={draft.masthead.tagline}
            onChange={(tagline) => set({ masthead: { ...draft.masthead, tagline } })}
          />
          <Choice
            label={strings.settings.language}
            value={languages.find(({ value }) => value === draft.language)?.value ?? 'en'}
            options={languages}
            onChange={(language) => set({ language })}
          />
          <Field
            label={strings.settings.canonicalBase}
            hint={baseFits ? strings.settings.canonicalHint : strings.settings.canonicalRefused}
            value={base}
            onChange={(canonicalBase) => set({ canonicalBase })}
          />
          <Choice<'clean' | 'keep'>
            label={strings.settings.links}
            hint={strings.settings.linksHint}
            value={draft.cleanLinks ? 'clean' : 'keep'}
            options={[
              { value: 'clean', label: strings.settings.linksClean },
              { value: 'keep', label: strings.settings.linksKeep },
            ]}
            onChange={(value) => set({ cleanLinks: value === 'clean' })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="wording" className={styles.panel}>
          <Field
            label={strings.settings.adLabel}
            value={draft.adWording.label}
            onChange={(label) => set({ adWording: { ...draft.adWording, label } })}
          />
          <Field
            label={strings.settings.continuation}
            value={draft.adWording.continuation}
            onChange={(continuation) => set({ adWording: { ...draft.adWording, continuation } })}
          />
          <Field
            label={strings.settings.words}
            hint={strings.settings.wordsHint}
            lines="many"
            value={draft.words.join('\n')}
            onChange={(typed) => set({ words: typed.split('\n').filter((word) => word.trim() !== '') })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="style" className={styles.panel}>
          <HouseStyle rules={draft.houseStyle} onChange={(houseStyle) => set({ houseStyle })} />
        </Tabs.Panel>
        <Tabs.Panel value="publishing" className={styles.panel}>
          <PublishingSettings client={standfirst} settings={draft} onChange={set} />
        </Tabs.Panel>
      </Tabs.Root>
    </Dialog>
  );
}

interface HouseStyleProps {
  readonly rules: readonly HouseStyleRule[];
  readonly onChange: (rules: readonly HouseStyleRule[]) => void;
}

/** "Not this, but that, because": rows to edit, and the whole list from and to a CSV file. */
function HouseStyle({ rules, onChange }: HouseStyleProps) {
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<readonly string[]>([]);
  const change = (at: number, fields: Partial<HouseStyleRule>) =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...fields } : rule)));

  async function read(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [chosen] = event.target.files ?? [];
    event.target.value = '';
    if (!chosen) return;
    const imported = importHouseStyle(await chosen.text());
    if (!imported.ok) return setTold([describeStyleFileRefusal(imported.error)]);
    const known = new Set(rules.map((rule) => rule.avoid));
    onChange([...rules, ...imported.value.rules.filter((rule) => !known.has(rule.avoid))]);
    setTold([
      strings.settings.imported(imported.value.rules.length),
      ...imported.value.refused.map(({ line, refusal }) =>
        strings.settings.refusedRow(line, describeStyleRefusal(refusal)),
      ),
    ]);
  }

  async function write(): Promise<void> {
    const answer = await standfirst.export.write({
      files: [{ name: 'house-style.csv', content: exportHouseStyle(rules) }],
    });
    if (!answer.ok) setTold([strings.notDone(callFailure(answer.error))]);
  }

  return (
    <>
      <div className={styles.styleActions}>
        <Button onClick={() => onChange([...rules, { avoid: '', prefer: '', reason: '' }])}>
          {strings.settings.addRule}
        </Button>
        <Button onClick={() => file.current?.click()}>{strings.settings.importStyle}</Button>
        <Button disabled={rules.length === 0} onClick={() => void write()}>
          {strings.settings.exportStyle}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv,text/plain"
          hidden
          onChange={(event) => void read(event)}
        />
      </div>
      {told.length > 0 ? (
        <ul role="status" className={styles.told}>
          {told.slice(0, 20).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {rules.length === 0 ? <p className={styles.empty}>{strings.settings.noRules}</p> : null}
      {rules.map((rule, index) => {
        const checked = checkStyleRule(rule);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule being typed has no identity but its place.
          <div key={index} className={styles.rule}>
            <Field
              label={strings.settings.avoid}
              value={rule.avoid}
              onChange={(avoid) => change(index, { avoid })}
            />
            <Field
              label={strings.settings.prefer}
              value={rule.prefer}
              onChange={(prefer) => change(index, { prefer })}
            />
            <Field
              label={strings.settings.because}
              hint={checked.ok || rule.avoid === '' ? undefined : describeStyleRefusal(checked.error)}
              value={rule.reason}
              onChange={(reason) => change(index, { reason })}
            />
            <Button look="quiet" onClick={() => onChange(rules.toSpliced(index, 1))}>
              {strings.settings.removeRule}
            </Button>
          </div>
        );
      })}
    </>
  );
}
