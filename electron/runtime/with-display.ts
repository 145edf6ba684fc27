import { delimiter, join } from 'node:path';
import { runInForeground } from './child';
import { runWithRuntime } from './command';
import { openDisplay } from './display';
import { theseSurroundings } from './places';

/**
 * `tsx electron/runtime/with-display.ts COMMAND [ARGUMENT…]`: runs a command with a display (the machine's or an Xvfb
 * of its own) and with ELECTRON_OVERRIDE_DIST_PATH set to the found runtime, and ends with the command's exit code.
 */
await runWithRuntime(async (runtime, [command, ...words]) => {
  if (command === undefined) {
    console.error('Name the command to run: with-display COMMAND [ARGUMENT…]');
    return 2;
  }
  const binaries = join(theseSurroundings().projectFolder, 'node_modules', '.bin');
  const display = await openDisplay();
  try {
    return await runInForeground({
      command,
      words,
      folder: process.cwd(),
      environment: {
        ...process.env,
        ...display.environment,
        PATH: [binaries, process.env.PATH].join(delimiter),
        ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
      },
    });
  } finally {
    display.close();
  }
});
