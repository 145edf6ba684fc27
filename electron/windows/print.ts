import { BrowserWindow, type WebContents } from 'electron';
import { fail, ok, type Result } from '../../shared/base/result';
import type { PrintFailure } from '../../shared/ipc/failures';
import { withoutMachine } from './pdf-maker';

/** Chromium's word for a dialog that was left without printing: no failure. */
const leftByTheWriter = 'Print job canceled';

/** Loads the page at `address` (one of our previews) into a window that is never shown, and hands it to `work`. */
async function withPage<Value>(address: string, work: (page: WebContents) => Promise<Value>): Promise<Value> {
  // It runs no script and holds no bridge.
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    await window.loadURL(address);
    return await work(window.webContents);
  } finally {
    window.destroy();
  }
}

/** Prints a page by the system's dialog; `printed` is false where the writer left it without printing. */
export const printPage = (address: string): Promise<Result<{ printed: boolean }, PrintFailure>> =>
  withPage(
    address,
    (page) =>
      new Promise((resolve) => {
        page.print({ silent: false, printBackground: true }, (printed, reason) => {
          resolve(
            printed || reason === leftByTheWriter ? ok({ printed }) : fail({ code: 'not-printed', reason }),
          );
        });
      }),
  );

/** A page as a PDF: on the paper size of its own style, with tags and an outline. */
export const pdfOf = (address: string): Promise<Result<{ bytes: Uint8Array }, PrintFailure>> =>
  withPage(address, async (page) => {
    try {
      const pdf = await page.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return ok({ bytes: withoutMachine(new Uint8Array(pdf)) });
    } catch (error) {
      // Chromium's own refusal, such as a page without a size; the writer is told its words.
      return fail({ code: 'not-printed', reason: error instanceof Error ? error.message : String(error) });
    }
  });
