import { describe, expect, it } from 'vitest';
import { caseReader, keptReader } from '../../src/assess/answered.ts';
import { ValueHole } from '../../src/assess/lines.ts';
import { TableGap } from '../../src/assess/tables.ts';
import { NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();

describe('a case of raw fields', () => {
  const raw = { ...NEWCOMER, on: '2026-11-22', family: [{ relation: 'child', born: '2020-03-04' }] };

  it('is read, as of the day of the book where it names none, and answered with the facts of forms', () => {
    const { on: _, ...undated } = raw;
    const read = caseReader(law)(undated);
    if (!('answer' in read)) throw new Error('no answer');
    expect([read.theCase.on, read.answer.on, read.answer.case]).toEqual([
      law.book.read,
      law.book.read,
      read.theCase,
    ]);
    expect(read.people.map(({ id, facts }) => [id, facts[law.positions.get('carried-count') ?? -1]])).toEqual(
      [
        ['applicant', 1],
        ['family-1', 0],
      ],
    );
  });

  it('tells what is wrong with it, or what of the book has no answer', () => {
    expect(caseReader(law)({ ...raw, born: 'never' })).toMatchObject({ problems: [{ path: 'born' }] });
    const { gap } = caseReader(law)({ ...raw, reason: 'mission' }) as { gap: unknown };
    expect(gap).toBeInstanceOf(TableGap);
    const { year: __, ...values } = law.book.values;
    const hole = caseReader(smallLaw({ values }))(raw) as { gap: unknown };
    expect(hole.gap).toBeInstanceOf(ValueHole);
    const broken = { ...law, collections: undefined } as never;
    expect(() => caseReader(broken)(raw)).toThrow(TypeError);
  });

  it('is answered once by a reader that keeps answers', () => {
    const kept = keptReader(law);
    const first = kept(raw);
    expect(first).toEqual(caseReader(law)(raw));
    expect(kept({ ...raw })).toBe(first);
    const other = kept({ ...raw, reason: 'study' });
    expect(other).not.toEqual(first);
    expect(kept(raw)).toBe(first);
  });
});
