import type { Door } from '../../shared/ipc/door';
import { createClient, createListen } from './client';
import { savingChanges } from './save-changes';

declare global {
  interface Window {
    /** Put there by the preload script; read here and nowhere else. */
    readonly standfirst?: Door;
  }
}

function ownDoor(): Door {
  if (!window.standfirst) throw new Error('The window was opened without its preload script.');
  return window.standfirst;
}

/** The calls of this window to the main process. */
export const standfirst = savingChanges(createClient(ownDoor()));

/** Listens to events of the main process. */
export const on = createListen(ownDoor());
