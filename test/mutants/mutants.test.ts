import { describe, expect, it } from 'vitest';
import { ownBook } from '../helpers/rulebook.ts';
import type { Fact } from '../../src/rulebook/book.ts';
import { movedBounds } from './bounds.ts';
import { Judge } from './judge.ts';
import { mutantsOf } from './mutate.ts';

const integer: Fact = { kind: 'integer', range: [0, 200], optional: true, derive: { how: 'age' } };
const date: Fact = { kind: 'date', optional: true, derive: { how: 'law-date' } };

describe('a bound moved by one', () => {
  it.each([
    [integer, '14..17', ['13..17', '15..17', '14..18', '14..16']],
    [integer, '..13', ['..14', '..12']],
    [integer, '18..', ['17..', '19..']],
    [integer, '18', ['19', '18..19']],
    [integer, 'none', []],
    [date, '2017-06-09..', ['2017-06-08..', '2017-06-10..']],
    [date, '..9999-12-31', []],
  ])('%o %s', (fact, range, moved) => {
    expect(movedBounds(fact, range)).toEqual(moved);
  });
});

describe('mistakes in the rule book', () => {
  const { rulebook, examples, edges } = ownBook();
  const judge = new Judge(rulebook, examples, edges);
  const mutants = [...mutantsOf(rulebook.book)];

  it('differ from the book, and have a name of their own', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThan(5_000);
  });

  it.each([
    'value card-price from 2016-04-28 amount',
    'value card-price from 2016-04-28 from-day',
    'deadlines/deadlines/first-application row-dropped',
    'deadlines/deadlines/renewal-recommended bound-moved filing of alternative 1: 2014-04-06.. becomes 2014-04-07..',
    // the paper would be asked for relatives too: an edge says to whom it applies
    'permits/study/documents/envelope/course-certificate member-added person: relative is new',
    'routes/route/late-renewal bound-moved days-to-expiry: ..-61 becomes ..-60',
  ])('%s is noticed', (id) => {
    const mutant = mutants.find((one) => one.id === id);
    expect(mutant && judge.fateOf(mutant)).not.toBe('survived');
    expect(mutant).toBeDefined();
  });
});
