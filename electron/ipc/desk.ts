import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { DeskKeeper } from '../desk/desk-keeper';
import { readHouseStylesheet, removeHouseStylesheet, takeHouseStylesheet } from '../desk/house-stylesheet';
import type { Recovery } from '../desk/recovery';
import type { SettingsStore } from '../settings/settings';
import type { Dialogs } from '../windows/dialogs';
import { noDesk } from './no-desk';

/** How long the window waits for a list that is whole, in milliseconds; most desks are read by then. */
export const listPatience = 250;

/** Answers the calls about the desk as a whole. A desk that was opened is remembered for the next start. */
export function deskHandlers(
  keeper: DeskKeeper,
  settings: SettingsStore,
  dialogs: Dialogs,
  recovery: Recovery,
): Pick<Handlers, 'desk'> {
  return {
    desk: {
      async choose({ purpose }) {
        const path =
          purpose === 'open'
            ? await dialogs.chooseFolder('Choose a desk folder', 'Open desk')
            : await dialogs.chooseFolder('Choose a folder for the new desk', 'Make desk here');
        return ok(path === null ? null : { path });
      },
      async create({ path, sample }) {
        const made = await keeper.create(path, sample);
        if (!made.ok) return made;
        recovery.begin();
        await settings.change({ deskPath: made.value.path });
        return ok(made.value.state());
      },
      async open({ path }) {
        const opened = await keeper.open(path);
        if (!opened.ok) return opened;
        recovery.begin();
        await settings.change({ deskPath: opened.value.path });
        return ok(opened.value.state());
      },
      list: async () => (await keeper.current()?.glance(listPatience)) ?? noDesk,
      writeSettings: async ({ settings: wanted }) =>
        (await keeper.current()?.writeSettings(wanted)) ?? noDesk,
      houseStylesheet: async () => {
        const desk = keeper.current();
        return desk ? readHouseStylesheet(desk.path) : noDesk;
      },
      async chooseHouseStylesheet() {
        const path = await dialogs.chooseFile('Choose a stylesheet (CSS)', 'Use it');
        if (path === null) return ok(null);
        const desk = keeper.current();
        return desk ? takeHouseStylesheet(desk.path, path) : noDesk;
      },
      removeHouseStylesheet: async () => {
        const desk = keeper.current();
        return desk ? removeHouseStylesheet(desk.path) : noDesk;
      },
    },
  };
}
