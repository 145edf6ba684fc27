import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type ActionId, actions, type MenuItem, menus } from '../../shared/ipc/actions';

/** Builds the native menu bar from the action table; `choose` gets the action that was picked. */
export function installMenu(appName: string, choose: (action: ActionId) => void): void {
  const itemOf = (item: MenuItem): MenuItemConstructorOptions => {
    if ('separator' in item) return { type: 'separator' };
    if ('system' in item) return { role: item.system };
    const { label, keys } = actions[item.action];
    return {
      label,
      // The window handles the keys itself, so that one press is one action whatever has the focus.
      registerAccelerator: false,
      click: () => choose(item.action),
      ...(keys[0] === undefined ? {} : { accelerator: keys[0] }),
    };
  };
  const bar: MenuItemConstructorOptions[] = menus.map(({ label, items }) => ({
    label,
    submenu: items.map(itemOf),
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
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar));
}
