/**
 * Whether node_modules holds what package-lock.json asks for, and whether package-lock.json itself is complete. Decisions
 * only: setup.mjs and complete-lock.mjs read and write the files.
 */

/**
 * @typedef {object} LockedPackage one entry of a lock file, as far as it matters here
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [dev]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Compares the lock file with the one that npm leaves in node_modules when an installation has come to its end.
 * @param {Lock} lock content of package-lock.json
 * @param {Lock | null} installed content of node_modules/.package-lock.json, null where there is none
 * @param {(path: string) => boolean} exists whether a package's folder is there; paths as in the lock file
 * @returns {string | null} why `npm ci` is needed, or null when nothing is
 */
export const reasonToInstall = (lock, installed, exists) => {
  if (installed === null) return 'the packages are not installed';
  const wanted = lock.packages ?? {};
  const present = installed.packages ?? {};
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue; // The project itself.
    const found = present[path];
    if (found === undefined) {
      if (entry.optional) continue; // For another system.
      return `${path} is missing`;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity)
      return `${path} is of another version`;
    if (!exists(path)) return `${path} is missing`;
  }
  const extra = Object.keys(present).find((path) => !(path in wanted));
  return extra === undefined ? null : `${extra} is no longer wanted`;
};

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * The optional packages that others in the lock file ask for and that have no entry of their own. A registry that
 * carries only the packages of this system makes npm leave the others out, and `npm ci` then refuses the lock file.
 * @param {Lock} lock content of package-lock.json
 * @returns {Record<string, LockedPackage>} the entries to add, by path; system and processor are read from the names
 * @throws Error when a name does not tell its system and processor
 */
export const missingPlatformPackages = (lock) => {
  const packages = lock.packages ?? {};
  /** @type {Record<string, LockedPackage>} */
  const missing = {};
  for (const [path, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const beside = `node_modules/${name}`;
      if (packages[beside] || packages[`${path}/${beside}`]) continue;
      missing[beside] = {
        version,
        optional: true,
        ...(parent.dev ? { dev: true } : {}),
        ...platformOf(name),
      };
    }
  }
  return missing;
};

/**
 * @param {string} name for example @scope/binding-linux-x64-musl
 * @returns {Pick<LockedPackage, 'os' | 'cpu' | 'libc'>}
 */
const platformOf = (name) => {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined)
    throw new Error(`the name ${name} does not tell its system and processor`);
  if (os !== 'linux') return { os: [os], cpu: [cpu] };
  if (words.some((word) => word.startsWith('musl'))) return { os: [os], cpu: [cpu], libc: ['musl'] };
  if (words.some((word) => word.startsWith('gnu'))) return { os: [os], cpu: [cpu], libc: ['glibc'] };
  return { os: [os], cpu: [cpu] };
};
