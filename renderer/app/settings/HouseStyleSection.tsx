import { type ChangeEvent, useRef, useState } from 'react';
import type { HouseStyleRule } from '../../../shared/article/desk-settings';
import {
  checkStyleRule,
  describeStyleFileRefusal,
  describeStyleRefusal,
  exportHouseStyle,
  importHouseStyle,
} from '../../../shared/checks';
import { standfirst } from '../../bridge/standfirst';
import { strings } from '../../strings/en';
import { callFailure } from '../../strings/failures';
import { settingsWords } from '../../strings/settings';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import styles from './Settings.module.css';

interface HouseStyleProps {
  readonly rules: readonly HouseStyleRule[];
  readonly onChange: (rules: readonly HouseStyleRule[]) => void;
}

/** "Not this, but that, because": rows to edit, and the whole list from and to a CSV file. */
export function HouseStyleSection({ rules, onChange }: HouseStyleProps) {
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
      settingsWords.imported(imported.value.rules.length),
      ...imported.value.refused.map(({ line, refusal }) =>
        settingsWords.refusedRow(line, describeStyleRefusal(refusal)),
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
          {settingsWords.addRule}
        </Button>
        <Button onClick={() => file.current?.click()}>{settingsWords.importStyle}</Button>
        <Button disabled={rules.length === 0} onClick={() => void write()}>
          {settingsWords.exportStyle}
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
      {rules.length === 0 ? <p className={styles.empty}>{settingsWords.noRules}</p> : null}
      {rules.map((rule, index) => {
        const checked = checkStyleRule(rule);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule being typed has no identity but its place.
          <div key={index} className={styles.rule}>
            <Field
              label={settingsWords.avoid}
              value={rule.avoid}
              onChange={(avoid) => change(index, { avoid })}
            />
            <Field
              label={settingsWords.prefer}
              value={rule.prefer}
              onChange={(prefer) => change(index, { prefer })}
            />
            <Field
              label={settingsWords.because}
              hint={checked.ok || rule.avoid === '' ? undefined : describeStyleRefusal(checked.error)}
              value={rule.reason}
              onChange={(reason) => change(index, { reason })}
            />
            <Button look="quiet" onClick={() => onChange(rules.toSpliced(index, 1))}>
              {settingsWords.removeRule}
            </Button>
          </div>
        );
      })}
    </>
  );
}
