import { join } from 'node:path';
import { runInForeground } from './child';
import { runWithRuntime } from './command';
import { openDisplay } from './display';
import { theseSurroundings } from './places';
import { isRoot } from './switches';

/** `npm run dev`: electron-vite with hot reload on the found runtime; further words go to electron-vite. */
await runWithRuntime(async (runtime, words) => {
  const { projectFolder } = theseSurroundings();
  const display = await openDisplay();
  try {
    return await runInForeground({
      command: process.execPath,
      words: [
        join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
        'dev',
        ...words,
      ],
      folder: projectFolder,
      environment: {
        ...process.env,
        ...display.environment,
        // electron-vite reads this one where Electron's own package reads ELECTRON_OVERRIDE_DIST_PATH.
        ELECTRON_EXEC_PATH: runtime.executable,
        ...(isRoot() ? { NO_SANDBOX: '1' } : {}),
      },
    });
  } finally {
    display.close();
  }
});
