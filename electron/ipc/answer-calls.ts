import type { IpcMain, WebContents } from 'electron';
import { answerForWindow } from '../../shared/ipc/answer';
import type { Handlers } from '../../shared/ipc/contract';
import { callChannel } from '../../shared/ipc/door';
import { comesFromOurPage } from './sender';

/** What answering needs to know. */
export interface Answering {
  /** The page that may call, or null while there is none. */
  readonly ourPage: () => WebContents | null;
  /** Where our page comes from: scheme and host. */
  readonly origin: string;
  readonly handlers: Handlers;
}

/** Answers the calls of our page. Anything else is refused without a word about why. */
export function answerCalls(ipcMain: IpcMain, { ourPage, origin, handlers }: Answering): void {
  ipcMain.handle(callChannel, (event, name: unknown, argument: unknown) => {
    if (!comesFromOurPage(event, ourPage(), origin)) throw new Error('Refused');
    return answerForWindow(handlers, name, argument, (call, error) =>
      console.error(`Call ${call} failed:`, error),
    );
  });
}
