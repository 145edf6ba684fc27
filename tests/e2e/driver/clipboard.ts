import type { ElectronApplication } from '@playwright/test';

/** The clipboard of Electron 33, on which the tests run; from 44 on it answers promises, which `await` takes as well. */
interface SystemClipboard {
  write(formats: { readonly html?: string; readonly text?: string }, type?: 'selection'): unknown;
  writeImage(image: Electron.NativeImage): unknown;
  readHTML(): string | Promise<string>;
  readText(type?: 'selection'): string | Promise<string>;
}

/** Puts formats on the system's clipboard, as another program does. */
export async function fillClipboard(
  electron: ElectronApplication,
  formats: { readonly html?: string; readonly text?: string },
): Promise<void> {
  await electron.evaluate(async ({ clipboard }, given) => {
    await (clipboard as unknown as SystemClipboard).write(given);
  }, formats);
}

/** Puts a picture on the system's clipboard; `address` is its data: address. */
export async function fillClipboardWithPicture(
  electron: ElectronApplication,
  address: string,
): Promise<void> {
  await electron.evaluate(async ({ clipboard, nativeImage }, given) => {
    await (clipboard as unknown as SystemClipboard).writeImage(nativeImage.createFromDataURL(given));
  }, address);
}

/** What another program would get from the system's clipboard now. */
export function readClipboard(electron: ElectronApplication): Promise<{ html: string; text: string }> {
  return electron.evaluate(async ({ clipboard }) => {
    const system = clipboard as unknown as SystemClipboard;
    return { html: await system.readHTML(), text: await system.readText() };
  });
}

/** As `fillClipboard`, for what Linux pastes by the middle button. */
export async function fillPrimarySelection(
  electron: ElectronApplication,
  formats: { readonly html?: string; readonly text?: string },
): Promise<void> {
  await electron.evaluate(async ({ clipboard }, given) => {
    await (clipboard as unknown as SystemClipboard).write(given, 'selection');
  }, formats);
}

/** What another program would paste by the middle button now. */
export const readPrimarySelection = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(({ clipboard }) => (clipboard as unknown as SystemClipboard).readText('selection'));
