import { describe, expect, it } from 'vitest';
import { assess, assessPart, assessTraced, LEAF_LISTS } from '../../src/assess/assess.ts';
import { figuresOf } from '../../src/assess/figures.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { SourceRef } from '../../src/rulebook/book.ts';
import { act, adds, answerOf, caseOf, gives, NEWCOMER, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();
const answer = (fields: RawFields = {}) => answerOf(law, fields);

const CHILD = { relation: 'child', born: '2020-01-01' };
const YOUTH = { relation: 'child', born: '2010-01-01' };

/** The places of the act that a line rests on. */
const at = (...places: string[]): SourceRef[] => places.flatMap(act);

/** A line that rests on its row and the dated values named. */
const line = (rule: string, id: string, ...values: string[]) => ({
  id,
  rule,
  sources: at(rule, ...values),
  sure: 'confirmed',
});

const YEAR = '12 from 2006-12-11';
const TWO_YEARS = '24 from 2006-12-11';
const PHOTOS = '4 from 2006-12-11';

describe('the permit of an answer', () => {
  it.each<[string, RawFields, object]>([
    [
      'has the ceiling where no length is asked for, and another answer with its number or its word',
      {},
      {
        ...line('employment', 'employment', TWO_YEARS, '3 from 2006-12-11'),
        alternatives: [
          { when: 'some-office', value: 12, sources: at('some-office') },
          { when: 'other-office', value: 'as-asked', sources: at('other-office') },
        ],
        reason: 'employment',
        code: law.book.reasons.employment?.code,
        maxMonths: 24,
      },
    ],
    [
      'is as long as was asked for, and says how sure its ceiling is',
      { reason: 'study', months: 6 },
      {
        ...line('study', 'study', YEAR),
        sure: 'single',
        reason: 'study',
        code: law.book.reasons.study?.code,
        maxMonths: 6,
      },
    ],
    [
      'says that the law gives at least that much, and has no code where the reason has none',
      { reason: 'blue-card', months: 6 },
      {
        ...line('blue-card', 'blue-card', YEAR),
        sure: 'single',
        reason: 'blue-card',
        code: null,
        maxMonths: 12,
        least: true,
      },
    ],
    [
      'has no length where the law gives none, and names a practice',
      { reason: 'family' },
      {
        ...line('family', 'family'),
        practice: 'Questura di Prato',
        reason: 'family',
        code: law.book.reasons.family?.code,
        maxMonths: null,
      },
    ],
  ])('%s', (_, fields, permit) => {
    expect(answer(fields).permit).toStrictEqual(permit);
  });

  it.each<[string, RawFields, number | null]>([
    ['a length asked for', { reason: 'study', months: 6 }, 6],
    ['no more than the ceiling', { reason: 'study', months: 13 }, 12],
    ['the length asked for where there is no ceiling', { reason: 'family', months: 40 }, 40],
    ['what the law adds to a length asked for', { months: 12 }, 15],
    ['that up to the ceiling', { months: 22 }, 24],
    ['the ceiling where what is asked for is ignored', { reason: 'blue-card', months: 3 }, 12],
    [
      'the ceiling where the permit gets no length anew',
      { procedure: 'update', change: 'photo', expiry: '2027-03-01', reason: 'study', months: 6 },
      12,
    ],
  ])('lasts %s', (_, fields, months) => {
    expect(answer(fields).permit?.maxMonths).toBe(months);
    expect(figuresOf(caseOf({ ...NEWCOMER, ...fields }, law), law).permit?.maxMonths).toBe(months);
  });
});

describe('where the file goes', () => {
  it('is told by the route, with its offices', () => {
    const { outcome, handIn, route } = answer({ office: 'questura' });
    expect(outcome).toStrictEqual(line('permit', 'permit'));
    expect(handIn).toStrictEqual({ ...line('questura', 'questura'), offices: ['questura'] });
    expect(route).toEqual(['questura']);
  });

  it('is told by the outcome where there is no permit to ask for', () => {
    const { outcome, handIn, route, permit, kits, fees } = answer({ citizenship: 'FR' });
    expect(outcome).toStrictEqual(line('municipality', 'municipality'));
    expect(handIn).toStrictEqual({ ...line('municipality', 'comune'), offices: ['comune', 'questura'] });
    expect(route).toEqual(['comune', 'questura']);
    expect([permit, kits, fees.lines, fees.exemptions, fees.totalCents]).toEqual([null, [], [], [], 0]);
  });

  it('is nowhere where the outcome names no office', () => {
    const outcomes = { ...law.book.outcomes, nothing: { permit: false } };
    const { handIn, route, warnings } = answerOf(smallLaw({ outcomes }), {
      ...{ procedure: 'conversion', from: 'study', expiry: '2027-03-01' },
    });
    expect(handIn).toStrictEqual({ ...line('nothing', 'nothing'), offices: [] });
    expect(route).toEqual([]);
    // the advice of the decisions leads
    expect(warnings).toStrictEqual([line('refused', 'ask-anew'), line('nothing', 'no-way')]);
  });

  it.each<[string, object[], object[]]>([
    ['alone', [], [{ person: 'applicant', carries: [] }]],
    ['with a small child', [CHILD], [{ person: 'applicant', carries: ['family-1'] }]],
    [
      'with a child who is fourteen and two who are not',
      [CHILD, YOUTH, CHILD],
      [
        { person: 'applicant', carries: ['family-1', 'family-3'] },
        { person: 'family-2', carries: [] },
      ],
    ],
  ])('is one envelope for each who has one: %s', (_, family, kits) => {
    expect(answer({ family }).kits).toStrictEqual(kits);
  });
});

describe('the fees of an answer', () => {
  const fees = (fields: RawFields, by = law) => answerOf(by, fields).fees;
  const SLIP = { account: '67422402', payee: 'Tesoro', reason: 'permesso' };
  const CARD = '3000 from 2020-01-01';

  it('are lines with their amounts, and what is handed over for them', () => {
    const { currency, totalCents, lines, payments, exemptions } = fees({ months: 10 });
    expect([currency, totalCents, exemptions]).toEqual(['EUR', 12600, []]);
    expect(lines).toStrictEqual([
      { ...line('add-card', 'card', CARD), person: 'applicant', sure: 'single', cents: 3000 },
      {
        ...line('add-stamp', 'stamp', '1600 from 2006-12-11'),
        person: 'applicant',
        alternatives: [{ when: 'stamp-office', value: 2000, sources: at('stamp-office') }],
        disputes: ['stamps'],
        cents: 1600,
      },
      {
        ...line('band-long', 'contribution', '8000 from 2012-01-30'),
        person: 'applicant',
        cents: 8000,
      },
    ]);
    expect(payments).toStrictEqual([
      {
        ...{ id: 'slip', person: 'applicant', cents: 11000, rule: 'add-card', sure: 'single', ...SLIP },
        sources: at('slip', 'add-card', CARD, 'band-long', '8000 from 2012-01-30'),
      },
      {
        ...{ id: 'stamp', person: 'applicant', cents: 1600, rule: 'add-stamp', sure: 'confirmed' },
        sources: at('stamp', 'add-stamp', '1600 from 2006-12-11'),
        alternatives: [{ when: 'stamp-office', value: 2000, sources: at('stamp-office') }],
      },
    ]);
  });

  it('are those of the day, and lack a payment of which nothing is due', () => {
    const { lines, payments, exemptions, totalCents } = fees({
      reason: 'study',
      on: '2012-01-29',
      entry: '2012-01-20',
    });
    expect(lines.map(({ id, cents }) => [id, cents])).toEqual([
      ['card', 2000],
      ['stamp', 1600],
    ]);
    expect(payments.map(({ id, cents }) => [id, cents])).toEqual([
      ['slip', 2000],
      ['stamp', 1600],
    ]);
    expect(totalCents).toBe(3600);
    // a band worth nothing is a reason why nothing is due
    expect(exemptions).toStrictEqual([
      { ...line('band-short', 'band', '0 from 2006-12-11'), person: 'applicant' },
    ]);
  });

  it('say nothing of other amounts or disputes of a band that is worth nothing', () => {
    expect(fees({ reason: 'family' }).exemptions).toStrictEqual([
      { ...line('band-open', 'no-price', '0 from 2006-12-11'), person: 'applicant' },
    ]);
  });

  it('hold the other amount of a payment where an exemption is disputed', () => {
    const { lines, payments, exemptions } = fees({ family: [YOUTH] });
    const of = (list: readonly { person: string; id: string }[]) =>
      list.flatMap(({ id, person }) => (person === 'family-1' ? [id] : []));
    expect(of(lines)).toEqual(['card']);
    expect(exemptions).toStrictEqual([
      {
        ...line('add-child', 'child'),
        person: 'family-1',
        alternatives: [{ when: 'asks-of-children', value: 4000, sources: at('asks-of-children') }],
      },
    ]);
    expect(payments.filter(({ person }) => person === 'family-1')).toStrictEqual([
      {
        ...{ id: 'slip', person: 'family-1', cents: 3000, rule: 'add-card', sure: 'single', ...SLIP },
        sources: at('slip', 'add-card', CARD),
        alternatives: [{ when: 'asks-of-children', value: 7000, sources: at('asks-of-children') }],
      },
    ]);
  });

  it('hold none where another exemption settles it', () => {
    const { payments, exemptions } = fees({ born: '2012-01-01', role: 'manager' });
    expect(exemptions.map(({ id }) => id)).toEqual(['child', 'valour']);
    expect(payments.map(({ id, alternatives }) => [id, alternatives?.map(({ value }) => value)])).toEqual([
      ['slip', undefined],
      ['stamp', [2000]],
    ]);
  });

  it('count a line as often as payments have it', () => {
    const payments = {
      ...law.book.payments,
      again: { lines: ['stamp'], sources: act('again'), sure: 'single' as const },
    };
    const twice = fees({ months: 10 }, smallLaw({ payments }));
    expect(twice.totalCents).toBe(14200);
    expect(twice.payments.map(({ id, cents, sure }) => [id, cents, sure])).toEqual([
      ['slip', 11000, 'single'],
      ['stamp', 1600, 'confirmed'],
      ['again', 1600, 'single'],
    ]);
  });
});

describe('the papers of an answer', () => {
  const papers = (fields: RawFields, by = law) =>
    answerOf(by, fields).documents.map(({ person, pile, id, count, handedIn }) =>
      [pile, person, id, count, handedIn && 'handed in'].filter((part) => part !== undefined).join(' '),
    );

  it('are lines with their pile and their number', () => {
    const [copy, original, photos] = answer({}).documents;
    const person = 'applicant';
    expect(copy).toStrictEqual({
      ...{ ...line('passport-copy', 'passport', YEAR), sure: 'single' },
      ...{ person, pile: 'envelope', values: { year: 12 } },
    });
    expect(original).toStrictEqual({ ...line('add-passport', 'passport'), person, pile: 'counter' });
    expect(photos).toStrictEqual({
      ...{ ...line('add-photos', 'photos', PHOTOS), sure: 'unconfirmed' },
      ...{ person, pile: 'appointment', count: 4 },
    });
  });

  it('lie in the piles of the way, in their order', () => {
    expect(papers({ family: [CHILD] })).toEqual([
      'envelope applicant passport',
      'envelope family-1 passport',
      'counter applicant passport',
      'counter family-1 passport',
      'appointment applicant photos 4',
      'appointment applicant passport',
      'appointment family-1 photos 4',
      'collection applicant interview-letter',
    ]);
  });

  it('lie once in the pile that takes the place of others', () => {
    expect(papers({ office: 'questura', family: [CHILD] })).toEqual([
      'appointment applicant photos 4',
      'appointment applicant passport',
      'appointment family-1 photos 4',
      'appointment family-1 passport',
      'collection applicant interview-letter',
    ]);
  });

  it('are marked once they are handed in, unless they are wanted again', () => {
    expect(papers({ filed: '2026-11-21' })).toEqual([
      'envelope applicant passport handed in',
      'counter applicant passport handed in',
      'appointment applicant photos 4',
      'appointment applicant passport',
      'collection applicant interview-letter',
    ]);
    expect(papers({ filed: '2026-11-21', office: 'questura' })).toEqual([
      'appointment applicant photos 4',
      'appointment applicant passport',
      'collection applicant interview-letter',
    ]);
    const without = {
      ...law.book.collections,
      documents: (law.book.collections.documents ?? []).slice(0, 3),
    };
    expect(papers({ filed: '2026-11-21', office: 'questura' }, smallLaw({ collections: without }))).toEqual([
      'appointment applicant photos 4',
      'appointment applicant passport handed in',
      'collection applicant interview-letter',
    ]);
  });

  it('are all still to bring by who means to hand in on a later day', () => {
    expect(papers({ filed: '2026-11-23' })).toEqual(papers({}));
  });
});

describe('the other lists of an answer', () => {
  it('have the forms of everyone with an envelope, marked once they are handed in', () => {
    const form = { ...line('add-module-1', 'module-1', YEAR), sure: 'single', values: { year: 12 } };
    const second = { ...line('add-module-2', 'module-2'), person: 'applicant' };
    expect(answer({ domestic: true, family: [CHILD, YOUTH] }).forms).toStrictEqual([
      { ...form, person: 'applicant' },
      second,
      { ...form, person: 'family-2' },
    ]);
    const { forms, fees } = answer({ domestic: true, filed: '2026-11-21' });
    expect(forms).toStrictEqual([
      { ...form, person: 'applicant', handedIn: true },
      { ...second, handedIn: true },
    ]);
    expect(fees.payments.map(({ id, handedIn }) => [id, handedIn])).toEqual([
      ['slip', true],
      ['stamp', true],
    ]);
  });

  it('have steps in their order: a rule that looks at a person speaks of each, another once', () => {
    expect(answer({ family: [CHILD, CHILD] }).steps).toStrictEqual([
      { ...line('add-first', 'first'), order: 10 },
      {
        ...line('add-middle', 'middle', PHOTOS),
        sure: 'unconfirmed',
        values: { 'photo-number': 4 },
        order: 50,
      },
      { ...line('add-last', 'last'), order: 90 },
      { ...line('add-vaccinate', 'vaccinate'), person: 'family-1', order: 95 },
      { ...line('add-vaccinate', 'vaccinate'), person: 'family-2', order: 95 },
    ]);
  });

  it('have rights and warnings', () => {
    const { rights, warnings } = answer({ family: [YOUTH] });
    expect(rights).toStrictEqual([
      { ...line('add-to-study', 'to-study', YEAR), sure: 'single', values: { year: 12 } },
      line('add-to-work', 'to-work'),
    ]);
    expect(warnings).toStrictEqual([
      { ...line('add-urgent', 'urgent'), person: 'family-1', order: 5 },
      { ...line('add-late', 'late'), order: 50 },
    ]);
  });

  it.each<[string, Readonly<Record<string, string | number | boolean>>, string[]]>([
    ['the person', { person: 'relative' }, ['family-1', 'family-2']],
    ['the relation', { relation: 'child' }, ['family-1', 'family-2']],
    ['the age', { age: '..5' }, ['family-2']],
    ['own income', { 'own-income': true }, ['family-1']],
    ['an exemption', { exempt: true }, ['family-1', 'family-2']],
    ['a table read for each person', { kit: 'carried' }, ['family-2']],
    ['a table read once', { outcome: 'permit' }, ['']],
    ['the case', { reason: 'employment' }, ['']],
    ['the case and a person', { reason: 'employment', age: '..15' }, ['family-1', 'family-2']],
  ])('speak of the people where a rule asks for %s', (_, when, people) => {
    const collections = { ...law.book.collections, rights: [adds('here', when)] };
    const family = [
      { relation: 'child', born: '2011-06-01', income: true },
      { relation: 'child', born: '2021-06-01' },
    ];
    const { rights } = answerOf(smallLaw({ collections }), { family });
    expect(rights.map(({ person = '' }) => person)).toEqual(people);
  });

  it('speak of the people where one of the alternatives of a rule looks at them', () => {
    const collections = {
      ...law.book.collections,
      rights: [adds('here', [{ reason: 'study' }, { person: 'relative' }, { reason: 'family' }])],
    };
    const { rights } = answerOf(smallLaw({ collections }), { family: [CHILD] });
    expect(rights.map(({ person }) => person)).toEqual(['family-1']);
  });

  it('have the disputes that a line cites, and those that touch the case', () => {
    const { disputes } = answer({ reason: 'study' });
    expect(disputes).toStrictEqual([
      {
        ...{ id: 'ages', rule: 'act.yaml#ages', sure: 'disputed', cited: false, shown: 'a' },
        ...{ sources: at('ages'), positions: [{ id: 'a', sources: at('ages') }] },
      },
      {
        ...{ id: 'stamps', rule: 'add-stamp', sure: 'disputed', cited: true, shown: 'sixteen' },
        sources: at('stamps', 'more-stamps'),
        positions: [
          { id: 'sixteen', sources: at('stamps') },
          { id: 'twenty', sources: at('stamps', 'more-stamps') },
        ],
      },
      {
        ...{ id: 'sixty', rule: 'add-decide', sure: 'disputed', cited: true, shown: 'b' },
        ...{ sources: at('sixty'), positions: [{ id: 'b', sources: at('sixty') }] },
      },
    ]);
    expect(answer({}).disputes.map(({ id }) => id)).toEqual(['stamps']);
  });

  it.each<[string, (cites: { disputes: string[] }) => Parameters<typeof smallLaw>[0]]>([
    ['the outcome', (cites) => decisions('outcome', [gives('permit', {}, cites)])],
    ['the way of handing in', (cites) => decisions('route', [gives('post', {}, cites)])],
    ['the permit', (cites) => decisions('length', [gives('study', {}, { ceiling: null, ...cites })])],
    ['a fee', (cites) => collections('fees', [adds('card', {}, { amount: 'card-price', ...cites })])],
    ['an exemption', (cites) => collections('exemptions', [adds('all', {}, cites)])],
    ['a form', (cites) => collections('forms', [adds('module-1', {}, cites)])],
    ['a paper', (cites) => collections('documents', [adds('photos', {}, { pile: 'counter', ...cites })])],
    [
      'a deadline',
      (cites) => {
        const term = { value: 'eight-days', count: 'calendar', direction: 'after' } as const;
        return collections('deadlines', [adds('file', {}, { from: 'entry', term, ...cites })]);
      },
    ],
    ['a step', (cites) => collections('steps', [adds('walk', {}, cites)])],
    ['a right', (cites) => collections('rights', [adds('walk', {}, cites)])],
    ['a warning', (cites) => collections('warnings', [adds('walk', {}, cites)])],
  ])('have the dispute that is cited by %s', (_, change) => {
    const { disputes } = answerOf(smallLaw(change({ disputes: ['sixty'] })), {});
    expect(disputes.find(({ id }) => id === 'sixty')?.cited).toBe(true);
  });

  it('tell of a dispute once, by the first line that cites it', () => {
    const cites = { disputes: ['sixty', 'stamps'] };
    const twice = smallLaw({
      collections: {
        ...law.book.collections,
        forms: [adds('module-1', {}, cites)],
        steps: [adds('walk', {}, cites), adds('run', {}, cites)],
      },
    });
    expect(answerOf(twice).disputes.map(({ id, rule }) => [id, rule])).toEqual([
      ['stamps', 'add-stamp'],
      ['sixty', 'add-module-1'],
    ]);
  });

  function decisions(table: string, rows: ReturnType<typeof gives>[]) {
    return { decisions: { ...law.book.decisions, [table]: rows } };
  }

  function collections(table: string, rows: ReturnType<typeof adds>[]) {
    return { collections: { ...law.book.collections, [table]: rows } };
  }
});

describe('a part of an answer', () => {
  const theCase = caseOf({ ...NEWCOMER, family: [CHILD], filed: '2026-11-21' }, law);
  const whole = () => assess(theCase, law);
  const EMPTY = Object.fromEntries(LEAF_LISTS.map((name) => [name, []]));

  it.each(LEAF_LISTS)('has %s where it is asked for, and nothing of the other lists', (list) => {
    const part = assessPart(theCase, law, new Set([list]));
    expect(whole()[list].length).toBeGreaterThan(0);
    // what cites a dispute is not there
    const told =
      list === 'disputes' ? whole().disputes.filter(({ rule }) => rule === 'add-stamp') : whole()[list];
    expect(part).toStrictEqual({ ...whole(), ...EMPTY, [list]: told });
  });

  it('has no advice where no warnings are asked for', () => {
    const refused = caseOf(
      { ...NEWCOMER, procedure: 'conversion', from: 'study', expiry: '2027-03-01' },
      law,
    );
    expect(assessPart(refused, law, new Set(['steps'])).warnings).toEqual([]);
  });

  it('comes with the facts of everyone', () => {
    const { answer: traced, people } = assessTraced(theCase, law);
    expect(traced).toStrictEqual(whole());
    expect(people.map(({ id }) => id)).toEqual(['applicant', 'family-1']);
    const facts = (name: string) => people.map((one) => one.facts[law.positions.get(name) ?? -1]);
    expect(facts('age')).toEqual([38, 6]);
    expect(facts('length')).toEqual([24, 24]);
    expect(facts('exempt')).toEqual([0, 1]);
  });
});
