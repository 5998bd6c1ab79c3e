import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/rulebook/book.ts';
import { boundsOn, monthsNamed, provincesNamed } from '../../src/rulebook/named-values.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

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
});
