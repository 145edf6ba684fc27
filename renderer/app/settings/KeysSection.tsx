import { type KeyboardEvent, useId, useState } from 'react';
import { type ActionId, actions, actionsIn, menus } from '../../../shared/ipc/actions';
import { type KeyRefusal, withDefaultKeys, withKey } from '../../../shared/ipc/key-changes';
import { type KeyMap, keysOf } from '../../../shared/ipc/keys';
import { settingsWords } from '../../strings/settings';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { acceleratorOfPress, keyWords } from '../keys';
import styles from './Settings.module.css';

interface KeysSectionProps {
  readonly map: KeyMap;
  readonly platform: string;
  readonly onChange: (map: KeyMap) => void;
}

const words = settingsWords.keys;

/** The label of an action as a sentence can hold it. */
const nameOf = (id: ActionId): string => actions[id].label.replace('…', '');

/** Every action with its key, in the order of the menus; a key that another action has is refused. */
export function KeysSection({ map, platform, onChange }: KeysSectionProps) {
  const [query, setQuery] = useState('');
  const [refused, setRefused] = useState<{ readonly id: ActionId; readonly why: string } | null>(null);
  const wanted = query.trim().toLowerCase();
  const shown = menus
    .map((menu) => ({
      label: menu.label,
      ids: actionsIn(menu).filter((id) => nameOf(id).toLowerCase().includes(wanted)),
    }))
    .filter(({ ids }) => ids.length > 0);

  function change(id: ActionId, changed: ReturnType<typeof withKey>): void {
    setRefused(changed.ok ? null : { id, why: refusalWords(changed.error, platform) });
    if (changed.ok) onChange(changed.value);
  }

  return (
    <>
      <div className={styles.keysHead}>
        <Field label={words.find} value={query} onChange={setQuery} />
        <Button
          disabled={Object.keys(map).length === 0}
          onClick={() => {
            setRefused(null);
            onChange({});
          }}
        >
          {words.resetAll}
        </Button>
      </div>
      <p className={styles.hint}>{words.hint}</p>
      {shown.length === 0 ? <p className={styles.hint}>{words.none}</p> : null}
      {shown.map(({ label, ids }) => (
        <section key={label} className={styles.keyGroup} aria-label={label}>
          <h3 className={styles.caption}>{label}</h3>
          {ids.map((id) => (
            <KeyRow
              key={id}
              name={nameOf(id)}
              shown={keyWords(keysOf(id, map)[0], platform) ?? ''}
              isOwn={map[id] !== undefined}
              refusal={refused?.id === id ? refused.why : null}
              onPress={(event) => {
                const pressed = keyPressed(event, platform);
                if (pressed === 'pass') return;
                event.preventDefault();
                if (pressed === 'wait') return;
                if (pressed === 'none') change(id, { ok: true, value: { ...map, [id]: [] } });
                else change(id, withKey(map, id, pressed));
              }}
              onLeave={() => setRefused(null)}
              onReset={() => change(id, withDefaultKeys(map, id))}
            />
          ))}
        </section>
      ))}
    </>
  );
}

/** What a press in a field for keys means: go on, wait for more, no key at all, or the accelerator. */
function keyPressed(event: KeyboardEvent, platform: string): string {
  const { key, ctrlKey, altKey, metaKey } = event;
  const alone = !ctrlKey && !altKey && !metaKey;
  if (alone && (key === 'Tab' || key === 'Escape')) return 'pass';
  if (alone && (key === 'Backspace' || key === 'Delete')) return 'none';
  const accelerator = acceleratorOfPress(event, platform);
  if (accelerator !== null) return accelerator;
  return key.length === 1 ? key.toUpperCase() : 'wait';
}

interface KeyRowProps {
  readonly name: string;
  readonly shown: string;
  readonly isOwn: boolean;
  readonly refusal: string | null;
  readonly onPress: (event: KeyboardEvent) => void;
  readonly onLeave: () => void;
  readonly onReset: () => void;
}

function KeyRow({ name, shown, isOwn, refusal, onPress, onLeave, onReset }: KeyRowProps) {
  const id = useId();
  return (
    <div className={styles.keyRow}>
      <span>{name}</span>
      {isOwn ? (
        <Button look="quiet" aria-label={words.resetOne(name)} onClick={onReset}>
          {words.reset}
        </Button>
      ) : (
        <span />
      )}
      <input
        className={styles.key}
        readOnly
        aria-label={words.of(name)}
        aria-invalid={refusal !== null || undefined}
        aria-describedby={refusal ? id : undefined}
        placeholder={words.noKey}
        value={shown}
        onKeyDown={onPress}
        onBlur={onLeave}
      />
      {refusal ? (
        <p id={id} role="alert" className={styles.refusal}>
          {refusal}
        </p>
      ) : null}
    </div>
  );
}

/** Why a key was refused, in words. */
function refusalWords(refusal: KeyRefusal, platform: string): string {
  const key = keyWords(refusal.key, platform) ?? refusal.key;
  switch (refusal.code) {
    case 'taken':
      return words.taken(key, nameOf(refusal.by));
    case 'of-the-system':
      return words.ofTheSystem(key, refusal.does);
    case 'types':
      return words.types(key);
  }
}
