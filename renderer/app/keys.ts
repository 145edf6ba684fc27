import { type ActionId, actions, isActionId } from '../../shared/ipc/actions';
import { acceleratorOf, type KeyMap, keysOf, partsOf, sameKey } from '../../shared/ipc/keys';

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const keyNames: Readonly<Record<string, string>> = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  ' ': 'space',
  '+': 'plus',
};

/**
 * The accelerator of a key press, as the action table writes it; null for a modifier alone and for what types. Digits
 * are told by their place, since Shift changes what they type; so are letters with Option, which type other characters.
 */
export function acceleratorOfPress(press: KeyPress, platform: string): string | null {
  const mac = platform === 'darwin';
  const mod = mac ? press.metaKey : press.ctrlKey;
  // The other of the two has no place in an accelerator.
  if (mac ? press.ctrlKey : press.metaKey) return null;
  const pressed = press.key.toLowerCase();
  if (/^(control|meta|alt|shift|altgraph|capslock|dead|process|unidentified)$/.test(pressed)) return null;
  if (!mod && !press.altKey && pressed.length === 1) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  const letter = mac && press.altKey ? /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase() : undefined;
  const key = digit ?? letter ?? keyNames[pressed] ?? pressed;
  // What Shift is needed for to type the character at all says nothing more.
  const shift = press.shiftKey && !(digit === undefined && /^[^\p{L}]$/u.test(pressed));
  return acceleratorOf({ mod, alt: press.altKey, shift, key });
}

const known = new WeakMap<KeyMap, ReadonlyMap<string, ActionId>>();

/** Who hears on which key; made once for each map, because two are asked at every key press. */
function ownersIn(map: KeyMap): ReadonlyMap<string, ActionId> {
  const made = known.get(map);
  if (made) return made;
  const owners = new Map(
    Object.keys(actions)
      .filter(isActionId)
      .flatMap((id) => keysOf(id, map).map((key) => [sameKey(key), id] as const)),
  );
  known.set(map, owners);
  return owners;
}

/** The action that hears on `press`, or null. */
export function actionOf(press: KeyPress, map: KeyMap, platform: string): ActionId | null {
  const accelerator = acceleratorOfPress(press, platform);
  return accelerator === null ? null : (ownersIn(map).get(accelerator) ?? null);
}

/** A key in the words of the platform: "Ctrl+Shift+A", "⇧⌘A". */
export function keyWords(accelerator: string | undefined, platform: string): string | undefined {
  if (!accelerator) return undefined;
  const parts = partsOf(accelerator);
  const name = acceleratorOf({ mod: false, alt: false, shift: false, key: parts.key });
  if (platform === 'darwin')
    return `${parts.alt ? '⌥' : ''}${parts.shift ? '⇧' : ''}${parts.mod ? '⌘' : ''}${name}`;
  return [parts.mod && 'Ctrl', parts.alt && 'Alt', parts.shift && 'Shift', name].filter(Boolean).join('+');
}

/** The key that menus show for an action, in the words of the platform. */
export const shownKey = (id: ActionId, map: KeyMap, platform: string): string | undefined =>
  keyWords(keysOf(id, map)[0], platform);
