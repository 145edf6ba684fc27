import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedWords } from '../../../renderer/session/quotations';
import { type DrawnSpan, placedMarks } from '../../../renderer/sources/strip-marks';
import { summarise } from '../../../renderer/sources/summary';
import { dayInWords, dayOfMoment, momentOfDay } from '../../../renderer/ui/days';
import { p, quote } from '../../../shared/article/build';
import { newQuotation, type Quotation } from '../../../shared/article/quotation';
import { newSource } from '../../../shared/article/source';

describe('the strip of speakers', () => {
  const span = (quoteId: string, initials: string, top: number, bottom: number): DrawnSpan => ({
    quoteId,
    initials,
    tone: '0',
    label: initials,
    top,
    bottom,
  });

  it('has one mark where one speaker goes on, and another for the next', () => {
    const marks = placedMarks([
      span('q1', 'AB', 100, 130),
      span('q2', 'AB', 140, 170),
      span('q3', 'CD', 180, 210),
      span('q4', 'CD', 400, 430),
    ]);
    expect(marks.map(({ quoteId, top, height }) => [quoteId, top, height])).toEqual([
      ['q1', 100, 70],
      ['q3', 180, 30],
      ['q4', 400, 30],
    ]);
  });

  it('never covers one mark with another, and leaves room for initials', () => {
    const drawn = fc.array(
      fc.record({ speaker: fc.constantFrom('AB', 'CD', 'EF'), step: fc.nat(60), height: fc.nat(90) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(drawn, (given) => {
        let top = 0;
        const marks = placedMarks(
          given.map(({ speaker, step, height }, index) => {
            top += step;
            return span(`q${index}`, speaker, top, top + height);
          }),
        );
        for (const [index, mark] of marks.entries()) {
          const next = marks[index + 1];
          expect(mark.height).toBeGreaterThanOrEqual(16);
          if (next) expect(next.top).toBeGreaterThanOrEqual(mark.top + mark.height);
        }
      }),
    );
  });
});

describe('who speaks, summed up', () => {
  const count = (text: string) => text.split(' ').length;
  const body = [p(quote('q1', 'one two three'), ' and ', quote('q2', 'four')), p(quote('q3', 'five six'))];
  const records = new Map<string, Quotation>([
    ['q1', newQuotation('q1', 's1')],
    ['q2', { ...newQuotation('q2', 's2'), checked: { by: 'Ada', at: '2026-01-01T00:00:00Z', text: 'four' } }],
    ['q3', { ...newQuotation('q3', 's1'), checked: { by: 'Ada', at: '2026-01-01T00:00:00Z', text: 'five' } }],
  ]);
  const [field, okri] = [newSource('s1', 'Ada Field'), newSource('s2', 'Ben Okri')];

  it('tells words, share, checks and problems of each speaker', () => {
    const [first, second] = summarise(quotedWords(body), records, [field, okri], new Map(), count);
    expect(first).toMatchObject({ words: 5, problems: ['words-changed', 'no-role'] });
    expect(first?.share).toBeCloseTo(5 / 6);
    expect(first?.quotations.map(({ check }) => check)).toEqual(['unchecked', 'changed']);
    expect(second?.quotations).toEqual([
      { id: 'q2', text: 'four', terms: 'on-the-record', check: 'checked' },
    ]);
  });

  it('is one speaker for two entries that the book made one', () => {
    const speakers = summarise(quotedWords(body), records, [field, okri], new Map([['s2', 's1']]), count);
    expect(speakers.map(({ source, quotations }) => [source?.id, quotations.length])).toEqual([['s1', 3]]);
    const alone = summarise(quotedWords(body), records, [okri], new Map([['s2', 's1']]), count);
    expect(alone.map(({ source, quotations }) => [source?.id, quotations.length])).toEqual([
      [undefined, 2],
      ['s2', 1],
    ]);
  });
});

describe('days', () => {
  it('go into a date field and come back', () => {
    expect(dayOfMoment(momentOfDay('2026-03-13'))).toBe('2026-03-13');
    expect([momentOfDay(''), momentOfDay('2026-13-45'), dayOfMoment(null)]).toEqual([null, null, '']);
  });

  it('without a time are that day in every time zone', () => {
    expect(dayInWords('2026-03-13T00:00:00Z')).toBe('13 March 2026');
  });
});
