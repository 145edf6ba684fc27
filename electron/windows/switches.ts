import type { App } from 'electron';

/**
 * Chromium's own habits that reach for the network, turned off. Measured: with these and the guards, a window that
 * runs a hostile page sends no packet; without them it sent DNS and mDNS packets past every web-level rule.
 */
const switches: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['dns-prefetch-disable'],
  ['disable-background-networking'],
  ['proxy-server', 'http://127.0.0.1:1'],
  ['disable-features', 'WebRtcHideLocalIpsWithMdns,MediaRouter,DialMediaRouteProvider,AsyncDns'],
  // What is not used needs no process of its own: 25 MB, and its start in the moments in which both cores are full.
  ['enable-features', 'NetworkServiceInProcess2'],
];

/** The development server is the one thing a window may reach, and only in development. */
const blockedInDevelopment = new Set(['host-resolver-rules', 'proxy-server']);

/** Sets the switches; before the app is ready. */
export function closeTheNetwork(app: App, developmentServer: string | null): void {
  for (const [name, value] of switches) {
    if (developmentServer !== null && blockedInDevelopment.has(name)) continue;
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}

/**
 * Megabytes that the window's JavaScript may fill with new objects before the dead ones are swept. Lexical makes some 150 kB of
 * them a key in an article of 100,000 words, and V8 begins with one megabyte. A sweep waits for other threads: while other programs
 * kept the cores busy, a key there took 12.9 ms of the processor's time without this and 7 to 9 with it; on an idle machine
 * 9.4 and 8.5.
 */
const roomForNewObjects = 16;

/** Gives the window's JavaScript room, unless the caller set V8's flags; before the app is ready. */
export function giveRoom({ commandLine }: App): void {
  if (!commandLine.hasSwitch('js-flags'))
    commandLine.appendSwitch('js-flags', `--min-semi-space-size=${roomForNewObjects}`);
}

/** By which files Linux reaches a graphics card: the kernel's drivers, NVIDIA's, Mali's and Adreno's own, Windows around it. */
const graphicsCards = ['/dev/dri', '/dev/nvidiactl', '/dev/mali0', '/dev/kgsl-3d0', '/dev/dxg'];

/**
 * Has Chromium look for no graphics card on a Linux machine without one, as desktops in a data centre are: it starts a process
 * for it that ends, then another one, and the first frame waits for both, some 200 ms. Before the app is ready.
 */
export function drawWithoutCard(
  { commandLine }: App,
  platform: NodeJS.Platform,
  exists: (path: string) => boolean,
): void {
  if (platform === 'linux' && !graphicsCards.some(exists)) commandLine.appendSwitch('disable-gpu');
}

/** Switches that open a packaged app to a debugger; no fuse covers them. */
export const debugSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/** The debug switch a packaged app was started with, or null. */
export function refusedSwitch(app: App): string | null {
  if (!app.isPackaged) return null;
  return debugSwitches.find((name) => app.commandLine.hasSwitch(name)) ?? null;
}
