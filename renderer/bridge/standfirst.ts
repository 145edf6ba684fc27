import type { EventName, Payload } from '../../shared/ipc/contract';
import type { Door } from '../../shared/ipc/door';
import { createClient, listenTo } from './client';
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

/** Calls `listener` for every event `name` of the main process; answers the function that stops it. */
export const on = <Name extends EventName>(name: Name, listener: (payload: Payload<Name>) => void) =>
  listenTo(ownDoor(), name, listener);
