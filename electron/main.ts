import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, ipcMain, nativeTheme, session, shell } from 'electron';
import { isJsonObject } from '../shared/base/json';
import { firstView, type WindowView } from '../shared/ipc/action-marks';
import type { ActionId, MenuItem } from '../shared/ipc/actions';
import { appOrigin } from '../shared/ipc/addresses';
import type { Preferences } from '../shared/ipc/preferences';
import { createDeskKeeper } from './desk/desk-keeper';
import { listCachePath } from './desk/library/list-cache';
import { readHereFirst, smallDesk } from './desk/library/read-here-first';
import { startReader } from './desk/library/start-reader';
import { mediaFile } from './desk/media';
import { readWhole } from './desk/read-file';
import { readOnThread } from './desk/read-on-thread';
import { createRecovery } from './desk/recovery';
import { privateMode } from './desk/safe-write';
import { sampleArticle } from './desk/sample';
import { createSmallPictures } from './desk/small-pictures';
import { openDeskAtStart } from './desk/start';
import { answerCalls } from './ipc/answer-calls';
import { articleHandlers } from './ipc/article';
import { deskHandlers, listPatience } from './ipc/desk';
import { exportHandlers } from './ipc/export';
import { importHandlers } from './ipc/import';
import { libraryHandlers } from './ipc/library';
import { mediaHandlers } from './ipc/media';
import { outsideHandlers } from './ipc/outside';
import { packHandlers } from './ipc/pack';
import { presenceService } from './ipc/presence';
import { recoveryHandlers } from './ipc/recovery';
import { sessionHandlers } from './ipc/session';
import { sourcesHandlers } from './ipc/sources';
import { openSettings } from './settings/settings';
import type { FlushOutcome } from './windows/closing';
import { offerArticleMenu, offerContextMenu } from './windows/context-menu';
import { createDialogs } from './windows/dialogs';
import { guardPages, guardSession } from './windows/guards';
import { type MainWindow, openMainWindow } from './windows/main-window';
import { createMenu, nativeItem } from './windows/menu';
import { createPreviews } from './windows/previews';
import { withholdSelection } from './windows/primary-selection';
import { pdfOf, printPage } from './windows/print';
import { registerAppScheme, serveApp } from './windows/protocol';
import { readAhead } from './windows/read-ahead';
import { resizePicture } from './windows/resize-picture';
import { closeTheNetwork, drawWithoutCard, giveRoom, refusedSwitch } from './windows/switches';

/*
 * The composition root: what the app is made of, in the order in which it comes to life. `--desk=PATH` opens that desk
 * instead of the remembered one; `--user-data-dir=PATH` keeps everything the app remembers there.
 */

const out = dirname(dirname(fileURLToPath(import.meta.url)));
const developmentServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
const now = () => new Date();

function argument(name: string): string | null {
  const value = app.commandLine.getSwitchValue(name);
  return value === '' ? null : resolve(value);
}

/** Told to the first start by the second: a relative path means a folder of the second one's. */
const asked = { desk: argument('desk') };
const debugSwitch = refusedSwitch(app);
const userData = argument('user-data-dir');
if (userData !== null) app.setPath('userData', userData);

if (debugSwitch !== null) {
  console.error(`Standfirst does not start with --${debugSwitch}. Start it without.`);
  app.exit(2);
} else if (!app.requestSingleInstanceLock(asked)) {
  // The first start got the message below and shows its window.
  app.quit();
} else {
  closeTheNetwork(app, developmentServer);
  giveRoom(app);
  drawWithoutCard(app, process.platform, existsSync);
  // As root Chromium has no sandbox and is started without; asking for one then restarts for ever.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerAppScheme();
  guardPages(app);
  // Files are read while Chromium starts. Not a top-level await: it would keep the app from ever becoming ready.
  const beginning = Promise.all([openServices(), app.whenReady()]);
  void beginning.then(([services]) => start(services)).catch(failLoudly);
}

/** The desk that a second start was given; null where it had none. */
const deskIn = (told: unknown): string | null =>
  isJsonObject(told) && typeof told.desk === 'string' ? told.desk : null;

/** What closing now means for words that are not where they belong. */
function detailOfLoss(outcome: FlushOutcome): string {
  if (outcome === 'silent')
    return 'The window does not answer. Wait a moment and close again; or close now and lose what was typed last.';
  if (outcome === 'kept')
    return 'They could not be written into the desk folder. A copy is kept on this machine and offered at the next start. Go back to see why and what to do.';
  return 'Go back to see why they could not be saved and what to do. If you close now, they are lost.';
}

/** The writer's documents. A Linux without such a setting answers the home folder itself, which is no place for a desk. */
function documentsFolder(): string {
  const [documents, home] = [app.getPath('documents'), app.getPath('home')];
  return documents === home ? join(home, 'Documents') : documents;
}

/** The writer's name on this machine; a system that knows none is no reason not to start. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function failLoudly(error: unknown): void {
  console.error('Standfirst could not start:', error);
  app.exit(1);
}

/** What needs no window: the settings and the desk of this start. */
async function openServices() {
  const page = readAhead(join(out, 'renderer'));
  const settings = await openSettings(
    app.getPath('userData'),
    async (cwd, name) => {
      const { default: ElectronStore } = await import('electron-store');
      const file = new ElectronStore({ cwd, name, configFileMode: privateMode });
      // electron-store answers windows that keep settings themselves; ours have one door, and it is not this.
      ipcMain.removeAllListeners('electron-store-get-data');
      return file;
    },
    now(),
  );
  const main: { present: MainWindow | null } = { present: null };
  const keeper = createDeskKeeper(
    {
      deskChanged: (change) => main.present?.tell('deskChanged', change),
      articleChanged: (told) => main.present?.tell('articleChanged', told),
      articleRenamed: (told) => main.present?.tell('articleRenamed', told),
      articleRemoved: (told) => main.present?.tell('articleRemoved', told),
      sourcesChanged: (book) => main.present?.tell('sourcesChanged', book),
      conflictCopyAppeared: (told) => main.present?.tell('conflictCopyAppeared', told),
      deskSettingsChanged: (state) => main.present?.tell('deskSettingsChanged', state),
    },
    sampleArticle(),
    now,
    {
      library(desk, names) {
        const cache = listCachePath(join(app.getPath('userData'), 'desks'), desk);
        const thread = startReader(join(out, 'main', 'reader-thread.js'), { desk, cache });
        return names > smallDesk ? thread : readHereFirst(desk, cache, thread);
      },
      document: readOnThread(join(out, 'main', 'document-thread.js')),
    },
  );
  const deskAtStart = openDeskAtStart(keeper, {
    given: asked.desk,
    remembered: settings.current().deskPath,
    usual: join(documentsFolder(), 'Standfirst'),
  });
  // Nothing tells which article to show first: the list that does is read while Chromium starts.
  if (settings.current().preferences.lastArticle === null)
    void deskAtStart.then(() => keeper.current()?.glance(listPatience));
  return { page, settings, main, keeper, deskAtStart };
}

function start({
  page,
  settings,
  main,
  keeper,
  deskAtStart,
}: Awaited<ReturnType<typeof openServices>>): void {
  const recovery = createRecovery(join(app.getPath('userData'), 'recovery'), now);
  const previews = createPreviews();
  guardSession(session.defaultSession, developmentServer);
  serveApp(session.defaultSession, {
    pages: join(out, 'renderer'),
    picture: (slug, file) => mediaFile(keeper.current()?.path ?? null, slug, file),
    page,
    read: readWhole,
    small: createSmallPictures(join(app.getPath('userData'), 'small-pictures'), resizePicture),
    previews,
  });

  const choose = (action: ActionId) => main.present?.tell('actionChosen', { action });
  const menu = createMenu(app.getName(), choose);
  let view = firstView;
  const apply = (preferences: Preferences) => {
    nativeTheme.themeSource = preferences.theme;
    main.present?.window.webContents.setZoomFactor(preferences.zoom);
    menu.show({ preferences, ...view });
  };
  const show = (wanted: WindowView) => {
    // Asked again for what it is, a window takes another height.
    if (wanted.fullScreen !== view.fullScreen) main.present?.window.setFullScreen(wanted.fullScreen);
    view = wanted;
    menu.show({ preferences: settings.current().preferences, ...view });
  };
  const drawn = (item: MenuItem) =>
    nativeItem(item, choose, { preferences: settings.current().preferences, ...view });
  const dialogs = createDialogs(() => main.present?.window ?? null);
  const presence = presenceService(
    keeper,
    { host: hostname(), user: userName(), app: app.getPath('userData') },
    now,
    (others) => main.present?.tell('openElsewhere', others),
  );
  answerCalls(ipcMain, {
    ourPage: () => main.present?.window.webContents ?? null,
    origin: developmentServer === null ? appOrigin : new URL(developmentServer).origin,
    handlers: {
      ...sessionHandlers({
        keeper,
        settings,
        recovery,
        deskAtStart,
        window: () => main.present,
        apply,
        show,
        appVersion: app.getVersion(),
      }),
      ...deskHandlers(keeper, settings, dialogs, recovery),
      ...libraryHandlers(keeper, (at) => {
        if (main.present) offerArticleMenu(main.present.window, drawn, at);
      }),
      ...presence.handlers,
      ...packHandlers(keeper, dialogs, now, (told) => main.present?.tell('packProgress', told)),
      ...articleHandlers(keeper),
      ...recoveryHandlers(keeper, recovery),
      ...mediaHandlers(keeper, dialogs),
      ...sourcesHandlers(keeper, dialogs, (path) => shell.showItemInFolder(path)),
      ...importHandlers(keeper, dialogs),
      ...exportHandlers(dialogs, previews, { print: printPage, pdf: pdfOf }),
      ...outsideHandlers(dialogs, (url) => shell.openExternal(url), withholdSelection),
    },
  });
  const confirmLoss = (outcome: FlushOutcome) =>
    dialogs.confirm({
      message: 'Some words are not saved. Close all the same?',
      detail: detailOfLoss(outcome),
      yes: outcome === 'kept' ? 'Close' : 'Close and lose them',
      no: 'Go back',
    });

  function openWindow(): void {
    view = firstView;
    nativeTheme.themeSource = settings.current().preferences.theme;
    main.present = openMainWindow({
      preload: join(out, 'preload', 'preload.cjs'),
      place: settings.current().window,
      developmentServer,
      zoom: () => settings.current().preferences.zoom,
      confirmLoss,
      gone: (reason) => void afterCrash(reason),
      closed: (place) => {
        main.present = null;
        // A place that cannot be remembered is no reason to stay open.
        void settings.change({ window: place });
      },
    });
    offerContextMenu(main.present.window, drawn);
  }

  async function afterCrash(reason: string): Promise<void> {
    console.error(`The window stopped: ${reason}`);
    const again = await dialogs.confirm({
      message: 'The window stopped unexpectedly.',
      detail:
        'Everything up to the last second is saved or kept on this machine. Open the window again to go on.',
      yes: 'Open again',
      no: 'Quit',
    });
    if (again) main.present?.window.webContents.reload();
    else app.quit();
  }

  /** The desk of a second start is opened in the window, which first writes what is unsaved; without one it is the next window's. */
  async function showAgain(wanted: string | null): Promise<void> {
    const path = wanted === null ? null : await realpath(wanted).catch(() => wanted);
    const isOther = path !== null && path !== keeper.current()?.path;
    if (!main.present) {
      if (isOther) await keeper.open(path);
      return openWindow();
    }
    main.present.show();
    if (isOther) main.present.tell('deskAsked', { path });
  }

  app.on('second-instance', (_event, _words, _folder, told) => void showAgain(deskIn(told)));
  app.on('activate', () => (main.present ? main.present.show() : openWindow()));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  stopInReverse(
    () => main.present,
    async () => {
      await presence.close();
      await keeper.close();
      await settings.settled();
    },
  );
  openWindow();
  // The menu is drawn outside the page; the page need not wait for it.
  menu.show({ preferences: settings.current().preferences, ...view });
}

/** Quits only after the window has written what is unsaved and the services have ended their work. */
function stopInReverse(window: () => MainWindow | null, endServices: () => Promise<void>): void {
  let ended = false;
  let ending = false;

  async function end(): Promise<void> {
    const closed = (await window()?.close('quit')) ?? true;
    if (!closed) return;
    await endServices();
    ended = true;
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    if (ending) return;
    ending = true;
    end()
      .finally(() => {
        ending = false;
      })
      .catch(failLoudly);
  });
}
