import { type ActionId, actions } from '../../shared/ipc/actions';

interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key as Electron writes it, such as "CmdOrCtrl+Shift+A", in parts. */
interface Accelerator {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

function parse(accelerator: string): Accelerator {
  const parts = accelerator.replace(/\+\+$/, '+Plus').split('+');
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.includes('CmdOrCtrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: key.toLowerCase(),
  };
}

const keyNames: Readonly<Record<string, string>> = {
  arrowup: 'up',
  arrowdown: 'down',
  ' ': 'space',
  '+': 'plus',
};

/** Whether `press` is the key `accelerator`. Digits are told by their place, since Shift changes what they type. */
export function matches(press: KeyPress, accelerator: string, platform: string): boolean {
  const wanted = parse(accelerator);
  const mod = platform === 'darwin' ? press.metaKey : press.ctrlKey;
  const other = platform === 'darwin' ? press.ctrlKey : press.metaKey;
  if (mod !== wanted.mod || other || press.altKey !== wanted.alt || press.shiftKey !== wanted.shift)
    return false;
  if (/^\d$/.test(wanted.key))
    return press.code === `Digit${wanted.key}` || press.code === `Numpad${wanted.key}`;
  const pressed = press.key.toLowerCase();
  return (keyNames[pressed] ?? pressed) === wanted.key;
}

/** The action of the table whose default key is `press`, or null. */
export function actionOf(press: KeyPress, platform: string): ActionId | null {
  for (const [id, action] of Object.entries(actions)) {
    // Object.entries forgets the names of the keys; these are the table's own.
    if (action.keys.some((key) => matches(press, key, platform))) return id as ActionId;
  }
  return null;
}

/** A key in the words of the platform: "Ctrl+Shift+A", "⇧⌘A". */
export function keyWords(accelerator: string | undefined, platform: string): string | undefined {
  if (!accelerator) return undefined;
  const { mod, alt, shift, key } = parse(accelerator);
  const name = key.length === 1 ? key.toUpperCase() : `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  if (platform === 'darwin') return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}
