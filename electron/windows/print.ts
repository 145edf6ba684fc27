import { BrowserWindow } from 'electron';
import { fail, ok, type Result } from '../../shared/base/result';
import type { PrintFailure } from '../../shared/ipc/failures';

/** Chromium's word for a dialog that was left without printing: no failure. */
const leftByTheWriter = 'Print job canceled';

/**
 * Prints the page at `address` (one of our previews) by the system's dialog. It is laid out in a window of its own that
 * is never shown, runs no script and holds no bridge.
 */
export async function printPage(address: string): Promise<Result<null, PrintFailure>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    await window.loadURL(address);
    return await new Promise((resolve) => {
      window.webContents.print({ silent: false, printBackground: true }, (printed, reason) => {
        resolve(printed || reason === leftByTheWriter ? ok(null) : fail({ code: 'not-printed', reason }));
      });
    });
  } finally {
    window.destroy();
  }
}
