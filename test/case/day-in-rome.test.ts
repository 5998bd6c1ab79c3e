import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayInRome } from '../../src/io.ts';

const rome = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

it.each([
  ['2026-11-27T21:59:59Z', '2026-11-27'],
  ['2026-11-27T22:59:59Z', '2026-11-27'],
  ['2026-11-27T23:00:00Z', '2026-11-28'],
  ['2026-07-01T21:59:59Z', '2026-07-01'],
  ['2026-07-01T22:00:00Z', '2026-07-02'],
])('at %s it is %s in Rome', (moment, day) => {
  expect(dayInRome(new Date(moment))).toBe(day);
});

it('is the day that the data of time zones give, at any moment', () => {
  const moments = fc.date({ min: new Date('2006-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      expect(dayInRome(moment)).toBe(rome.format(moment));
    }),
  );
});
