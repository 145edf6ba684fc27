// The main script of a browser that is nothing but a window: an exported page is looked at as its reader would.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank'));
