import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronExecutable } from './app';

/** A reader's browser: a bare window in which an exported page is opened from its file. */
export interface Browser {
  readonly page: Page;
  close(): Promise<void>;
}

/** Starts the browser; nothing of ours runs in it. */
export async function openBrowser(): Promise<Browser> {
  const main = fileURLToPath(new URL('./browser-main.cjs', import.meta.url));
  const electron: ElectronApplication = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...(process.geteuid?.() === 0 ? ['--no-sandbox'] : []), '--log-level=3', main],
  });
  return { page: await electron.firstWindow(), close: () => electron.close() };
}
