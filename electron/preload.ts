import { contextBridge, ipcRenderer } from 'electron';
import { aheadCall, callChannel, type Door, eventChannel } from '../shared/ipc/door';

/*
 * The whole bridge: one door for calls, one for events. It knows no name but that of the call it makes ahead; the main
 * process checks name, argument and sender of every call against the contract.
 */
// Whoever looks at the window before its page has come, as Playwright does, has this run in the empty document as well:
// that one is answered nothing, and each refusal stands on standard error.
const isPage = location.protocol !== 'about:';
let ahead: Promise<unknown> | null = isPage ? ipcRenderer.invoke(callChannel, aheadCall, null) : null;
// Whoever takes the answer hears of a failure.
ahead?.catch(() => {});

const door: Door = {
  call(name, argument) {
    if (name !== aheadCall || !ahead) return ipcRenderer.invoke(callChannel, name, argument);
    const answer = ahead;
    ahead = null;
    return answer;
  },
  listen: (listener) => {
    const pass = (_: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(eventChannel, pass);
    return () => ipcRenderer.removeListener(eventChannel, pass);
  },
};

contextBridge.exposeInMainWorld('standfirst', door);
