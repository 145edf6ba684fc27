import { expect, test } from 'vitest';
import { clockAt, momentAt } from '../../../renderer/ui/moment';

test('a moment is the same after it was shown by the clock of this machine and read back', () => {
  for (const moment of ['2026-01-05T09:30:00Z', '2026-07-05T23:59:00+02:00', '1999-12-31T12:00:00-05:00']) {
    const again = momentAt(clockAt(moment));
    expect(again, moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
    expect(Date.parse(again ?? ''), moment).toBe(Date.parse(moment));
  }
});

test('an empty or unfinished field is no moment, and no moment an empty field', () => {
  expect(momentAt('')).toBeNull();
  expect(momentAt('soon')).toBeNull();
  expect(clockAt(null)).toBe('');
  expect(clockAt('soon')).toBe('');
});
