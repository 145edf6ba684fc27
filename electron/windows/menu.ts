import { Menu, type MenuItemConstructorOptions } from 'electron';
import { actionMarks, type Marked, possibleActions } from '../../shared/ipc/action-marks';
import { type ActionId, actions, type MenuItem, menus } from '../../shared/ipc/actions';
import { keysOf } from '../../shared/ipc/keys';

/** The native menu bar. */
export interface MenuBar {
  /** Shows the check marks and keys of `state`, and what can be chosen; does nothing where that is shown already. */
  show(state: Marked): void;
}

/** The native menu bar of the action table; `choose` gets the action that was picked. */
export function createMenu(appName: string, choose: (action: ActionId) => void): MenuBar {
  let shown = '';
  return {
    show(state) {
      const marks = Object.entries(actionMarks).map(([id, mark]) => [id, mark.on(state)]);
      // A menu cannot be given another key: where anything differs the bar is made anew.
      const wanted = JSON.stringify([marks, state.preferences.keys]);
      if (wanted !== shown) Menu.setApplicationMenu(menuBar(appName, choose, state));
      shown = wanted;
      for (const [id, isPossible] of Object.entries(possibleActions)) {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id);
        if (item) item.enabled = isPossible(state);
      }
    },
  };
}

/** An item of a native menu, with the mark and the key that `state` gives it; `choose` gets the action that was picked. */
export function nativeItem(
  item: MenuItem,
  choose: (action: ActionId) => void,
  state: Marked,
): MenuItemConstructorOptions {
  if ('separator' in item) return { type: 'separator' };
  if ('system' in item) return { role: item.system };
  if ('submenu' in item) {
    const { label, items } = item.submenu;
    return { label, submenu: items.map((inner) => nativeItem(inner, choose, state)) };
  }
  const { label } = actions[item.action];
  const [key] = keysOf(item.action, state.preferences.keys);
  const mark = actionMarks[item.action];
  return {
    id: item.action,
    label,
    enabled: possibleActions[item.action]?.(state) ?? true,
    ...(mark ? { type: mark.type, checked: mark.on(state) } : {}),
    // The window handles the keys itself, so that one press is one action whatever has the focus.
    registerAccelerator: false,
    click: () => choose(item.action),
    ...(key === undefined ? {} : { accelerator: key }),
  };
}

function menuBar(appName: string, choose: (action: ActionId) => void, state: Marked): Menu {
  const bar: MenuItemConstructorOptions[] = menus.map(({ label, items }) => ({
    label,
    submenu: items.map((item) => nativeItem(item, choose, state)),
  }));
  if (process.platform === 'darwin') {
    bar.unshift({
      label: appName,
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        { role: 'services' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { role: 'quit' },
      ],
    });
  }
  return Menu.buildFromTemplate(bar);
}
