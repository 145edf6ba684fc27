/** The day of a moment as a date field holds it (YYYY-MM-DD); empty for none. */
export const dayOfMoment = (moment: string | null): string => moment?.slice(0, 10) ?? '';

/** The moment that stands for a day of a date field; null for an empty or unfinished one. */
export const momentOfDay = (day: string): string | null =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? `${day}T00:00:00Z` : null;

/** "3 March 2026" in the writer's time zone; a day without a time is that day everywhere. */
export function dayInWords(moment: string): string {
  const isDay = /T00:00(:00(\.0+)?)?Z$/.test(moment);
  return new Date(moment).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(isDay ? { timeZone: 'UTC' } : {}),
  });
}

/** "3 Mar 2026, 09:05" by the clock of this machine. */
export const momentInWords = (moment: string): string =>
  new Date(moment).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
