import { expect, test } from 'vitest';
import { clockAt, momentAt, momentOf } from '../../../renderer/ui/moment';

test('a moment is the same after it was shown by the clock of this machine and read back', () => {
  for (const moment of ['2026-01-05T09:30:00Z', '2026-07-05T23:59:00+02:00', '1999-12-31T12:00:00-05:00']) {
    const again = momentAt(clockAt(moment));
    expect(again, moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
    expect(Date.parse(again ?? ''), moment).toBe(Date.parse(moment));
  }
});

test('the moment of a date has the day on which the writer lives', () => {
  const { TZ } = process.env;
  try {
    for (const [zone, date, moment] of [
      ['America/New_York', '2026-03-01T01:00:05Z', '2026-02-28T20:00:05-05:00'],
      ['Australia/Sydney', '2026-03-01T20:00:00Z', '2026-03-02T07:00:00+11:00'],
      ['UTC', '2026-03-01T20:00:00.900Z', '2026-03-01T20:00:00+00:00'],
    ] as const) {
      process.env.TZ = zone;
      expect(momentOf(new Date(date))).toBe(moment);
    }
  } finally {
    process.env.TZ = TZ;
  }
});

test('an empty or unfinished field is no moment, and no moment an empty field', () => {
  expect(momentAt('')).toBeNull();
  expect(momentAt('soon')).toBeNull();
  expect(clockAt(null)).toBe('');
  expect(clockAt('soon')).toBe('');
});
