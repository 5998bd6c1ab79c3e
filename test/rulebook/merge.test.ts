import { describe, expect, it } from 'vitest';
import { merged, problemsOf, toldOf, type WrittenRules } from '../helpers/written-rules.ts';

/** The parts of the book that a test is about. */
const bookOf = (files: WrittenRules) => merged(files).book;
const SOURCE = 'source: tui, sure: single';
const BACKED = { sources: [{ id: 'tui' }], sure: 'single' };
const RULE = `{ add: x, ${SOURCE} }`;

describe('the files of a folder of rules', () => {
  it('make a book that has nothing but what they say', () => {
    const { book, ...rest } = merged({});
    const { facts: _facts, ...sections } = book;
    expect(sections).toStrictEqual({
      ...{ version: '1', earliest: '2020-01-01', read: '2026-11-01', newLength: ['renewal'] },
      ...{ decisions: {}, collections: {}, events: [], modules: {}, codeTables: {}, countryCodes: [] },
      ...{
        fields: {},
        reasons: {},
        provinces: {},
        tables: {},
        words: {},
        countries: [],
        formerProvinces: {},
      },
      ...{ outcomes: {}, routes: {}, piles: [], handedInPiles: [], payments: {}, holidays: {}, values: {} },
      ...{ week: { rest: [], disputed: [] }, disputes: {}, terms: {}, sources: {}, texts: {} },
    });
    expect(rest).toStrictEqual({ written: new Map(), examples: [], edges: [], coverage: [] });
  });

  it('need one that says which version the book has', () => {
    expect(problemsOf({ 'book.yaml': '# nothing' })).toStrictEqual([
      { file: 'book.yaml', message: 'no file says which version the book has' },
    ]);
    expect(
      bookOf({
        'book.yaml': '',
        'z.yaml': 'book: { version: "2", earliest: 2021-01-01, read: 2026-01-01, new-length: [] }',
      }),
    ).toMatchObject({ version: '2', earliest: '2021-01-01', newLength: [] });
  });

  it('are joined section by section, in the order of the files', () => {
    const book = bookOf({
      'a.yaml':
        'countries: [MA]\npiles: [kit]\nhanded-in-piles: [kit]\nprovinces: { MI: Milano }\nwords: { contract: { fixed: [temporary] } }',
      'b.yaml':
        'countries: [AL, PE]\npiles: [counter]\nhanded-in-piles: [desk]\nprovinces: { TO: Torino }\nformer-provinces: { FO: FC }\nweek: { rest: [0], disputed: [6] }\nterms: { receipt: { it: ricevuta } }',
      'c.yaml':
        'outcomes: { permit: { permit: true }, none: { permit: false, route: away } }\nroutes: { post: { offices: [poste], piles: { desk: counter } } }\ntables: { fees: { policy: collect, per: person }, route: { policy: override, sets: route } }\nreasons: { study: { code: "17", names: [studio] }, other: { code: null, names: [altro], words: [else] } }',
    });
    expect(book).toMatchObject({
      countries: ['MA', 'AL', 'PE'],
      piles: ['kit', 'counter'],
      handedInPiles: ['kit', 'desk'],
      provinces: { MI: 'Milano', TO: 'Torino' },
      formerProvinces: { FO: 'FC' },
      words: { contract: { fixed: ['temporary'] } },
      week: { rest: [0], disputed: [6] },
      terms: { receipt: { it: 'ricevuta', also: [] } },
      outcomes: { permit: { permit: true }, none: { permit: false, route: 'away' } },
      routes: { post: { offices: ['poste'], piles: { desk: 'counter' } } },
      tables: {
        fees: { policy: 'collect', per: 'person' },
        route: { policy: 'override', per: 'case', sets: 'route' },
      },
      reasons: {
        study: { code: '17', names: ['studio'], words: [] },
        other: { code: null, names: ['altro'], words: ['else'] },
      },
    });
    // reasons and provinces are what the facts of their fields can be
    expect(book.facts.reason?.values).toStrictEqual(['study', 'other']);
    expect(book.facts.province?.values).toStrictEqual(['MI', 'TO']);
  });

  it('say what each statement rests on: sources with the place in them, and disputes', () => {
    const book = bookOf({
      'a.yaml': `
payments:
  slip: { lines: [stamp], account: "1", payee: Tesoro, reason: bollo, source: tui art. 5 c. 2-ter, sure: single }
holidays:
  epiphany: { day: 01-06, from: 1986-01-01, until: 2100-01-01, provinces: [MI], source: [tui, "dpr  art. 1"], sure: confirmed }
disputes:
  saturday:
    shown: working
    when: { reason: study }
    positions: { working: tui art. 1, free: [dpr, dm art. 2] }
  sunday: { shown: free, positions: { free: tui } }
values:
  stamp:
    unit: cents
    looked-up-on: filing
    series:
      - { from: 2013-06-26, is: 1600, checked: 2026-01-01, ${SOURCE} }
      - { from: 2030-01-01, is: 1700, checked: 2026-01-02, source: [tui, dm], sure: disputed, dispute: saturday }
sources:
  tui: { title: Testo unico, rank: law, read: 2026-01-01, url: "https://a.it", dated: 1998, note: n }
  dpr: { title: Regolamento, rank: decree, read: null }
`,
    });
    expect(book.payments).toStrictEqual({
      slip: {
        ...{ lines: ['stamp'], account: '1', payee: 'Tesoro', reason: 'bollo' },
        ...{ sources: [{ id: 'tui', at: 'art. 5 c. 2-ter' }], sure: 'single' },
      },
    });
    expect(book.holidays).toStrictEqual({
      epiphany: {
        ...{ day: '01-06', from: '1986-01-01', until: '2100-01-01', provinces: ['MI'] },
        ...{ sources: [{ id: 'tui' }, { id: 'dpr', at: 'art. 1' }], sure: 'confirmed' },
      },
    });
    expect(book.disputes).toStrictEqual({
      saturday: {
        positions: [
          { id: 'working', sources: [{ id: 'tui', at: 'art. 1' }] },
          { id: 'free', sources: [{ id: 'dpr' }, { id: 'dm', at: 'art. 2' }] },
        ],
        shown: 'working',
        when: [{ reason: { not: false, any: ['study'] } }],
        place: { file: 'a.yaml', line: 8 },
      },
      sunday: {
        positions: [{ id: 'free', sources: [{ id: 'tui' }] }],
        shown: 'free',
        place: { file: 'a.yaml', line: 11 },
      },
    });
    expect(book.values.stamp).toStrictEqual({
      unit: 'cents',
      lookedUpOn: 'filing',
      series: [
        { from: '2013-06-26', is: 1600, checked: '2026-01-01', ...BACKED },
        {
          ...{ from: '2030-01-01', is: 1700, checked: '2026-01-02' },
          ...{ sources: [{ id: 'tui' }, { id: 'dm' }], sure: 'disputed', disputes: ['saturday'] },
        },
      ],
    });
    expect(book.sources).toStrictEqual({
      tui: {
        ...{ title: 'Testo unico', rank: 'law', read: '2026-01-01' },
        ...{ url: 'https://a.it', dated: 1998, note: 'n' },
      },
      dpr: { title: 'Regolamento', rank: 'decree', read: null },
    });
  });

  it('may give a value as a share of another', () => {
    const dated = `{ unit: cents, looked-up-on: filing, series: [{ from: 2006-01-01, is: 300, checked: 2026-01-01, ${SOURCE} }] }`;
    const share = '{ share-of: whole, percent: 50, source: dpr art. 1, sure: unconfirmed }';
    expect(bookOf({ 'a.yaml': `values: { whole: ${dated}, half: ${share} }` }).values.half).toStrictEqual({
      ...{ unit: 'cents', lookedUpOn: 'filing', share: { of: 'whole', percent: 50 } },
      series: [
        {
          ...{ from: '2006-01-01', is: 150, checked: '2026-01-01' },
          ...{ sources: [{ id: 'dpr', at: 'art. 1' }, { id: 'tui' }], sure: 'unconfirmed' },
        },
      ],
    });
    expect(toldOf({ 'a.yaml': `values:\n  half: ${share}\n` })[0]).toMatch(
      /^a\.yaml:2: half is a share of whole/,
    );
  });

  it('say what a field may hold and when it is asked for', () => {
    const { fields, facts } = bookOf({
      'a.yaml': `
fields:
  contract:
    values: [fixed, open-ended]
    required: [{ reason: employment, procedure: [renewal, first-issue] }]
    allowed: [{ when: { reason: study }, values: [fixed] }]
    ask: 3
    ask-when: [{ reason: employment }, { reason: [study] }]
    unknown: true
  months: { range: [1, 60], unknown: false }
  procedure: { values: [renewal], required: [{}] }
`,
    });
    expect(fields).toStrictEqual({
      contract: {
        values: ['fixed', 'open-ended'],
        required: [{ reason: ['employment'], procedure: ['renewal', 'first-issue'] }],
        allowed: [{ when: { reason: ['study'] }, values: ['fixed'] }],
        ask: 3,
        askWhen: [{ reason: ['employment'] }, { reason: ['study'] }],
        unknown: true,
      },
      months: { range: [1, 60], unknown: false },
      procedure: { values: ['renewal'], required: [{}] },
    });
    const derived = (field: string) => ({ derive: { how: 'field', field } });
    // a field is always there only where every case must have it
    expect(facts.contract).toStrictEqual({
      kind: 'enum',
      values: ['fixed', 'open-ended'],
      optional: true,
      ...derived('contract'),
    });
    expect(facts.procedure).toStrictEqual({
      kind: 'enum',
      values: ['renewal'],
      optional: false,
      ...derived('procedure'),
    });
    expect(facts.months).toStrictEqual({
      kind: 'integer',
      range: [1, 60],
      optional: true,
      ...derived('months'),
    });
  });

  it('have a fact for each field of a case that is one value, but the day of the answer', () => {
    const { facts } = bookOf({
      'a.yaml': 'fields: { role: { values: [a], required: [{ reason: study }, {}] } }',
    });
    const fact = (field: string, rest: object) => ({ ...rest, derive: { how: 'field', field } });
    const choice = (field: string, more = {}) =>
      fact(field, { kind: 'enum', values: [], optional: true, ...more });
    const day = (field: string) => fact(field, { kind: 'date', optional: true });
    expect(facts).toStrictEqual({
      ...{ procedure: choice('procedure'), reason: choice('reason'), from: choice('from') },
      ...{ change: choice('change'), contract: choice('contract'), visa: choice('visa') },
      ...{ province: choice('province'), office: choice('office') },
      role: choice('role', { values: ['a'], optional: false }),
      months: fact('months', { kind: 'integer', range: [0, 0], optional: true }),
      domestic: fact('domestic', { kind: 'boolean', optional: false }),
      income: fact('income', { kind: 'boolean', optional: false }),
      ...{ entry: day('entry'), expiry: day('expiry'), 'job-end': day('jobEnd'), born: day('born') },
      ...{ filed: day('filed'), appointment: day('appointment'), 'card-ready': day('cardReady') },
      ...{ moved: day('moved'), 'refusal-notified': day('refusalNotified') },
    });
  });

  it('may give a fact of their own, also in place of a field', () => {
    const { facts } = bookOf({
      'a.yaml':
        'facts:\n  reason: { kind: boolean, derive: { how: own-income } }\n  age: { kind: integer, range: [0, 120], optional: true, derive: { how: age } }',
    });
    expect(facts.reason).toStrictEqual({ kind: 'boolean', optional: false, derive: { how: 'own-income' } });
    expect(facts.age).toStrictEqual({
      kind: 'integer',
      range: [0, 120],
      optional: true,
      derive: { how: 'age' },
    });
  });

  it('say what is impossible, what is worked out and what is covered, each with its place', () => {
    const { book, examples, edges, coverage } = merged({
      'a.yaml':
        'impossible:\n  - { when: { reason: study }, because: no }\n  - { when: [{ reason: work }, {}], because: never }',
      'b.yaml': `
examples:
  - { name: one, case: { reason: study }, expect: { fee: 1 } }
edges:
  - { rule: a/b/c, like: one }
  - { rule: a/b/d, like: one, applies: [{ age: 1 }], not: [{ age: null }], to: applicant, says: line, shows: { fee: 3 } }
  - { rule: a/b/e, like: one, to: [applicant, family-1], says: [x, y] }
coverage:
  - { id: s-1, seed: tui, says: A thing, at: [a/b/c] }
  - { id: s-2, seed: tui, says: Another, left-out: not the law }
`,
    });
    expect(book.impossible).toStrictEqual([
      {
        when: [{ reason: { not: false, any: ['study'] } }],
        because: 'no',
        place: { file: 'a.yaml', line: 2 },
      },
      {
        when: [{ reason: { not: false, any: ['work'] } }, {}],
        because: 'never',
        place: { file: 'a.yaml', line: 3 },
      },
    ]);
    const at = (line: number) => ({ place: { file: 'b.yaml', line } });
    expect(examples).toStrictEqual([
      { name: 'one', case: { reason: 'study' }, expect: { fee: 1 }, ...at(3) },
    ]);
    expect(edges).toStrictEqual([
      { rule: 'a/b/c', like: 'one', applies: [], not: [], says: [], shows: {}, ...at(5) },
      {
        ...{ rule: 'a/b/d', like: 'one', applies: [{ age: 1 }], not: [{ age: null }], to: ['applicant'] },
        ...{ says: ['line'], shows: { fee: 3 }, ...at(6) },
      },
      {
        ...{ rule: 'a/b/e', like: 'one', applies: [], not: [], to: ['applicant', 'family-1'] },
        ...{ says: ['x', 'y'], shows: {}, ...at(7) },
      },
    ]);
    expect(coverage).toStrictEqual([
      { id: 's-1', seed: 'tui', says: 'A thing', at: ['a/b/c'], ...at(9) },
      { id: 's-2', seed: 'tui', says: 'Another', at: [], leftOut: 'not the law', ...at(10) },
    ]);
  });

  it('have the front door, with the members of sets in place of their names', () => {
    const { events } = bookOf({
      'a.yaml': 'sets: { work: [employment, self-employment] }',
      'b.yaml': `
events:
  - { event: lost-job, procedure: renewal, held: [$work, study], reason: waiting, change: job }
  - { event: born, about: child, procedure: update, held: null, among: $work }
  - { event: none, procedure: update, held: [null, $nobody] }
`,
    });
    expect(events).toStrictEqual([
      {
        ...{
          id: 'events/lost-job/0',
          event: 'lost-job',
          procedure: 'renewal',
          reason: 'waiting',
          change: 'job',
        },
        ...{ held: ['employment', 'self-employment', 'study'], place: { file: 'b.yaml', line: 3 } },
      },
      {
        ...{ id: 'events/born/1', event: 'born', about: 'child', procedure: 'update' },
        ...{ held: [null], among: ['employment', 'self-employment'], place: { file: 'b.yaml', line: 4 } },
      },
      {
        ...{ id: 'events/none/2', event: 'none', procedure: 'update', held: [null, '$nobody'] },
        place: { file: 'b.yaml', line: 5 },
      },
    ]);
  });

  it('have wording by language, joined over files', () => {
    const { texts } = bookOf({
      'text/en/a.yaml': 'fees: { stamp: A stamp. }\nsteps: { go: { text: Go., detail: Now. } }',
      'text/en/b.yaml': 'fees: { slip: A slip. }',
      'text/it/a.yaml':
        'fees: { stamp: Bollo. }\nfields: { contract: { question: "Quale?", fixed: { text: Fisso. } } }',
      'text/it/empty.yaml': '',
    });
    expect(texts).toStrictEqual({
      en: { fees: { stamp: 'A stamp.', slip: 'A slip.' }, steps: { go: { text: 'Go.', detail: 'Now.' } } },
      it: {
        fees: { stamp: 'Bollo.' },
        fields: { contract: { question: 'Quale?', fixed: { text: 'Fisso.' } } },
      },
    });
  });
});

describe('the rules of a file', () => {
  it('have the long form of what is written short', () => {
    const { decisions, collections } = bookOf({
      'permits/a.yaml': `
scope: { reason: study }
sets: { young: ["14", $more], more: ["15..17"] }
rules:
  route:
    - { give: post, ${SOURCE} }
    - give: questura
      id: exception
      when: [{ reason: work, age: $young }, { office: { not: [a, b] }, income: true }]
      overrides: post
      ceiling: null
      asked: cap
      least: true
      extend-by: days
      advice: go
      source: [tui art. 5, dpr]
      sure: disputed
      dispute: saturday
      practice: Milano 2026
      alternatives: [{ when: other, value: 3, source: tui art. 6 }, { when: more, value: null, source: tui }]
    - { give: questura, overrides: permits/b/route/post, ${SOURCE} }
  fees:
    - { add: [stamp, slip], pile: kit, ${SOURCE} }
    - { add: [stamp, slip], ${SOURCE}, id: x/y }
`,
      'b.yaml': `
rules:
  deadlines:
    - add: day
      pile: counter
      count: copies
      amount: fee
      from: expiry
      term: { value: days, count: working }
      latest: { value: more, count: calendar, direction: before }
      headline: true
      met-by: filing
      role: office
      order: 4
      with: days
      source: tui
      sure: confirmed
    - { add: night, met-by: [filing, expiry], with: [days, fee], headline: false, order: 0, ${SOURCE} }
`,
    });
    const scope = { reason: { not: false, any: ['study'] } };
    const at = (file: string, line: number) => ({ place: { file, line } });
    expect(decisions).toStrictEqual({
      route: [
        { id: 'permits/a/route/post', when: [scope], give: 'post', ...BACKED, ...at('permits/a.yaml', 6) },
        {
          id: 'permits/a/route/exception',
          when: [
            { reason: { not: false, any: ['work'] }, age: { not: false, any: ['14', '15..17'] } },
            { ...scope, office: { not: true, any: ['a', 'b'] }, income: { not: false, any: [true] } },
          ],
          ...{
            give: 'questura',
            overrides: 'permits/a/route/post',
            ceiling: null,
            asked: 'cap',
            least: true,
          },
          ...{ extendBy: 'days', advice: 'go', practice: 'Milano 2026', sure: 'disputed' },
          sources: [{ id: 'tui', at: 'art. 5' }, { id: 'dpr' }],
          disputes: ['saturday'],
          alternatives: [
            { when: 'other', value: 3, sources: [{ id: 'tui', at: 'art. 6' }] },
            { when: 'more', value: null, sources: [{ id: 'tui' }] },
          ],
          ...at('permits/a.yaml', 7),
        },
        {
          ...{ id: 'permits/a/route/questura', when: [scope], give: 'questura', ...BACKED },
          ...{ overrides: 'permits/b/route/post', ...at('permits/a.yaml', 21) },
        },
      ],
    });
    expect(collections).toStrictEqual({
      fees: [
        {
          ...{ id: 'permits/a/fees/kit/stamp', when: [scope], add: ['stamp', 'slip'], pile: 'kit' },
          ...{ ...BACKED, ...at('permits/a.yaml', 23) },
        },
        {
          ...{ id: 'permits/a/fees/x/y', when: [scope], add: ['stamp', 'slip'] },
          ...{ ...BACKED, ...at('permits/a.yaml', 24) },
        },
      ],
      deadlines: [
        {
          ...{ id: 'b/deadlines/counter/day', when: [{}], add: ['day'], pile: 'counter', count: 'copies' },
          ...{ amount: 'fee', from: 'expiry', headline: true, metBy: ['filing'], role: 'office', order: 4 },
          term: { value: 'days', count: 'working', direction: 'after' },
          latest: { value: 'more', count: 'calendar', direction: 'before' },
          ...{ with: ['days'], sources: [{ id: 'tui' }], sure: 'confirmed', ...at('b.yaml', 4) },
        },
        {
          ...{ id: 'b/deadlines/night', when: [{}], add: ['night'], metBy: ['filing', 'expiry'] },
          ...{ with: ['days', 'fee'], headline: false, order: 0, ...BACKED, ...at('b.yaml', 18) },
        },
      ],
    });
  });

  it('keep their conditions as written: a set is one item, and the scope is not theirs', () => {
    const { written } = merged({
      'a.yaml': `
scope: { reason: study }
sets: { young: [a, b] }
rules:
  fees:
    - { add: one, ${SOURCE} }
    - { add: three, when: { age: 4 }, ${SOURCE} }
    - { add: two, when: [{ kind: [$young, c], age: { not: 3 } }, { income: true }], ${SOURCE} }
`,
    });
    expect(Object.fromEntries(written)).toStrictEqual({
      'a/fees/one': [{}],
      'a/fees/three': [{ age: { not: false, units: [{ text: '4', any: [4] }] } }],
      'a/fees/two': [
        {
          kind: {
            not: false,
            units: [
              { text: '$young', any: ['a', 'b'] },
              { text: 'c', any: ['c'] },
            ],
          },
          age: { not: true, units: [{ text: '3', any: [3] }] },
        },
        { income: { not: false, units: [{ text: 'true', any: [true] }] } },
      ],
    });
  });

  it('need an id of their own where two would be called the same, in one file or two tables', () => {
    expect(toldOf({ 'a.yaml': `rules:\n  fees:\n    - ${RULE}\n    - ${RULE}\n` })).toStrictEqual([
      'a.yaml:4:7 a second rule is called a/fees/x: give this one an id of its own',
    ]);
    const ids = Object.keys(
      bookOf({
        'a.yaml': `rules:\n  fees: [${RULE}]\n  steps: [${RULE}]\n`,
        'b.yaml': `rules: { fees: [${RULE}] }`,
      }).collections,
    );
    expect(ids).toStrictEqual(['fees', 'steps']);
  });

  it.each([
    ['that nobody declares', '$nobody', 'no set is called $nobody'],
    ['that contains itself', '$loop', 'the set $loop contains itself'],
    ['that contains itself by another', '$round', 'the set $round contains itself'],
  ])('cannot test a set %s', (_, set, message) => {
    const text = (rule: string) =>
      `sets: { loop: [$loop], round: [$about], about: [$round] }\nrules:\n  fees:\n    - { add: x,\n        when: { reason: ${set} }, ${rule} }\n`;
    expect(toldOf({ 'a.yaml': text(SOURCE) })).toStrictEqual([`a.yaml:5:15 ${message}`]);
  });
});

describe('what is wrong in files of rules', () => {
  const DATED = `{ unit: cents, looked-up-on: filing, series: [{ from: 2006-01-01, is: 1, checked: 2026-01-01, ${SOURCE} }] }`;

  it.each([
    ['sets', '[a]'],
    ['fields', '{}'],
    ['reasons', '{ code: null, names: [x] }'],
    ['provinces', 'X'],
    ['facts', '{ kind: boolean, derive: { how: exempt } }'],
    ['tables', '{ policy: unique }'],
    ['words', '{ a: [x] }'],
    ['former-provinces', 'X'],
    ['outcomes', '{ permit: true }'],
    ['routes', '{ offices: [] }'],
    ['payments', `{ lines: [x], ${SOURCE} }`],
    ['holidays', `{ day: 01-01, ${SOURCE} }`],
    ['values', DATED],
    ['disputes', '{ positions: {}, shown: a }'],
    ['terms', '{ it: a }'],
    ['sources', '{ title: a, rank: law, read: null }'],
    [
      'modules',
      `{ label: A, of: forms, sections: [{ label: B, ${SOURCE}, blank: x, boxes: [{ box: 1, is: a, label: L }] }] }`,
    ],
  ])('an entry of %s that two files have', (section, entry) => {
    const files = {
      'a.yaml': `${section}: { twice: ${entry} }`,
      'b.yaml': `${section}:\n  once: ${entry}\n  twice: ${entry}\n`,
    };
    expect(toldOf(files)).toStrictEqual([
      expect.stringMatching(new RegExp(`^b\\.yaml:3:\\d+ ${section}: twice is defined twice$`)),
    ]);
  });

  it('a code table that two files have', () => {
    const table = `code-tables:\n  kinds: { ${SOURCE}, entries: { a: "1" } }`;
    expect(toldOf({ 'a.yaml': table, 'b.yaml': table })).toStrictEqual([
      expect.stringMatching(/^b\.yaml:2:\d+ kinds is defined twice$/),
    ]);
  });

  it('a wording that is written twice, in one language', () => {
    const text = 'fees:\n  stamp: A stamp.\n';
    expect(toldOf({ 'text/en/a.yaml': text, 'text/en/b.yaml': text, 'text/it/b.yaml': text })).toStrictEqual([
      expect.stringMatching(/^text\/en\/b\.yaml:2:\d+ the wording fees\.stamp is written twice$/),
    ]);
  });

  it('in the file with the version hides no fault behind another', () => {
    expect(toldOf({ 'book.yaml': 'book: { version: 1 }' })[0]).toMatch(/^book\.yaml:1:18 .*expected string/);
  });

  it('is told of all files at once, with the lines as they stand', () => {
    const found = problemsOf({
      'a.yaml': 'piles:\n  - [kit\n',
      'b.yaml': 'piles: [kit]\ncolour: red\n',
      'c.yaml': `rules:\n  fees:\n    - ${RULE}\n`,
      'text/en/d.yaml': 'fees: { stamp: 3 }\n',
      'z.yaml': `a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]\n`,
    });
    expect(found.map(({ file, line, excerpt }) => [file, line, excerpt])).toStrictEqual([
      ['a.yaml', 3, ''],
      ['b.yaml', 2, 'colour: red'],
      ['text/en/d.yaml', 1, 'fees: { stamp: 3 }'],
      ['z.yaml', 1, 'a: &a [x, x]'],
    ]);
  });

  it('takes for wording only what lies below the folder of a language', () => {
    expect(toldOf({ 'text/a.yaml': 'fees: { stamp: A stamp. }' })).toStrictEqual([
      'text/a.yaml:1:7 unknown key "fees"',
    ]);
    expect(toldOf({ 'more/text/en/a.yaml': 'fees: { stamp: A. }' })).toStrictEqual([
      'more/text/en/a.yaml:1:7 unknown key "fees"',
    ]);
  });
});
