import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/rulebook/book.ts';
import { boundsOn, monthsNamed, provincesNamed } from '../../src/rulebook/named-values.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { opened } from '../helpers/written-rules.ts';

const { book } = ownRulebook();

/** The own book with these tables alone, and nobody who does not exist. */
function only(
  collections: Book['collections'],
  decisions: Book['decisions'],
  holidays: Book['holidays'] = {},
) {
  const { impossible: _, ...rest } = book;
  return openRulebook({ ...rest, disputes: {}, modules: {}, collections, decisions, holidays });
}

const [line] = book.collections.rights ?? [];
const [length] = book.decisions.length ?? [];
const [holiday] = Object.values(book.holidays);
if (!line || !length || !holiday) throw new Error('the book is empty');
const asking = (fact: string, ...any: string[]) => ({ ...line, when: [{ [fact]: { not: false, any } }] });

describe('values that conditions tell from the others', () => {
  it('are the months beside every bound, an extension taken off, within the range', () => {
    const { ceiling: _, extendBy: __, ...plain } = length;
    const months = (extendBy?: string) =>
      monthsNamed(
        only(
          { rights: [asking('length', '13..24')] },
          { length: [{ ...plain, when: [{}], ...(extendBy && { extendBy }) }] },
        ),
        [1, 60],
      ).sort((a, b) => a - b);
    expect(months()).toEqual([1, 2, 12, 13, 14, 23, 24, 25, 59, 60]);
    // three months more than the contract: ten months of work make thirteen
    expect(book.values['blue-card-extra']?.series.map(({ is }) => is)).toEqual([3, 3]);
    expect(months('blue-card-extra')).toEqual([1, 2, 9, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 25, 59, 60]);
  });

  it('are the provinces with a holiday of their own, and those that a rule names', () => {
    const { provinces: _, ...national } = holiday;
    const own = only(
      { rights: [asking('province', 'RM', 'MI')] },
      {},
      { all: national, one: { ...holiday, provinces: ['BZ', 'RM'] } },
    );
    expect(provincesNamed(own).toSorted()).toEqual(['BZ', 'MI', 'RM']);
  });

  it('are the ends of ranges, but not where a range is open', () => {
    const own = only({ rights: [asking('age', '14..17'), asking('age', '65..'), asking('age', '..5')] }, {});
    const bounds = boundsOn(own, own.positions.get('age') ?? -1);
    expect([...bounds].sort((a, b) => a - b)).toEqual([5, 14, 17, 65]);
  });

  it('are those of a small book', () => {
    const rule = (name: string, rest: string) => `{ ${name}, source: tui, sure: single, ${rest} }`;
    const entry = (from: string, is: number) =>
      `{ from: ${from}, is: ${is}, checked: 2026-01-01, source: tui, sure: single }`;
    const rulebook = (more: string) =>
      opened({
        'a.yaml': `
provinces: { MI: Milano, TO: Torino, RM: Roma }
fields: { months: { range: [1, 60] } }
facts:
  outcome: { kind: enum, derive: { how: table, table: outcome } }
  length: { kind: integer, range: [0, 99], optional: true, derive: { how: length } }
  days: { kind: integer, range: [0, 99], optional: true, derive: { how: days, from: expiry, to: expiry } }
values: { extra: { unit: months, looked-up-on: filed, series: [${entry('2006-01-01', 3)}, ${entry('2016-01-01', 5)}] } }
rules:
  outcome: [${rule('give: permit', 'when: { days: 35, expiry: 1970-01-08.. }')}]
  length: [${rule('give: long', more)}, ${rule('give: other', 'id: b, extend-by: gone, when: { province: MI }')}]
  rights: [${rule('add: a', 'when: { length: 20.., province: none }')}]
disputes: { d: { positions: { p: tui }, shown: p, when: { months: 30 } } }
outcomes: { permit: { permit: true } }
`,
      });
    const months = (more: string) => monthsNamed(rulebook(more), [1, 40]).sort((a, b) => a - b);
    expect(months('when: { income: true }')).toEqual([1, 2, 19, 20, 21, 29, 30, 31, 39, 40]);
    expect(months('when: { income: true }, extend-by: extra')).toEqual([
      ...[1, 2, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30, 31, 39, 40],
    ]);
    expect(provincesNamed(rulebook('when: { province: [RM, MI] }'))).toEqual(['RM', 'MI']);
    // a book without provinces names none
    expect(provincesNamed({ ...rulebook('id: a'), positions: new Map() })).toEqual([]);
  });
});
