// One window with one of the other editors: --peer=NAME --document=FILE, and --user-data-dir as every Electron knows it.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

const argument = (name) => app.commandLine.getSwitchValue(name);
app.setPath('userData', argument('user-data-dir'));
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1320,
    height: 860,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      additionalArguments: ['peer', 'document', 'surroundings'].map((name) => `--${name}=${argument(name)}`),
      backgroundThrottling: false,
      spellcheck: false,
      sandbox: false,
    },
  });
  return window.loadFile(join(__dirname, 'dist', 'index.html'));
});
