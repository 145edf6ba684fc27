import type { ActionId } from './actions';
import type { Preferences } from './preferences';

/** What holds in a window until it closes. */
export interface WindowView {
  readonly fullScreen: boolean;
  readonly preview: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A window as it begins. */
export const firstView: WindowView = { fullScreen: false, preview: false, canUndo: false, canRedo: false };

/** What the menus show of the window: what is remembered, and what holds until it closes. */
export interface Marked extends WindowView {
  readonly preferences: Preferences;
}

/** The actions that cannot be chosen at times, and when they can. */
export const possibleActions: Readonly<Partial<Record<ActionId, (state: Marked) => boolean>>> = {
  'edit.undo': ({ canUndo }) => canUndo,
  'edit.redo': ({ canRedo }) => canRedo,
};

/** How a marked action looks in a menu: one that is on or off by itself, or one of a group. */
type Mark = { readonly type: 'checkbox' | 'radio'; on(state: Marked): boolean };

const checkbox = (on: Mark['on']): Mark => ({ type: 'checkbox', on });
const choice = <Name extends keyof Preferences>(name: Name, value: Preferences[Name]): Mark => ({
  type: 'radio',
  on: ({ preferences }) => preferences[name] === value,
});

/** The actions that are on or off, and when they are on. The menu shows it as a check mark, the palette as a word. */
export const actionMarks: Readonly<Partial<Record<ActionId, Mark>>> = {
  'view.library': checkbox(({ preferences }) => !preferences.libraryFolded),
  'view.inspector': checkbox(({ preferences }) => !preferences.inspectorFolded),
  'view.focusWriting': checkbox(
    ({ preferences }) => preferences.libraryFolded && preferences.inspectorFolded,
  ),
  'view.fullScreen': checkbox(({ fullScreen }) => fullScreen),
  'view.focusParagraph': checkbox(({ preferences }) => preferences.focus === 'paragraph'),
  'view.focusSentence': checkbox(({ preferences }) => preferences.focus === 'sentence'),
  'view.typewriter': checkbox(({ preferences }) => preferences.typewriter),
  'view.preview': checkbox(({ preview }) => preview),
  'view.previewPhone': choice('previewWidth', 'phone'),
  'view.previewTablet': choice('previewWidth', 'tablet'),
  'view.previewDesktop': choice('previewWidth', 'desktop'),
  'view.narrow': choice('measure', 'narrow'),
  'view.normal': choice('measure', 'normal'),
  'view.wide': choice('measure', 'wide'),
  'view.serif': choice('face', 'serif'),
  'view.sans': choice('face', 'sans'),
  'view.mono': choice('face', 'mono'),
  'view.light': choice('theme', 'light'),
  'view.dark': choice('theme', 'dark'),
  'view.system': choice('theme', 'system'),
};
