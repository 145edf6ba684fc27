import type { VersionEntry } from '../../shared/versions/version';
import { versionWords } from '../strings/versions';

/** Versions of one day. */
interface Day {
  readonly day: string;
  readonly entries: readonly VersionEntry[];
}

/** The versions by the writer's own days, in the order given. A clock that was set back begins a day anew. */
export function groupedByDay(versions: readonly VersionEntry[], now: Date): readonly Day[] {
  const days: { day: string; entries: VersionEntry[] }[] = [];
  for (const version of versions) {
    const day = dayOf(new Date(version.taken), now);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(version);
    else days.push({ day, entries: [version] });
  }
  return days;
}

function dayOf(moment: Date, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (moment.toDateString() === now.toDateString()) return versionWords.versions.today;
  if (moment.toDateString() === yesterday.toDateString()) return versionWords.versions.yesterday;
  return moment.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** The time of day, as the writer's clock shows it. */
export const timeOf = (moment: string): string =>
  new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
