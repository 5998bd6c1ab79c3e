import { describe, expect, it } from 'vitest';
import { merged, toldOf } from '../helpers/written-rules.ts';

const TEST = {
  study: { reason: { not: false, any: ['study'] } },
  work: { reason: { not: false, any: ['work'] } },
};
const ADULT = { age: { not: false, any: ['18..'] } };
const BACKED = { sources: [{ id: 'tui' }], sure: 'confirmed' };

/** A form `f` in `a.yaml` that has these sections from line 9 on. */
const form = (sections: string) => ({
  'a.yaml': `
sets: { working: [work] }
modules:
  f:
    label: Form
    of: forms
    cases: { studies: { reason: study }, works: [{ reason: $working }, { reason: trade }] }
    sections:
${sections}`,
});
const SECTION = '- { label: One, source: tui, sure: confirmed';
const sectionsOf = (sections: string) => merged(form(sections)).book.modules.f?.sections ?? [];
const rowsOf = (section: string) => sectionsOf(`      ${SECTION}, ${section} }`)[0]?.boxes[0]?.rows ?? [];

describe('a printed form', () => {
  it('has its sections with the numbers they run over, headings among them', () => {
    const { modules } = merged(
      form(`
      - label: One
        source: [tui art. 1, dpr]
        sure: confirmed
        boxes:
          - { heading: 2, label: Head }
          - { box: 4, is: name, label: Nome, cells: 3, note: b, write: as-passport }
          - { box: 3, is: sex, label: Sesso, write: Mod. 210 }
      - label: Two
        source: tui
        sure: single
        boxes:
          - { box: seal, is: seal, label: Timbro, blank: office }`),
    ).book;
    const row = (id: string, write: object, line: number) => ({
      ...{ id, when: [{}], write, sources: [{ id: 'tui', at: 'art. 1' }, { id: 'dpr' }], sure: 'confirmed' },
      place: { file: 'a.yaml', line },
    });
    expect(modules).toStrictEqual({
      f: {
        label: 'Form',
        of: 'forms',
        sections: [
          {
            ...{ label: 'One', first: 2, last: 4, headings: [2] },
            boxes: [
              {
                ...{ box: '4', is: 'name', label: 'Nome', cells: 3, note: 'b' },
                rows: [
                  { ...row('form/f/4', { how: 'instruction', key: 'as-passport' }, 15), give: 'instruction' },
                ],
              },
              {
                ...{ box: '3', is: 'sex', label: 'Sesso' },
                rows: [{ ...row('form/f/3', { how: 'constant', text: 'Mod. 210' }, 16), give: 'constant' }],
              },
            ],
          },
          {
            ...{ label: 'Two', headings: [] },
            boxes: [
              {
                ...{ box: 'seal', is: 'seal', label: 'Timbro' },
                rows: [
                  {
                    ...row('form/f/seal', { how: 'blank', why: 'office' }, 21),
                    ...{ give: 'blank', sources: [{ id: 'tui' }], sure: 'single' },
                  },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it.each<[string, object]>([
    ['{ day: expiry, or: x }', { kind: 'day', of: 'expiry' }],
    [
      '{ country: citizenship, relation: spouse, or: x }',
      { kind: 'country', of: 'citizenship', relation: 'spouse' },
    ],
    [
      '{ code: contract, carried: 2, digits: 3, or: x }',
      { kind: 'code', of: 'contract', carried: 2, digits: 3 },
    ],
    ['{ code-of: family, or: x }', { kind: 'code-of', of: 'family' }],
    ...['code', 'name'].map((of): [string, object] => [
      `{ province: ${of}, or: x }`,
      { kind: 'province', of },
    ]),
    ['{ number: months, or: x }', { kind: 'number', of: 'months' }],
    ...['account', 'payee', 'reason', 'figures', 'letters'].map((of): [string, object] => [
      `{ payment: ${of}, or: x }`,
      { kind: 'payment', of },
    ]),
  ])('writes a value of the case: %s', (write, value) => {
    expect(rowsOf(`boxes: [{ box: 1, is: a, label: A, write: ${write} }]`)[0]).toMatchObject({
      give: 'value',
      write: { how: 'value', ...value, or: 'x' },
    });
  });

  it('has the exceptions of a box below its rule', () => {
    const rows = rowsOf(
      'boxes: [{ box: 1, is: a, label: A, blank: no, unless: [{ in: [studies, works], when: { age: "18.." }, write: X }, { when: { reason: study }, blank: other }] }]',
    );
    const at = { place: { file: 'a.yaml', line: 9 } };
    expect(rows).toStrictEqual([
      { id: 'form/f/1', when: [{}], give: 'blank', write: { how: 'blank', why: 'no' }, ...BACKED, ...at },
      {
        ...{
          id: 'form/f/1/1',
          overrides: 'form/f/1',
          give: 'constant',
          write: { how: 'constant', text: 'X' },
        },
        when: [
          { ...TEST.study, ...ADULT },
          { ...TEST.work, ...ADULT },
          { reason: { not: false, any: ['trade'] }, ...ADULT },
        ],
        ...BACKED,
        ...at,
      },
      {
        ...{ id: 'form/f/1/2', overrides: 'form/f/1', give: 'blank', write: { how: 'blank', why: 'other' } },
        ...{ when: [TEST.study], ...BACKED, ...at },
      },
    ]);
  });

  it('is blank outside the cases that its section is for, for the reason of the section or another', () => {
    const rows = rowsOf(
      'for: studies, blank: students, otherwise: [{ in: works, blank: workers, source: dpr, sure: single }, { when: { age: "99" }, write: Z }], boxes: [{ box: 1, is: a, label: A, write: X, source: dm, sure: unconfirmed, unless: [{ when: { age: "18.." }, write: Y }] }]',
    );
    expect(
      rows.map(({ id, overrides, when, write, sources, sure }) => [
        id,
        overrides,
        when,
        write,
        sources[0]?.id,
        sure,
      ]),
    ).toEqual([
      ['form/f/1', undefined, [{}], { how: 'blank', why: 'students' }, 'tui', 'confirmed'],
      ['form/f/1/filled', 'form/f/1', [TEST.study], { how: 'constant', text: 'X' }, 'dm', 'unconfirmed'],
      [
        ...['form/f/1/otherwise-1', 'form/f/1', [TEST.work, { reason: { not: false, any: ['trade'] } }]],
        ...[{ how: 'blank', why: 'workers' }, 'dpr', 'single'],
      ],
      [
        'form/f/1/otherwise-2',
        'form/f/1',
        [{ age: { not: false, any: ['99'] } }],
        { how: 'constant', text: 'Z' },
        'dm',
        'unconfirmed',
      ],
      [
        'form/f/1/1',
        'form/f/1/filled',
        [{ ...TEST.study, ...ADULT }],
        { how: 'constant', text: 'Y' },
        'dm',
        'unconfirmed',
      ],
    ]);
  });

  it('leaves a box that says nothing blank for the reason of its section', () => {
    expect(rowsOf('blank: office, boxes: [{ box: 1, is: a, label: A }]')[0]).toMatchObject({
      ...{ id: 'form/f/1', write: { how: 'blank', why: 'office' }, ...BACKED },
    });
  });

  it('rests on its own sources, else those of its box, else of its section, and shares a dispute only as sure', () => {
    const rows = rowsOf(
      'boxes: [{ box: 1, is: a, label: A, blank: no, source: dpr, sure: disputed, dispute: seal, unless: [{ when: { age: 1 }, write: X }, { when: { age: 2 }, write: X, sure: single }, { when: { age: 3 }, write: X, source: dm, dispute: [own, more] }] }]',
    );
    expect(rows.map(({ sources, sure, disputes }) => [sources[0]?.id, sure, disputes])).toEqual([
      ['dpr', 'disputed', ['seal']],
      ['dpr', 'disputed', ['seal']],
      ['dpr', 'single', undefined],
      ['dm', 'disputed', ['own', 'more']],
    ]);
  });

  it('has other readings, which write something of their own or only explain', () => {
    const [row] = rowsOf(
      'boxes: [{ box: 1, is: a, label: A, write: X, alternatives: [{ when: some-office, source: dm art. 2 }, { when: more, write: ask-there, source: dpr }] }]',
    );
    expect(row).toMatchObject({
      alternatives: [
        { when: 'some-office', value: null, sources: [{ id: 'dm', at: 'art. 2' }] },
        { when: 'more', value: null, sources: [{ id: 'dpr' }] },
      ],
      others: [null, { how: 'instruction', key: 'ask-there' }],
    });
  });

  it.each([
    [
      'names a case that there is not',
      'boxes: [{ box: 1, is: a, label: A, blank: x, unless: [{ in: nobody, write: X }] }]',
      'no case is called nobody',
    ],
    [
      'tests a set that there is not',
      'boxes: [{ box: 1, is: a, label: A, blank: x, unless: [{ when: { reason: $nobody }, write: X }] }]',
      'no set is called $nobody',
    ],
    [
      'is for cases but says not why it is blank in others',
      'for: studies, boxes: [{ box: 1, is: a, label: A, write: X }]',
      'a box that is not written on stays blank for a reason',
    ],
    [
      'says of a box nothing at all',
      'boxes: [{ box: 1, is: a, label: A }]',
      'a box that is not written on stays blank for a reason',
    ],
  ])('is refused where it %s', (_, section, message) => {
    expect(toldOf(form(`      ${SECTION}, ${section} }`))).toEqual([`a.yaml:5:5 ${message}`]);
  });

  it('is refused where its own cases name a set that there is not', () => {
    const text = `modules: { f: { label: A, of: payments, cases: { x: { reason: $no } }, sections: [${SECTION.slice(2)}, boxes: [{ heading: 1, label: A }] }] } }`;
    expect(toldOf({ 'a.yaml': text })).toEqual(['a.yaml:1:15 no set is called $no']);
  });
});

describe('the code tables of a form', () => {
  it('have a country once', () => {
    const codes = (some: string) => `country-codes:\n  - { source: tui, sure: single, codes: { ${some} } }\n`;
    const files = {
      'a.yaml': codes('ALB: [AL, Albania]'),
      'b.yaml': codes('MAR: [MA, Marocco], ALB: [AL, Albania]'),
    };
    expect(toldOf(files)).toEqual(['b.yaml:2:68 ALB stands twice']);
  });

  it('have their rows with what they rest on: countries by code, others as they are printed', () => {
    const { countryCodes, codeTables } = merged({
      'a.yaml': `
country-codes:
  - { source: tui, sure: disputed, dispute: codes, codes: { MAR: [MA, Marocco], ALB: [AL, Albania] } }
  - { source: [dm, dpr art. 1], sure: single, codes: { XXX: [null, Apolide], AFG: [AF, Afghanistan] } }
code-tables:
  papers: { source: dm, sure: disputed, dispute: [a, b], entries: { passport: "01", card: null } }
`,
      'b.yaml': 'country-codes: [{ source: tui, sure: single, codes: { KOS: [null, Kosovo] } }]',
    }).book;
    const first = { sources: [{ id: 'tui' }], sure: 'disputed', disputes: ['codes'] };
    const second = { sources: [{ id: 'dm' }, { id: 'dpr', at: 'art. 1' }], sure: 'single' };
    expect(countryCodes).toStrictEqual([
      { code: 'AFG', iso: 'AF', name: 'Afghanistan', ...second },
      { code: 'ALB', iso: 'AL', name: 'Albania', ...first },
      { code: 'KOS', iso: null, name: 'Kosovo', sources: [{ id: 'tui' }], sure: 'single' },
      { code: 'MAR', iso: 'MA', name: 'Marocco', ...first },
      { code: 'XXX', iso: null, name: 'Apolide', ...second },
    ]);
    expect(codeTables).toStrictEqual({
      papers: {
        entries: [
          { id: 'passport', code: '01' },
          { id: 'card', code: null },
        ],
        ...{ sources: [{ id: 'dm' }], sure: 'disputed', disputes: ['a', 'b'] },
      },
    });
  });
});
