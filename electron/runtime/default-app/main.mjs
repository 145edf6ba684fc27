/**
 * The default app of the fallback runtime: loads the app that the command line names, as Electron's own does
 * (`electron [options] PATH [arguments]`). It is an ES module on purpose: Electron holds back `ready` until the main
 * module has been evaluated, and awaiting the import below gives an app's ESM main the same guarantee.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(join(process.cwd(), 'default-app.js'));

/**
 * What Electron has for its default app only; absent from the published types.
 * @typedef {Electron.App & {
 *   setVersion(version: string): void,
 *   setDesktopName(name: string): void,
 *   setAppPath(path: string): void,
 * }} DefaultAppSettings
 */
const settings = /** @type {DefaultAppSettings} */ (app);

/**
 * Reads Electron's command line: switches, modules to load first (`-r FILE`), then the app.
 * @param {readonly string[]} words the arguments after the executable
 * @returns {{ appPath: string | null, modules: string[] }}
 */
const readCommandLine = (words) => {
  /** @type {string[]} */
  const modules = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '-r' || word === '--require') {
      index += 1;
      modules.push(words[index] ?? '');
    } else if (word.startsWith('--app=')) {
      return { appPath: word.slice('--app='.length), modules };
    } else if (!word.startsWith('-')) {
      return { appPath: word, modules };
    }
  }
  return { appPath: null, modules };
};

/**
 * Gives Electron the app's own name and version, which it would otherwise take from this default app.
 * @param {string} folder the app's folder
 */
const takeOverManifest = (folder) => {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return;
  /** @type {{ name?: string, productName?: string, version?: string, desktopName?: string }} */
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  // setVersion and setDesktopName exist in Electron for its default app; they are absent from the published types.
  const settings =
    /** @type {Electron.App & { setVersion(version: string): void, setDesktopName(name: string): void }} */ (
      app
    );
  if (manifest.version) settings.setVersion(manifest.version);
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  settings.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
};

const { appPath, modules } = readCommandLine(process.argv.slice(1));
for (const module of modules) require(resolve(module));

if (appPath === null) {
  console.error('Name the app to start: electron PATH');
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const target = resolve(appPath);
  const isFolder = existsSync(join(target, 'package.json'));
  if (isFolder) takeOverManifest(target);
  /** @type {string | null} */
  let main = null;
  try {
    main = require.resolve(target);
  } catch (cause) {
    console.error(`Unable to find an Electron app at ${target}: ${String(cause)}`);
    app.exit(1);
  }
  if (main !== null) {
    settings.setAppPath(isFolder ? target : dirname(main));
    try {
      await import(pathToFileURL(main).href);
    } catch (cause) {
      console.error('The app threw an error while loading:', cause);
      app.exit(1);
    }
  }
}
