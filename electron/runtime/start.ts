import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runInForeground } from './child';
import { runWithRuntime } from './command';
import { hasDisplay, openDisplay } from './display';
import { theseSurroundings } from './places';
import { type Runtime, RuntimeProblem } from './runtime';
import { isRoot, neededSwitches } from './switches';

const DEMO_FOLDER = 'demo-output';
/** 128 + SIGTRAP: how Chromium ends when it cannot set up its sandbox. */
const SANDBOX_REFUSED = 133;

const { projectFolder } = theseSurroundings();

const startApp = async (runtime: Runtime, words: readonly string[]): Promise<number> => {
  const switches = neededSwitches({ isRoot: isRoot(), platform: process.platform, environment: process.env });
  for (const { why } of switches) if (why !== null) console.log(why);
  const code = await runInForeground({
    command: runtime.executable,
    // Fatal messages only: Chromium reports every desktop service that it misses as an error.
    words: ['--log-level=3', ...switches.map(({ word }) => word), projectFolder, ...words],
    folder: projectFolder,
    environment: process.env,
  });
  if (code === SANDBOX_REFUSED && process.platform === 'linux') {
    console.error(
      'If the lines above speak of a sandbox, this system forbids user namespaces to the app: allow them (on Ubuntu with an AppArmor profile for the executable).',
    );
  }
  return code;
};

const runDemo = async (runtime: Runtime): Promise<number> => {
  const display = await openDisplay();
  try {
    const code = await runInForeground({
      command: process.execPath,
      words: [
        '--import',
        'tsx',
        join(projectFolder, 'tests', 'e2e', 'driver', 'demo.ts'),
        '--out',
        DEMO_FOLDER,
      ],
      folder: projectFolder,
      environment: {
        ...process.env,
        ...display.environment,
        STANDFIRST_ELECTRON: runtime.executable,
        ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
      },
    });
    if (code === 0)
      console.log(`Demo done: screenshots and the exported page are in ${join(projectFolder, DEMO_FOLDER)}`);
    else console.error('The demo did not finish; the lines above say where it stopped.');
    return code;
  } finally {
    display.close();
  }
};

/**
 * `npm start` and `npm run demo`: starts the built app. With `--demo`, and where there is no display to show a window
 * on, the demo drives the app through the main job instead. Other words go to the app.
 */
await runWithRuntime(async (runtime, words) => {
  if (!existsSync(join(projectFolder, 'out', 'main', 'main.js'))) {
    throw new RuntimeProblem('The app is not built: run "npm run build" first, or start with "npm start".');
  }
  if (words.includes('--demo')) return runDemo(runtime);
  if (hasDisplay(process.platform, process.env)) return startApp(runtime, words);
  console.log('There is no display to open a window on: running the demo on a virtual one instead.');
  return runDemo(runtime);
});
