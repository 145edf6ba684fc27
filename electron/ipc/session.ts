import { ok } from '../../shared/base/result';
import type { Handlers } from '../../shared/ipc/contract';
import type { Preferences } from '../../shared/ipc/preferences';
import type { SessionStart } from '../../shared/ipc/session-start';
import type { DeskKeeper } from '../desk/desk-keeper';
import type { Recovery } from '../desk/recovery';
import type { DeskAtStart } from '../desk/start';
import type { SettingsStore } from '../settings/settings';
import type { MainWindow } from '../windows/main-window';

/** What the session's calls need. */
export interface SessionServices {
  readonly keeper: DeskKeeper;
  readonly settings: SettingsStore;
  readonly recovery: Recovery;
  /** Resolves when the desk of this start is open, or could not be opened. */
  readonly deskAtStart: Promise<DeskAtStart>;
  readonly window: () => MainWindow | null;
  /** Makes the app look as the preferences say. */
  readonly apply: (preferences: Preferences) => void;
  /** Fills the screen or no longer, and marks in the menu what the window shows. */
  readonly show: (view: { readonly fullScreen: boolean; readonly preview: boolean }) => void;
  readonly appVersion: string;
}

/** Answers the calls about the window's own life. */
export function sessionHandlers(services: SessionServices): Pick<Handlers, 'session' | 'preferences'> {
  const { keeper, settings } = services;
  return {
    session: {
      async begin() {
        const { path, problem, firstStart } = await services.deskAtStart;
        const desk = keeper.current();
        services.recovery.begin();
        services.window()?.begun();
        const start: SessionStart = {
          desk: desk?.state() ?? null,
          deskProblem: desk ? null : problem,
          deskPath: desk?.path ?? path,
          firstStart,
          preferences: settings.current().preferences,
          preferencesKeptAside: settings.keptAside,
          platform: platformName(process.platform),
          versions: {
            app: services.appVersion,
            electron: process.versions.electron ?? '',
            chromium: process.versions.chrome ?? '',
            node: process.versions.node,
          },
        };
        return ok(start);
      },
      flushed({ outcome }) {
        services.window()?.closing.flushed(outcome);
        return ok(null);
      },
      title({ title, unsaved }) {
        services.window()?.title(title, unsaved);
        return ok(null);
      },
      view(wanted) {
        services.show(wanted);
        return ok(null);
      },
    },
    preferences: {
      async write({ preferences }) {
        services.apply(preferences);
        const written = settings.change({ preferences });
        return written.ok ? ok(null) : written;
      },
    },
  };
}

const platformName = (platform: NodeJS.Platform): SessionStart['platform'] =>
  platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
