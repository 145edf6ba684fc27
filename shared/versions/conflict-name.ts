/**
 * How programs that synchronise folders name the second of two versions that were changed at the same time. The first
 * group of each is the name it had before. Dropbox: "name (Ada's conflicted copy 2026-11-23)"; Nextcloud and ownCloud:
 * "name (conflicted copy 2026-11-23 120000)", "name_conflict-20261123-120000"; Syncthing:
 * "name.sync-conflict-20261123-120000-ABCDEFG"; Seafile: "name (SFConflict ada 2026-11-23-12-00-00)"; pCloud and Tresorit:
 * "name [conflicted]", "name (conflict)"; Resilio: "name.Conflict"; Google Drive and many others: "name (1)"; iCloud:
 * "name 2".
 */
const patterns: readonly RegExp[] = [
  /^(.+?)[ ._-]*\((?:[^()]|\([^()]*\))*conflict(?:[^()]|\([^()]*\))*\)$/iu,
  /^(.+?)[ ._-]*\[[^[\]]*conflict[^[\]]*\]$/iu,
  /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[0-9A-Z]+)?$/iu,
  /^(.+)_conflict-\d{8}-\d{6}$/iu,
  /^(.+)\.conflict(?:ed)?\d*$/iu,
  /^(.+) ?\(\d{1,3}\)$/u,
  /^(.+) \d{1,3}$/u,
];

/**
 * The name that a file or folder with the name `name` of a sync client's conflict copy had before; null where the name
 * is not such a one. The ending of a file (".json") stands behind the client's words, so it is given apart. The weaker
 * patterns also fit names that people give: what the copy holds must be held against the original too.
 */
export function nameBeforeConflict(name: string, ending: string): string | null {
  if (!name.endsWith(ending)) return null;
  const stem = name.slice(0, name.length - ending.length);
  for (const pattern of patterns) {
    const before = pattern.exec(stem)?.[1]?.trimEnd();
    if (before) return `${before}${ending}`;
  }
  return null;
}

/**
 * Whether `name` may be a conflict copy of `original`: by its words, or as OneDrive does it by the name of the other
 * machine behind a hyphen ("article-ADAS-LAPTOP.json").
 */
export function isConflictNameOf(name: string, original: string, ending: string): boolean {
  if (name === original || !name.endsWith(ending) || !original.endsWith(ending)) return false;
  if (nameBeforeConflict(name, ending) === original) return true;
  const stem = original.slice(0, original.length - ending.length);
  const machine = name.slice(0, name.length - ending.length);
  return (
    ending !== '' &&
    machine.startsWith(`${stem}-`) &&
    /^[\p{L}\p{N}_-]+$/u.test(machine.slice(stem.length + 1))
  );
}
