import { fail, ok, type Result } from '../base/result';
import { type ActionId, actions, isActionId } from './actions';
import { type KeyMap, keysOf, partsOf, sameKey } from './keys';

/** Keys that the system and every text field need for themselves, and what they do. */
export const systemKeys: Readonly<Record<string, string>> = {
  'CmdOrCtrl+A': 'Select all',
  'CmdOrCtrl+C': 'Copy',
  'CmdOrCtrl+V': 'Paste',
  'CmdOrCtrl+X': 'Cut',
  'CmdOrCtrl+Shift+V': 'Paste as plain text',
  'CmdOrCtrl+W': 'Close',
  'CmdOrCtrl+Q': 'Quit',
  'CmdOrCtrl+M': 'Minimise',
};

/** Why an action cannot have a key. */
export type KeyRefusal =
  | { readonly code: 'taken'; readonly key: string; readonly by: ActionId }
  | { readonly code: 'of-the-system'; readonly key: string; readonly does: string }
  /** The key alone types or moves: it needs Ctrl, Cmd or Alt beside it. */
  | { readonly code: 'types'; readonly key: string };

/** Keys that may stand alone or with Shift: they type nothing. */
const mayStandAlone = /^f\d{1,2}$/;

/** Keys of the caret: with Ctrl, Alt and Shift they move and select by words, and must go on doing so. */
const ofTheCaret = /^(up|down|left|right|home|end|pageup|pagedown|backspace|delete|tab|escape)$/;

/** `map` with `key` as the only key of `id`, or why that cannot be. */
export function withKey(map: KeyMap, id: ActionId, key: string): Result<KeyMap, KeyRefusal> {
  const wanted = sameKey(key);
  const does = systemKeys[wanted];
  if (does) return fail({ code: 'of-the-system', key: wanted, does });
  const parts = partsOf(wanted);
  const alone = !parts.mod && !parts.alt;
  if (alone && !mayStandAlone.test(parts.key)) return fail({ code: 'types', key: wanted });
  const isDefault = actions[id].keys.some((own) => sameKey(own) === wanted);
  if (ofTheCaret.test(parts.key) && !isDefault) return fail({ code: 'types', key: wanted });
  const by = ownerOf(map, wanted, id);
  if (by) return fail({ code: 'taken', key: wanted, by });
  return ok({ ...map, [id]: [wanted] });
}

/** `map` in which `id` has its default keys again; refused where another action has been given one of them. */
export function withDefaultKeys(map: KeyMap, id: ActionId): Result<KeyMap, KeyRefusal> {
  const { [id]: _, ...rest } = map;
  for (const key of actions[id].keys) {
    const by = ownerOf(rest, key, id);
    if (by) return fail({ code: 'taken', key: sameKey(key), by });
  }
  return ok(rest);
}

/** The action other than `than` that hears on `key`. */
function ownerOf(map: KeyMap, key: string, than: ActionId): ActionId | null {
  const wanted = sameKey(key);
  for (const id of Object.keys(actions)) {
    if (isActionId(id) && id !== than && keysOf(id, map).some((own) => sameKey(own) === wanted)) return id;
  }
  return null;
}
