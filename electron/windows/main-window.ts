import { BrowserWindow, nativeTheme, screen } from 'electron';
import { windowAddress } from '../../shared/ipc/addresses';
import type { EventName, Payload } from '../../shared/ipc/contract';
import { eventChannel, toWindow } from '../../shared/ipc/door';
import { type Closing, createClosing, type FlushOutcome, flushPatience } from './closing';

/** Where a window stood, in screen pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface MainWindowOptions {
  readonly preload: string;
  readonly place: Place | null;
  readonly developmentServer: string | null;
  readonly zoom: () => number;
  readonly confirmLoss: (outcome: FlushOutcome) => Promise<boolean>;
  /** The window was crashed or killed from outside. */
  readonly gone: (reason: string) => void;
  /** The window is closed for good; `place` is where it stood. */
  readonly closed: (place: Place) => void;
}

/** The app's one window. */
export interface MainWindow {
  readonly window: BrowserWindow;
  readonly closing: Closing;
  /** Sends an event of the contract to the page. */
  tell<Name extends EventName>(name: Name, payload: Payload<Name>): void;
  /** What the page calls itself, and whether it holds unsaved words. */
  title(title: string, unsaved: boolean): void;
  /** The page runs and will answer a request to flush. */
  begun(): void;
  show(): void;
  /** Closes after the page has written what is unsaved; `reason` is told to it. Answers whether it closed. */
  close(reason: 'close' | 'quit'): Promise<boolean>;
}

const smallest = { width: 720, height: 480 };
const usual = { width: 1320, height: 860 };

/** Opens the window and loads its page. */
export function openMainWindow(options: MainWindowOptions): MainWindow {
  const window = new BrowserWindow({
    ...usual,
    ...(options.place && isOnAScreen(options.place) ? boundsOf(options.place) : {}),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Standfirst',
    // Seen at once, in the colour of the page that will stand in it: waiting for the page would hold up both.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1b1a' : '#fbfaf8',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      // Chromium's own spelling checker asks the network for dictionaries.
      spellcheck: false,
      // A writer who looks something up in another window must find every word saved.
      backgroundThrottling: false,
      zoomFactor: options.zoom(),
    },
  });
  if (options.place?.maximized) window.maximize();

  let running = false;
  let unsavedWords = false;
  let mayClose = false;
  let reason: 'close' | 'quit' = 'close';

  function tell<Name extends EventName>(name: Name, payload: Payload<Name>): void {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, name, toWindow(payload));
  }

  const closing = createClosing(
    {
      requestFlush: () => tell('closeRequested', { reason }),
      hasUnsavedWords: () => unsavedWords,
      confirmLoss: options.confirmLoss,
    },
    flushPatience,
  );

  async function close(why: 'close' | 'quit'): Promise<boolean> {
    reason = why;
    mayClose = !running || (await closing.ask());
    if (mayClose && !window.isDestroyed()) window.close();
    return mayClose;
  }

  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('enter-full-screen', () => tell('fullScreenChanged', { fullScreen: true }));
  window.on('leave-full-screen', () => tell('fullScreenChanged', { fullScreen: false }));
  window.webContents.on('before-input-event', (_, input) => {
    if (input.type === 'keyDown' && input.key === 'Escape') tell('escapePressed', null);
  });
  window.on('close', (event) => {
    if (mayClose || !running) {
      options.closed(placeOf(window));
      return;
    }
    event.preventDefault();
    void close('close');
  });
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) running = false;
  });
  window.webContents.on('render-process-gone', (_, details) => {
    running = false;
    if (details.reason !== 'clean-exit') options.gone(details.reason);
  });
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(options.zoom()));
  void window.loadURL(options.developmentServer ?? windowAddress);

  return {
    window,
    closing,
    tell,
    close,
    title(title, unsaved) {
      unsavedWords = unsaved;
      window.setTitle(title === '' ? 'Standfirst' : `${title} – Standfirst`);
      window.setDocumentEdited(unsaved);
    },
    begun() {
      running = true;
    },
    show() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

const boundsOf = ({ x, y, width, height }: Place) => ({ x, y, width, height });

function placeOf(window: BrowserWindow): Place {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Whether enough of a remembered place is on a screen that is still connected. */
function isOnAScreen({ x, y, width, height }: Place): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
    return across >= 200 && down >= 100;
  });
}
