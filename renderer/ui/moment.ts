/*
 * A moment is kept with its zone (ISO 8601) and written by the clock of this machine, as `<input type="datetime-local">`
 * has it: "2026-03-05T09:30".
 */

const two = (figure: number): string => String(Math.trunc(Math.abs(figure))).padStart(2, '0');

/** The zone of this machine at `date`, such as "+01:00". Summer and winter differ. */
export function zoneAt(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The moment of `date`, to the second, with the zone of this machine: readers are told its day, and that is the writer's. */
export function momentOf(date: Date): string {
  return `${clockAt(date.toISOString())}:${two(date.getSeconds())}${zoneAt(date)}`;
}

/** What the clock of this machine shows at `moment`; '' for none. */
export function clockAt(moment: string | null): string {
  const date = new Date(moment ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return '';
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment at which the clock of this machine shows `clock`, with its zone; null for none. */
export function momentAt(clock: string): string | null {
  const date = new Date(clock);
  if (clock === '' || Number.isNaN(date.getTime())) return null;
  return momentOf(date);
}
