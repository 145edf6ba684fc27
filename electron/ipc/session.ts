import { ok } from '../../shared/base/result';
import type { WindowView } from '../../shared/ipc/action-marks';
import type { Handlers } from '../../shared/ipc/contract';
import type { OpenArticle } from '../../shared/ipc/desk-entries';
import { inOrder } from '../../shared/ipc/entry-order';
import type { Preferences } from '../../shared/ipc/preferences';
import type { SessionStart } from '../../shared/ipc/session-start';
import type { Desk } from '../desk/desk';
import type { DeskKeeper } from '../desk/desk-keeper';
import type { Recovery } from '../desk/recovery';
import type { DeskAtStart } from '../desk/start';
import type { SettingsStore } from '../settings/settings';
import type { MainWindow } from '../windows/main-window';
import { listPatience } from './desk';

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
  /** Fills the screen or no longer, and shows in the menu what holds in the window. */
  readonly show: (view: WindowView) => void;
  readonly appVersion: string;
}

/** Answers the calls about the window's own life. */
export function sessionHandlers(services: SessionServices): Pick<Handlers, 'session' | 'preferences'> {
  const { keeper, settings } = services;
  return {
    session: {
      async start() {
        const { path, problem, firstStart } = await services.deskAtStart;
        const desk = keeper.current();
        services.recovery.begin();
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
        const { lastArticle } = start.preferences;
        return ok({ start, article: desk ? await firstArticle(desk, lastArticle) : null });
      },
      begun() {
        services.window()?.begun();
        return ok(null);
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
      write({ preferences }) {
        services.apply(preferences);
        return settings.change({ preferences });
      },
    },
  };
}

/** The article that the window shows first; the list is read only where nothing tells which one that is. */
async function firstArticle(desk: Desk, last: string | null): Promise<OpenArticle | null> {
  const slug = last ?? (await newestOf(desk));
  const read = slug === null ? null : await desk.read(slug);
  // Where it cannot be read, the window asks for it once more and tells why.
  return read?.ok ? read.value : null;
}

async function newestOf(desk: Desk): Promise<string | null> {
  const listed = await desk.glance(listPatience);
  return listed.ok ? (inOrder(listed.value)[0]?.slug ?? null) : null;
}

const platformName = (platform: NodeJS.Platform): SessionStart['platform'] =>
  platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
