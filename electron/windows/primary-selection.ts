import { clipboard } from 'electron';

/** The clipboard of Electron before 44, where the primary selection is an argument and no object of its own. */
interface OlderClipboard {
  readonly selection?: undefined;
  clear(type: 'selection'): void;
}

/**
 * On Linux whatever is selected is there for the middle click of every program (the primary selection), without anybody having
 * copied it: words off the record and desk notes as well. Chromium has no switch against it, so it is taken back at once.
 */
export function withholdSelection(): void {
  if (process.platform !== 'linux') return;
  // The types are those of the newest Electron; the app runs on both.
  const system = clipboard as Electron.Clipboard | OlderClipboard;
  if (system.selection) system.selection.clear();
  else (system as OlderClipboard).clear('selection');
}
