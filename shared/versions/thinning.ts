/** A version as thinning sees it. Versions are given oldest first, in the order in which they were taken. */
export interface DatedVersion {
  /** Milliseconds since 1970 by the clock of that moment, which may have been wrong. */
  readonly taken: number;
  /** The writer gave it a name: it stays for good. */
  readonly named: boolean;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * The stretch of time of which a version of this age is to be the only one; null: it stays whatever else there is.
 * All of the last 24 hours, one an hour for a week, one a day for a year (DESIGN 3), and one of every thirty days after
 * that. Hours, days and months are counted from 1970, so that each lies whole in the next and it does not matter how
 * often thinning ran. What seems to come from the future was taken by a clock that was wrong: it stays.
 */
function stretchOf(taken: number, now: number): string | null {
  const age = now - taken;
  if (age < day) return null;
  if (age < 7 * day) return `hour ${Math.floor(taken / hour)}`;
  if (age < 365 * day) return `day ${Math.floor(taken / day)}`;
  return `month ${Math.floor(taken / day / 30)}`;
}

/**
 * Which of `versions` (oldest first) may go at the moment `now`, in milliseconds since 1970. Of every stretch of time
 * the last one stays; the newest version and those with a name never go.
 */
export function versionsToRemove<Version extends DatedVersion>(
  versions: readonly Version[],
  now: number,
): readonly Version[] {
  const lastOfStretch = new Map<string, Version>();
  for (const version of versions) {
    const stretch = stretchOf(version.taken, now);
    if (stretch !== null) lastOfStretch.set(stretch, version);
  }
  const stay = new Set<Version | undefined>(lastOfStretch.values());
  stay.add(versions.at(-1));
  return versions.filter(
    (version) => !version.named && !stay.has(version) && stretchOf(version.taken, now) !== null,
  );
}
