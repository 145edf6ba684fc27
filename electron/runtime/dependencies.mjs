/** Whether node_modules holds what package-lock.json asks for. Decisions only: setup.mjs reads the files. */

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
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
