/**
 * `npm run setup`: makes a fresh checkout ready to start and test. Runs on plain Node, before any package is there.
 * Running it again changes nothing and takes a moment.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonToInstall } from './dependencies.mjs';
import { aptCommands, missingPackages, NEEDED, namesToInstall, usesApt } from './system-packages.mjs';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const began = Date.now();

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * Ends the setup with one sentence.
 * @param {string} sentence what is wrong and what to do
 * @returns {never}
 */
const giveUp = (sentence) => {
  console.error(`\nSetup stopped: ${sentence}`);
  process.exit(1);
};

/**
 * Runs a program in the project and answers its exit code and output.
 * @param {readonly string[]} words
 */
const ask = ([command = '', ...rest]) => {
  const answer = spawnSync(command, rest, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return { code: answer.status, output: answer.stdout ?? '' };
};

/**
 * Runs a program in the project with its output shown; answers whether it succeeded.
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} environment
 */
const show = ([command = '', ...rest], environment = process.env) =>
  // npm is a script on Windows, which starts only through a shell.
  spawnSync(command, rest, {
    cwd: project,
    stdio: 'inherit',
    env: environment,
    shell: process.platform === 'win32' && command === 'npm',
  }).status === 0;

/** @param {string} path relative to the project */
const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(join(project, path), 'utf8'));
  } catch {
    return null; // Absent or broken off: either way it has to be made anew.
  }
};

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 18)) {
    giveUp(
      `Node ${process.versions.node} is too old; install Node 20.18 or newer and run "npm run setup" again.`,
    );
  }
};

const installSystemPackages = () => {
  if (process.platform !== 'linux') {
    say('1/3 System libraries: nothing to install on this system.');
    return;
  }
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!usesApt(osRelease) || ask(['apt-get', '--version']).code !== 0) {
    say(
      '1/3 System libraries: skipped, this system has no apt-get. Electron needs GTK 3, NSS, ALSA, GBM, CUPS and, without a display, Xvfb.',
    );
    return;
  }
  const missing = missingPackages(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg-query's own placeholders
    ask(['dpkg-query', '-W', '-f', '${Package} ${db:Status-Status}\\n', ...NEEDED.flat()]).output,
  );
  if (missing.length === 0) {
    say('1/3 System libraries: all there.');
    return;
  }
  const isRoot = process.geteuid?.() === 0;
  const maySudo = !isRoot && ask(['sudo', '-n', 'true']).code === 0;
  if (!isRoot && !maySudo) {
    const names = namesToInstall(missing, ask(['apt-cache', 'policy', ...missing.flat()]).output);
    say(
      `1/3 System libraries: ${names.length} missing, and installing them needs an administrator. Please run:`,
    );
    say(`      sudo apt-get update && sudo ${aptCommands(names, false).install.join(' ')}`);
    return;
  }
  say(`1/3 System libraries: installing ${missing.map(([name]) => name).join(', ')} with apt-get.`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = show(aptCommands([], maySudo).update, environment);
  const names = namesToInstall(missing, ask(['apt-cache', 'policy', ...missing.flat()]).output);
  const { install } = aptCommands(names, maySudo);
  if (!show(install, environment)) {
    giveUp(
      `apt-get could not install the system libraries${updated ? '' : ' (its package lists could not be refreshed)'}; the lines above say why. To try by hand: ${install.join(' ')}`,
    );
  }
};

const installPackages = () => {
  const lock = readJson('package-lock.json');
  if (lock === null)
    giveUp('package-lock.json is missing or damaged; restore it with "git checkout package-lock.json".');
  const installed = readJson('node_modules/.package-lock.json');
  const reason = reasonToInstall(lock, installed, (path) => existsSync(join(project, path)));
  if (reason === null) {
    say('2/3 Packages: in step with package-lock.json.');
    return;
  }
  say(`2/3 Packages: running npm ci, because ${reason}.`);
  if (!show(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    giveUp(
      'npm ci failed; the lines above say why. Check the connection to your package registry and run "npm run setup" again, or, if npm finds package-lock.json out of step, run "npm run lock:complete" first.',
    );
  }
};

const fetchRuntime = () => {
  say('3/3 Electron runtime:');
  if (!show([process.execPath, '--import', 'tsx', 'electron/runtime/fetch.ts'])) {
    giveUp('there is no Electron runtime; the lines above say what was tried and what to do.');
  }
};

checkNode();
installSystemPackages();
installPackages();
fetchRuntime();
say(
  `Ready after ${Math.round((Date.now() - began) / 1000)} s. Start with "npm start", test with "npm test".`,
);
