import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, type Door, eventChannel } from '../shared/ipc/door';

/*
 * The whole bridge: one door for calls, one for events. It knows no names; the main process checks name, argument and
 * sender of every call against the contract.
 */
const door: Door = {
  call: (name, argument) => ipcRenderer.invoke(callChannel, name, argument),
  listen: (listener) => {
    const pass = (_: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(eventChannel, pass);
    return () => ipcRenderer.removeListener(eventChannel, pass);
  },
};

contextBridge.exposeInMainWorld('standfirst', door);
