import type { App, Session, WebContents } from 'electron';
import { appOrigin, appScheme, previewPath } from '../../shared/ipc/addresses';

/** The one permission a window has: to put what it made on the clipboard. */
const granted = 'clipboard-sanitized-write';

/** Addresses that stay inside the process: our own files and what the window holds in memory. */
const localSchemes = [`${appScheme}:`, 'blob:', 'data:'];

/** Denies permissions, devices, downloads, the spelling checker's dictionaries and every request to a network. */
export function guardSession(session: Session, developmentServer: string | null): void {
  session.setPermissionRequestHandler((_, permission, answer) => answer(permission === granted));
  session.setPermissionCheckHandler((_, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  // Chromium fetches dictionaries for the languages in this list even when the checker is off.
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, developmentServer) });
  });
}

/** Whether a window may load `address`. In development also the tools' own pages and the development server. */
export function mayLoad(address: string, developmentServer: string | null): boolean {
  if (localSchemes.some((scheme) => address.startsWith(scheme))) return true;
  if (developmentServer === null) return false;
  const server = new URL(developmentServer);
  return (
    address.startsWith('devtools:') ||
    address.startsWith(`${server.origin}/`) ||
    address.startsWith(`ws://${server.host}/`)
  );
}

/** Takes from every page of the app, however it came about, the ways out of its place. */
export function guardPages(app: App): void {
  app.on('web-contents-created', (_, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // The one frame of the window is the preview of an export, and it goes nowhere else.
    if (event.isMainFrame || !event.url.startsWith(`${appOrigin}/${previewPath}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
