import { describe, expect, it } from 'vitest';
import { decideCase } from '../../src/assess/decisions.ts';
import { collect, decide, TableGap } from '../../src/assess/tables.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import { adds, answerOf, caseOf, gives, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();

/** The facts of the newcomer, with these fields changed. */
const factsOf = (fields: RawFields = {}) =>
  decideCase(caseOf({ ...NEWCOMER, ...fields }, law), law).people[0].facts;

/** Reading a table so often that its rows are found another way must not change what is found. */
const READINGS = Array.from({ length: 40 }, (_, index) => index);

describe('a table', () => {
  const decisions = (...rows: ReturnType<typeof gives>[]) =>
    smallLaw({ decisions: { ...law.book.decisions, route: rows } });

  it('decides by the one row that applies, however often it is read', () => {
    const routes = decisions(gives('post', { reason: 'employment' }), gives('questura', { reason: 'study' }));
    for (const reading of READINGS) {
      expect(decide(routes, 'route', factsOf()).id, String(reading)).toBe('post');
      expect(decide(routes, 'route', factsOf({ reason: 'study' })).id, String(reading)).toBe('questura');
    }
  });

  it('lets an exception take the place of the row that it names, and no other', () => {
    const rows = [
      gives('post', {}),
      gives('questura', { reason: 'study' }, { overrides: 'post' }),
      gives('comune', { reason: 'study', domestic: true }, { overrides: 'questura' }),
    ];
    const routes = decisions(...rows);
    const decided = (fields: RawFields) => decide(routes, 'route', factsOf(fields)).id;
    expect(decided({})).toBe('post');
    expect(decided({ reason: 'study' })).toBe('questura');
    expect(decided({ reason: 'study', domestic: true })).toBe('comune');
    // an exception alone does not need the row that it is one of
    const alone = decisions(gives('questura', { reason: 'study' }, { overrides: 'questura' }));
    expect(decide(alone, 'route', factsOf({ reason: 'study' })).id).toBe('questura');
  });

  it('has a gap where no row applies, or several', () => {
    const routes = decisions(gives('post', { reason: 'study' }), gives('questura', { domestic: true }));
    const gapOf = (fields: RawFields, table = 'route') => {
      try {
        return decide(routes, table, factsOf(fields)).id;
      } catch (gap) {
        if (!(gap instanceof TableGap)) throw gap;
        return [gap.name, gap.table, gap.rules, gap.message];
      }
    };
    expect(gapOf({})).toEqual(['TableGap', 'route', [], 'table route: no rule applies to this case']);
    expect(gapOf({ reason: 'study', domestic: true })).toEqual([
      ...['TableGap', 'route', ['post', 'questura']],
      'table route: these rules all apply: post, questura',
    ]);
    expect(gapOf({}, 'moon')).toEqual(['TableGap', 'moon', [], 'table moon: no rule applies to this case']);
  });

  it('gives all rows that apply in their order, however often it is read', () => {
    const rights = [
      adds('c', {}),
      adds('a', { reason: 'study' }),
      adds('b', [{ domestic: true }, { reason: 'study' }]),
    ];
    const book = smallLaw({ collections: { ...law.book.collections, rights } });
    const ids = (fields: RawFields) => collect(book, 'rights', factsOf(fields)).map(({ id }) => id);
    for (const reading of READINGS) {
      expect(ids({}), String(reading)).toEqual(['add-c']);
      expect(ids({ reason: 'study' }), String(reading)).toEqual(['add-c', 'add-a', 'add-b']);
    }
    expect(collect(book, 'moon', factsOf())).toEqual([]);
  });
});

describe('what a table decides', () => {
  const warned = (
    warnings: ReturnType<typeof adds>[],
    fields: RawFields,
    more: Parameters<typeof smallLaw>[0] = {},
  ) =>
    answerOf(smallLaw({ ...more, collections: { ...law.book.collections, warnings } }), fields).warnings.map(
      ({ id, person }) => [id, person].filter((part) => part !== undefined).join(' '),
    );

  it.each<[string, Readonly<Record<string, string | number | boolean>>, RawFields, string[]]>([
    ['the conversion', { conversion: 'none' }, {}, ['x']],
    ['the outcome', { outcome: 'permit' }, {}, ['x']],
    ['the route', { route: 'post' }, {}, ['x']],
    ['the route of an outcome', { outcome: 'municipality', route: 'comune' }, { citizenship: 'FR' }, ['x']],
    ['the length', { length: 15 }, { months: 12 }, ['x']],
    ['no length where there is none', { length: 'none' }, { reason: 'family' }, ['x']],
    ['no length without a permit', { outcome: 'municipality', length: 'none' }, { citizenship: 'FR' }, ['x']],
    [
      'the envelope of each',
      { kit: 'carried' },
      { family: [{ relation: 'child', born: '2020-01-01' }] },
      ['x family-1'],
    ],
    [
      'no envelope without a permit',
      { outcome: 'municipality', kit: 'none' },
      { citizenship: 'FR', family: [{ relation: 'child', born: '2020-01-01' }] },
      ['x applicant', 'x family-1'],
    ],
    [
      'who is exempt',
      { exempt: true },
      { family: [{ relation: 'child', born: '2020-01-01' }] },
      ['x family-1'],
    ],
    [
      'who is not',
      { exempt: false },
      { family: [{ relation: 'child', born: '2020-01-01' }] },
      ['x applicant'],
    ],
    [
      'nobody exempt without a permit',
      { outcome: 'municipality', exempt: false },
      { citizenship: 'FR' },
      ['x applicant'],
    ],
  ])('is a fact for the tables after it: %s', (_, when, fields, expected) => {
    expect(warned([adds('x', when)], fields)).toEqual(expected);
  });

  it('need be no fact where no rule asks for it', () => {
    const { conversion: _, ...facts } = law.book.facts;
    const decided = { ...law.book.decisions, outcome: [gives('permit', {})] };
    expect(warned([adds('x', {})], {}, { facts, decisions: decided })).toEqual(['x']);
  });

  it('lacks a length where its table names a value of which the book has none', () => {
    const length = [gives('employment', {}, { ceiling: 'moon' })];
    expect(() => warned([], {}, { decisions: { ...law.book.decisions, length } })).toThrow(
      'the rule book has no moon for 2026-11-22',
    );
  });
});
