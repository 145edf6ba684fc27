import { spawn } from 'node:child_process';
import { chownSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../builders/folders';
import { processesBelow } from './driver/processes';
import { expect, test } from './driver/test';

const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const isRoot = process.geteuid?.() === 0;
const nobody = 65534;

test('the window of an ordinary user runs in the operating system’s sandbox', async ({ executable }) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  test.skip(isRoot && !existsSync('/usr/bin/setpriv'), 'needs setpriv to become an ordinary user');
  const home = temporaryFolder();
  // Root gets no sandbox, so the app is started as nobody, who then owns the home folder.
  if (isRoot) chownSync(home, nobody, nobody);
  const words = ['--log-level=3', projectFolder, `--user-data-dir=${join(home, 'user-data')}`];
  const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', executable, ...words];
  const app = spawn(isRoot ? '/usr/bin/setpriv' : executable, isRoot ? asNobody : words, {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => app.on('close', resolve));
  try {
    await expect
      .poll(() =>
        processesBelow(app.pid ?? 0)
          .filter(({ command }) => command.includes('--type=renderer'))
          .map(({ seccomp }) => seccomp),
      )
      .toEqual([2]);
    expect(processesBelow(app.pid ?? 0).filter(({ command }) => command.includes('--no-sandbox'))).toEqual(
      [],
    );
  } finally {
    app.kill();
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});
