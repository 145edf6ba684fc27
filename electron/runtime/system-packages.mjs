/**
 * The system packages that Electron needs on Debian and its relatives, and what to do about missing ones. Decisions
 * only: setup.mjs asks dpkg and runs apt-get.
 */

/**
 * What Electron and its virtual display need, each with the names under which releases carry it: Debian 13 and
 * Ubuntu 24.04 renamed libraries with a `t64` ending when time became 64 bits wide.
 * @type {readonly (readonly string[])[]}
 */
export const NEEDED = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libnspr4'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libatk1.0-0', 'libatk1.0-0t64'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdbus-1-3'],
  ['libdrm2'],
  ['libexpat1'],
  ['libpango-1.0-0'],
  ['libcairo2'],
  ['libx11-6'],
  ['libxcb1'],
  ['libxcomposite1'],
  ['libxdamage1'],
  ['libxext6'],
  ['libxfixes3'],
  ['libxkbcommon0'],
  ['libxrandr2'],
  ['libxss1'],
  ['libxtst6'],
];

/**
 * Whether the system takes its packages from apt.
 * @param {string} osRelease content of /etc/os-release
 */
export const usesApt = (osRelease) =>
  osRelease
    .split('\n')
    .filter((line) => /^(ID|ID_LIKE)=/.test(line))
    .some((line) => /\b(debian|ubuntu)\b/.test(line));

/**
 * What is needed and not installed.
 * @param {string} dpkgAnswer lines of `dpkg-query -W -f '${Package} ${db:Status-Status}\n' …`
 * @returns {readonly (readonly string[])[]} the entries of NEEDED of which no name is installed
 */
export const missingPackages = (dpkgAnswer) => {
  const installed = new Set(
    dpkgAnswer
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, status]) => status === 'installed')
      .map(([name]) => name),
  );
  return NEEDED.filter((names) => !names.some((name) => installed.has(name)));
};

/**
 * Picks for each missing package the name that this release can install; its first name where apt knows none, so that
 * apt's own message names it.
 * @param {readonly (readonly string[])[]} missing
 * @param {string} aptPolicy answer of `LC_ALL=C apt-cache policy NAME…`
 */
export const namesToInstall = (missing, aptPolicy) => {
  /** @type {Set<string>} */
  const available = new Set();
  let current = '';
  for (const line of aptPolicy.split('\n')) {
    if (/^\S.*:$/.test(line)) current = line.slice(0, -1);
    else if (/^\s+Candidate: (?!\(none\))/.test(line)) available.add(current);
  }
  return missing.map((names) => names.find((name) => available.has(name)) ?? names[0] ?? '');
};

/**
 * The two commands that bring packages in, as lists of words.
 * @param {readonly string[]} names
 * @param {boolean} throughSudo
 */
export const aptCommands = (names, throughSudo) => {
  // Packages must not stop to ask questions; sudo passes no variables on by itself.
  const prefix = throughSudo ? ['sudo', 'env', 'DEBIAN_FRONTEND=noninteractive'] : [];
  return {
    update: [...prefix, 'apt-get', 'update'],
    install: [...prefix, 'apt-get', 'install', '--yes', '--no-install-recommends', ...names],
  };
};
