import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DatedVersion, versionsToRemove } from '../../../shared/versions/thinning';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 23, 19, 5, 1);

/** Versions in the order in which they were taken; the clock may jump both ways between two of them. */
const versions = fc.array(
  fc.record({
    taken: fc.oneof(
      fc.integer({ min: now - 3 * day, max: now }),
      fc.integer({ min: now - 500 * day, max: now + 2 * day }),
    ),
    named: fc.boolean().map((named) => named),
  }),
  { maxLength: 60 },
);
const inTheOrderOfTheClock = versions.map((list) => [...list].sort((a, b) => a.taken - b.taken));
const left = (list: readonly DatedVersion[], at: number) => {
  const gone = new Set(versionsToRemove(list, at));
  return list.filter((version) => !gone.has(version));
};

describe('thinning', () => {
  it('never removes the newest version, one with a name, or the only one, however the clock jumped', () => {
    fc.assert(
      fc.property(versions, (list) => {
        const stay = left(list, now);
        for (const version of list) if (version.named) expect(stay).toContain(version);
        if (list.length > 0) expect(stay).toContain(list.at(-1));
      }),
    );
  });

  it('keeps all of the last 24 hours and whatever seems to come from the future', () => {
    fc.assert(
      fc.property(versions, (list) => {
        const stay = new Set(left(list, now));
        for (const version of list) if (now - version.taken < day) expect(stay.has(version)).toBe(true);
      }),
    );
  });

  it('leaves of every hour of the week and of every day of the year that had a version exactly one without a name', () => {
    const hourOf = ({ taken }: DatedVersion) => Math.floor(taken / hour);
    const dayOf = ({ taken }: DatedVersion) => Math.floor(taken / day);
    const ages: readonly [number, number, (version: DatedVersion) => number][] = [
      [day, 7 * day, hourOf],
      [7 * day, 365 * day, dayOf],
    ];
    fc.assert(
      fc.property(versions, (given) => {
        const list = given.map((version) => ({ ...version, named: false }));
        const stay = left(list, now);
        for (const [from, to, stretch] of ages) {
          const aged = (all: readonly DatedVersion[]) =>
            all.filter((version) => now - version.taken >= from && now - version.taken < to);
          const newest = list.at(-1);
          const stretches = aged(stay)
            .filter((version) => version !== newest)
            .map(stretch);
          expect(stretches).toHaveLength(new Set(stretches).size);
          expect(new Set(aged(stay).map(stretch))).toEqual(new Set(aged(list).map(stretch)));
        }
      }),
    );
  });

  it('comes to the same whether it runs often or once', () => {
    fc.assert(
      fc.property(inTheOrderOfTheClock, fc.array(fc.nat(400), { maxLength: 5 }), (list, days) => {
        // The newest is kept for being the newest; a last one shields no other from the comparison.
        const all = [...list, { taken: now + 2 * day, named: true }];
        const moments = days.map((count) => now - count * day).sort((a, b) => a - b);
        const often = [...moments, now].reduce((remaining, at) => left(remaining, at), all);
        expect(often).toEqual(left(all, now));
      }),
    );
  });

  it('keeps the last version of an hour, not the first', () => {
    const at = (minutes: number) => ({ taken: now - 2 * day - minutes * minute, named: false });
    const three = [at(4), at(3), at(2), { taken: now, named: false }];
    expect(left(three, now)).toEqual([three[2], three[3]]);
  });

  it('does not mistake the order when the clock was set back: the version taken last stays', () => {
    const wrong = { taken: now - 10 * day, named: false };
    expect(left([{ taken: now - 9 * day, named: false }, wrong], now)).toContain(wrong);
  });
});
