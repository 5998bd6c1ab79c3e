import { describe, expect, it } from 'vitest';
import { formOf, withCounts } from '../../src/assess/form.ts';
import { TableGap } from '../../src/assess/tables.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import type { FormBox, FormModule, FormRow, FormWrite } from '../../src/rulebook/form.ts';
import { act, adds, answerOf, gives, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();
const CHILD = { relation: 'child', born: '2020-03-04' };
const YOUTH = { relation: 'child', born: '2010-05-06' };
const SPOUSE = { relation: 'spouse', born: '1990-07-08' };

type Value = Extract<FormWrite, { how: 'value' }>;
const value = (kind: Value['kind'], of: string, more: Partial<Value> = {}): Value => ({
  ...{ how: 'value', kind, of, or: 'ask' },
  ...more,
});

/** The rule of a box for everybody, named after the box. */
function row(
  box: string,
  write: FormWrite,
  more: Partial<FormRow> = {},
  when: Parameters<typeof gives>[1] = {},
) {
  return { ...gives(write.how, when, { id: box, ...more }), write, ...more };
}

function boxOf(box: string, ...rows: FormRow[]): FormBox {
  return { box, is: `is-${box}`, label: `Label ${box}`, rows };
}

const paper = (label: string, of: FormModule['of'], ...boxes: FormBox[]): FormModule => ({
  ...{ label, of },
  sections: [{ label: 'Sezione', headings: [], boxes }],
});

/** The small law with these papers. */
const lawOf = (modules: Readonly<Record<string, FormModule>>, more: Parameters<typeof smallLaw>[0] = {}) =>
  smallLaw({ modules, ...more });

const form = (book: ReturnType<typeof smallLaw>, fields: RawFields = {}) =>
  formOf(answerOf(book, fields), book);

describe('the papers to fill in', () => {
  const book = lawOf({
    'module-1': paper('Modulo 1', 'forms', boxOf('1', row('1', { how: 'constant', text: 'X' }))),
    'module-2': paper('Modulo 2', 'forms', boxOf('1', row('1', { how: 'constant', text: 'Y' }))),
    'module-3': paper('Modulo 3', 'forms', boxOf('1', row('1', { how: 'constant', text: 'Z' }))),
    slip: paper('Bollettino', 'payments', boxOf('sum', row('sum', value('payment', 'figures')))),
  });

  it('are those of each person in turn, then the slips', () => {
    const { guides, slips } = form(book, { domestic: true, family: [CHILD, YOUTH], months: 10 });
    expect(guides.map(({ person, module, label }) => [person, module, label])).toEqual([
      ['applicant', 'module-1', 'Modulo 1'],
      ['applicant', 'module-2', 'Modulo 2'],
      ['family-2', 'module-1', 'Modulo 1'],
    ]);
    expect(guides.every((guide) => !('payment' in guide))).toBe(true);
    expect(slips.map(({ person, module, payment }) => [person, module, payment?.cents])).toEqual([
      ['applicant', 'slip', 11000],
      ['family-2', 'slip', 3000],
    ]);
  });

  it('have their sections and boxes as printed', () => {
    const boxes = [
      { ...boxOf('1', row('1', { how: 'constant', text: 'X' })), cells: 2, note: 'b' },
      boxOf('2', row('2', { how: 'blank', why: 'office' })),
    ];
    const sections = [
      { label: 'Prima', first: 1, last: 2, headings: [], boxes },
      { label: 'Seconda', headings: [], boxes: [] },
    ];
    const { guides } = form(lawOf({ 'module-1': { label: 'M', of: 'forms', sections } }));
    const line = (box: string) => ({
      ...{ id: `is-${box}`, person: 'applicant', rule: box, sources: act(box), sure: 'confirmed' },
      ...{ box, label: `Label ${box}` },
    });
    expect(guides[0]?.sections).toStrictEqual([
      {
        ...{ label: 'Prima', first: 1, last: 2 },
        boxes: [
          { ...line('1'), how: 'constant', write: 'X', cells: 2, note: 'b' },
          { ...line('2'), how: 'blank', write: null, blank: 'office' },
        ],
      },
      { label: 'Seconda', boxes: [] },
    ]);
  });

  it('come with the remarks that apply, where there is a permit to ask for', () => {
    const collections = {
      ...law.book.collections,
      'form-notes': [adds('one-form', {}), adds('more-children', { 'child-count': '2..' })],
    };
    const noted = lawOf({}, { collections });
    const notes = (fields: RawFields) => form(noted, fields).notes;
    const line = (id: string) => ({ id, rule: `add-${id}`, sources: act(`add-${id}`), sure: 'confirmed' });
    expect(notes({ family: [CHILD] })).toStrictEqual([line('one-form')]);
    expect(notes({ family: [CHILD, YOUTH] })).toStrictEqual([line('one-form'), line('more-children')]);
    const anyOutcome = [adds('one-form', { outcome: 'municipality' })];
    const union = lawOf({}, { collections: { ...collections, 'form-notes': anyOutcome } });
    expect(form(union, { citizenship: 'FR' }).notes).toEqual([]);
  });

  it('tell of the disputes of their boxes that the answer does not tell of', () => {
    const disputed = (id: string, dispute: string) =>
      boxOf(id, row(id, { how: 'constant', text: id }, { disputes: [dispute] }));
    const boxes = lawOf({
      'module-1': paper('M', 'forms', disputed('1', 'stamps'), disputed('2', 'sixty')),
      slip: paper('B', 'payments', disputed('3', 'ages')),
    });
    // the answer itself speaks of the stamps
    expect(form(boxes).disputes.map(({ id, rule, cited }) => [id, rule, cited])).toEqual([
      ['ages', '3', true],
      ['sixty', '2', true],
    ]);
    expect(form(boxes, { reason: 'study' }).disputes).toEqual([]);
  });
});

describe('the rule of a box', () => {
  const text = (name: string): FormWrite => ({ how: 'constant', text: name });
  const shown = (rows: FormRow[], fields: RawFields = {}) =>
    form(lawOf({ 'module-1': paper('M', 'forms', boxOf('7', ...rows)) }), fields).guides.map(
      ({ sections }) => sections[0]?.boxes[0]?.write,
    );

  it('is its exception where that applies, for each person apart', () => {
    const rows = [
      row('7', text('all')),
      row('7/1', text('relative'), { overrides: '7' }, { person: 'relative' }),
      row('7/2', text('study'), { overrides: '7' }, { reason: 'study' }),
    ];
    expect(shown(rows, { family: [YOUTH] })).toEqual(['all', 'relative']);
    expect(shown(rows, { reason: 'study' })).toEqual(['study']);
  });

  it('must be one', () => {
    const two = [row('7', text('a')), row('7/1', text('b'))];
    expect(() => shown(two)).toThrow(TableGap);
    expect(() => shown(two)).toThrow('table module-1 7: these rules all apply: 7, 7/1');
    expect(() => shown([row('7', text('a'), {}, { reason: 'study' })])).toThrow(
      'table module-1 7: no rule applies to this case',
    );
    expect(() => shown([])).toThrow('table module-1 7: no rule applies to this case');
  });
});

describe('what is written in a box', () => {
  it.each<[string, FormWrite, RawFields, (string | null)[]]>([
    ['a text', { how: 'constant', text: 'X' }, {}, ['X']],
    ['nothing but an instruction', { how: 'instruction', key: 'as-passport' }, {}, ['as-passport']],
    ['a day', value('day', 'entry'), {}, ['20/11/2026']],
    ['an instruction where the case has no such day', value('day', 'expiry'), {}, ['ask']],
    ['the birthday of each', value('day', 'born'), { family: [YOUTH] }, ['02/01/1988', '06/05/2010']],
    ['a day of the applicant alone', value('day', 'entry'), { family: [YOUTH] }, ['20/11/2026', 'ask']],
    [
      'the birthday of the child of an applicant, of the applicant on the form of a child',
      value('day', 'born', { relation: 'child' }),
      { family: [SPOUSE, YOUTH, CHILD] },
      ['06/05/2010', 'ask', '02/01/1988'],
    ],
    ['no birthday of a child where there is none', value('day', 'born', { relation: 'child' }), {}, ['ask']],
    [
      'the birthday of the second in the envelope',
      value('day', 'born', { carried: 2 }),
      { family: [CHILD, YOUTH, { ...CHILD, born: '2021-01-02' }] },
      ['02/01/2021', 'ask'],
    ],
    [
      'no birthday of a second in the envelope',
      value('day', 'born', { carried: 2 }),
      { family: [CHILD] },
      ['ask'],
    ],
    ['the code of the reason', value('code', 'reason'), { family: [YOUTH] }, ['99', '99']],
    [
      'the code of another field, of the applicant alone',
      value('code', 'from'),
      { from: 'study', family: [YOUTH] },
      ['88', 'ask'],
    ],
    ['no code of a reason without one', value('code', 'reason'), { reason: 'blue-card' }, ['ask']],
    ['no code where the field is not given', value('code', 'from'), {}, ['ask']],
    ['the code of a reason named', value('code-of', 'study'), {}, ['88']],
    ['no code of one that has none', value('code-of', 'blue-card'), {}, ['ask']],
    ['the province in capitals', value('province', 'name'), { province: 'MI' }, ['MILANO']],
    ['its letters', value('province', 'code'), { province: 'MI' }, ['MI']],
    ['no province where none is given', value('province', 'name'), {}, ['ask']],
    ['no letters where none is given', value('province', 'code'), {}, ['ask']],
    ['a number', value('number', 'carried-count'), { family: [CHILD] }, ['1']],
    ['nought', value('number', 'carried-count'), {}, ['0']],
    ['a number in two digits', value('number', 'carried-count', { digits: 2 }), { family: [CHILD] }, ['01']],
    ['no number that the case does not have', value('number', 'months'), {}, ['ask']],
    ['no number below nought', value('number', 'days-since-entry'), { entry: '2026-11-23' }, ['ask']],
    ['no number of a fact that is none', value('number', 'nothing'), {}, ['ask']],
    ['the country', value('country', 'citizenship'), {}, ['MAR']],
    [
      'no country that the table does not have',
      value('country', 'citizenship'),
      { citizenship: 'XK' },
      ['ask'],
    ],
    [
      'the country of the applicant alone',
      value('country', 'citizenship'),
      { family: [YOUTH] },
      ['MAR', 'ask'],
    ],
    [
      'the country of the applicant on the form of a child',
      value('country', 'citizenship', { relation: 'child' }),
      { family: [YOUTH] },
      ['ask', 'MAR'],
    ],
    ['no part of a payment on a form', value('payment', 'figures'), {}, ['ask']],
  ])('%s', (_, write, fields, expected) => {
    expect(written(write, fields)).toEqual(expected);
  });

  /** What it is on each form: its text, or the instruction in its place; codes do not hang on the real law. */
  function written(write: FormWrite, fields: RawFields) {
    const { reasons, countryCodes } = law.book;
    const code = (id: string, is: string | null) => ({ [id]: { ...reasons[id], code: is } as never });
    const [country] = countryCodes;
    const book = lawOf(
      { 'module-1': paper('M', 'forms', boxOf('1', row('1', write))) },
      {
        reasons: {
          ...reasons,
          ...code('employment', '99'),
          ...code('study', '88'),
          ...code('blue-card', null),
        },
        countryCodes: [
          { ...country, iso: null, code: 'APO' },
          { ...country, iso: 'MA', code: 'MAR' },
        ] as never,
      },
    );
    const { guides } = form(book, fields);
    return guides.flatMap(({ sections }) =>
      sections.flatMap(({ boxes }) => boxes.map((one) => one.write ?? one.how)),
    );
  }

  it('rests on the country table as well', () => {
    const [country] = law.book.countryCodes;
    const countryCodes = [{ ...country, iso: 'MA', code: 'MAR', sources: act('countries'), sure: 'single' }];
    const boxes = boxOf('1', row('1', value('country', 'citizenship')));
    const book = lawOf({ 'module-1': paper('M', 'forms', boxes) }, { countryCodes: countryCodes as never });
    expect(form(book).guides[0]?.sections[0]?.boxes[0]).toMatchObject({
      ...{ write: 'MAR', how: 'case', sure: 'single', sources: ['1', 'countries'].flatMap(act) },
    });
  });

  it('has other readings, each with what it writes', () => {
    const when = (name: string, text: string) => ({ when: name, value: text, sources: act(name) });
    const alternatives = ['a', 'b', 'c', 'd', 'e'].map((name) => when(name, 'unread'));
    const others = [
      { how: 'constant', text: 'X' } as const,
      value('day', 'born'),
      value('day', 'expiry'),
      { how: 'instruction', key: 'as-passport' } as const,
    ];
    const boxes = boxOf('1', row('1', { how: 'constant', text: 'Y' }, { alternatives, others }));
    const [line] =
      form(lawOf({ 'module-1': paper('M', 'forms', boxes) })).guides[0]?.sections[0]?.boxes ?? [];
    expect(line?.alternatives).toStrictEqual(
      ['X', '02/01/1988', null, null, null].map((text, index) => ({ ...alternatives[index], value: text })),
    );
  });
});

describe('what is written on a slip', () => {
  const parts = ['account', 'payee', 'reason', 'figures', 'letters', 'moon'];
  const boxes = parts.map((part) => boxOf(part, row(part, value('payment', part))));
  const book = lawOf({
    slip: paper('Bollettino', 'payments', ...boxes),
    stamp: paper('Marca', 'payments', ...boxes),
  });
  const slips = (fields: RawFields) =>
    form(book, fields).slips.map(({ sections }) => sections[0]?.boxes ?? []);

  it('is its part of the payment, resting on what that rests on', () => {
    const [slip = [], stamp = []] = slips({ months: 10 });
    expect(slip.map(({ write, how }) => write ?? how)).toEqual([
      ...['67422402', 'Tesoro', 'permesso', '110,00', 'CENTODIECI/00', 'ask'],
    ]);
    const [account, , , figures, letters, moon] = slip;
    expect([account?.sure, account?.sources]).toEqual(['confirmed', ['account', 'slip'].flatMap(act)]);
    expect([figures?.sure, figures?.sources.slice(0, 3)]).toEqual([
      'single',
      ['figures', 'slip', 'add-card'].flatMap(act),
    ]);
    expect(letters?.sure).toBe('single');
    expect(moon?.sources).toEqual(act('moon'));
    // a stamp is paid into no account
    expect(stamp.map(({ write, how }) => write ?? how)).toEqual([
      'ask',
      'ask',
      'ask',
      '16,00',
      'SEDICI/00',
      'ask',
    ]);
  });

  it('has the other amount in figures alone', () => {
    const [, stamp = []] = slips({ months: 10 });
    expect(stamp.map(({ alternatives }) => alternatives?.map((one) => one.value))).toEqual([
      ...[undefined, undefined, undefined, [2000], undefined, undefined],
    ]);
    const others = { alternatives: [{ when: 'w', value: 'x', sources: [] }] };
    const own = lawOf({
      stamp: paper(
        'M',
        'payments',
        boxOf('1', row('1', value('payment', 'figures'), others)),
        boxOf('2', row('2', { how: 'constant', text: 'figures' })),
      ),
    });
    const [line, constant] = form(own).slips[0]?.sections[0]?.boxes ?? [];
    // another reading of the box itself goes before
    expect(line?.alternatives).toStrictEqual([{ when: 'w', value: null, sources: [] }]);
    expect(constant).not.toHaveProperty('alternatives');
  });
});

describe('the counts that forms ask for', () => {
  it('are of forms, children in the envelope, and relatives of a kind or of any', () => {
    const answer = answerOf(law, { domestic: true, family: [SPOUSE, CHILD, YOUTH, CHILD] });
    const counts = ['form-count', 'carried-count', 'relative-count', 'spouse-count', 'child-count', 'age'];
    const counted = (person: string) => {
      const facts = withCounts(
        law,
        answer,
        person,
        law.facts.map(() => -5),
      );
      return counts.map((name) => facts[law.positions.get(name) ?? -1]);
    };
    expect(counted('applicant')).toEqual([2, 2, 4, 1, 3, -5]);
    expect(counted('family-1')).toEqual([1, 0, 4, 1, 3, -5]);
    expect(counted('family-2')).toEqual([0, 0, 4, 1, 3, -5]);
  });
});
