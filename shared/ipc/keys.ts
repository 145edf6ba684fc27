import { type Codec, refuse } from '../base/codec';
import { isJsonObject } from '../base/json';
import { type ActionId, actions, isActionId } from './actions';

/** Keys that the writer gave to actions in place of the default ones; an empty list takes the keys away. */
export type KeyMap = Readonly<Partial<Record<ActionId, readonly string[]>>>;

/** An accelerator as Electron writes it, such as "CmdOrCtrl+Shift+A", in parts; `key` is in lower case. */
export interface Accelerator {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** The parts of an accelerator. */
export function partsOf(accelerator: string): Accelerator {
  const parts = accelerator.replace(/\+\+$/, '+Plus').split('+');
  return {
    mod: parts.includes('CmdOrCtrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: (parts.at(-1) ?? '').toLowerCase(),
  };
}

/** The accelerator made of these parts, in the one order in which two of them can be compared. */
export function acceleratorOf({ mod, alt, shift, key }: Accelerator): string {
  const name = key.length === 1 ? key.toUpperCase() : `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  return [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** `accelerator` in the order in which two of them can be compared. */
export const sameKey = (accelerator: string): string => acceleratorOf(partsOf(accelerator));

/** What an action hears on: the writer's own keys, or the default ones; the one shown in menus first. */
export const keysOf = (id: ActionId, map: KeyMap): readonly string[] => map[id] ?? actions[id].keys;

/** Two actions of `map` that hear on the same key, or null where all is well. */
export function clashIn(map: KeyMap): { readonly key: string; readonly between: readonly ActionId[] } | null {
  const owners = new Map<string, ActionId>();
  for (const id of Object.keys(actions)) {
    if (!isActionId(id)) continue;
    for (const key of keysOf(id, map).map(sameKey)) {
      const other = owners.get(key);
      if (other && other !== id) return { key, between: [other, id] };
      owners.set(key, id);
    }
  }
  return null;
}

const accelerator =
  /^((CmdOrCtrl|Alt|Shift)\+){0,3}([!-*,-~\u00a1-\uffff]|Plus|Space|[A-Za-z]{2,9}|F\d{1,2})$/;

/** Reads keys of actions; an action that nobody knows (of another version) is left out. Keys of two actions are refused. */
export const keyMapCodec: Codec<KeyMap> = {
  decode(input) {
    if (!isJsonObject(input)) return refuse('an object from actions to lists of keys');
    const map: Partial<Record<ActionId, readonly string[]>> = {};
    for (const [id, keys] of Object.entries(input)) {
      if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string' && accelerator.test(key)))
        return refuse(`a list of keys such as CmdOrCtrl+Shift+A for ${id}`);
      // Checked above: every one is text.
      if (isActionId(id)) map[id] = keys as readonly string[];
    }
    const clash = clashIn(map);
    if (clash) return refuse(`keys of their own: ${clash.between.join(' and ')} share ${clash.key}`);
    return map;
  },
  encode: (map) => map as Record<string, string[]>,
  absent: { value: {}, isAbsent: (map) => Object.keys(map).length === 0 },
};
