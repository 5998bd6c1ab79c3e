import { describe, expect, it } from 'vitest';
import { checkBook } from '../../src/rulebook/check.ts';
import { opened, type WrittenRules } from '../helpers/written-rules.ts';

/** A small book with a little of everything and nothing wrong with it. */
const BOOK = `
fields:
  contract: { values: [fixed, open-ended], ask: 1, unknown: true }
  procedure: { values: [renewal, update], ask: 2 }
  months: { range: [1, 60] }
facts:
  outcome: { kind: enum, derive: { how: table, table: outcome } }
  forms-count: { kind: integer, optional: true, derive: { how: counted, count: forms } }
tables:
  outcome: { policy: unique }
  route: { policy: override }
  contribution: { policy: unique }
  documents: { policy: collect }
  deadlines: { policy: collect }
  rights: { policy: collect }
  forms: { policy: collect }
  form-notes: { policy: collect }
  fees: { policy: collect }
  steps: { policy: collect }
  warnings: { policy: collect }
  exemptions: { policy: collect }
reasons:
  study: { code: "17", names: [studio] }
  work: { code: "01", names: [lavoro] }
countries: [MA, AL]
provinces: { MI: Milano }
outcomes: { permit: { permit: true }, nothing: { permit: false } }
routes: { post: { offices: [poste] } }
piles: [kit, counter]
words:
  contract: { fixed: [temporary] }
  event: { lost: [fired], other: [else] }
  citizenship: { MA: [moroccan] }
  province: { MI: [milanese] }
values:
  band:
    unit: cents
    looked-up-on: expiry
    series:
      - { from: 2006-01-01, is: 0, checked: 2026-01-01, source: tui, sure: single }
      - { from: 2016-01-01, is: 9, checked: 2026-01-01, source: tui, sure: single }
  stamp:
    unit: cents
    looked-up-on: filed
    series:
      - { from: 2006-01-01, is: 1, checked: 2026-01-01, source: tui, sure: single }
      - { from: 2013-06-26, is: 2, checked: 2026-11-01, source: tui, sure: single }
  days: { unit: days, looked-up-on: filed, series: [{ from: 2006-01-01, is: 8, checked: 2026-01-01, source: tui, sure: single }] }
  other-days: { unit: days, looked-up-on: filed, series: [{ from: 2006-01-01, is: 9, checked: 2026-01-01, source: tui, sure: single }] }
rules:
  outcome: [{ give: permit, source: tui, sure: single, when: { income: true } }, { give: nothing, source: tui, sure: single, when: { income: false }, advice: go-away }]
  route: [{ give: post, source: tui, sure: single }, { give: post, id: two, overrides: post, when: { income: true }, source: tui, sure: single }]
  contribution: [{ give: band, source: tui, sure: single, when: { income: true } }, { give: none, source: tui, sure: single, when: { income: false } }]
  documents:
    - { add: passport, pile: kit, amount: stamp, source: tui, sure: single }
  deadlines:
    - { add: last-day, from: expiry, term: { value: days, count: working }, met-by: [filed], source: tui, sure: single, alternatives: [{ when: elsewhere, value: other-days, source: dpr }] }
  rights:
    - { add: stay, source: tui, sure: disputed, dispute: eight-days }
    - { add: [stay, work-on], with: stamp, id: more, when: { income: true }, source: tui, sure: single }
  fees: [{ add: stamp, source: tui, sure: single }]
  steps: [{ add: go, source: tui, sure: single }]
  warnings: [{ add: beware, source: tui, sure: single }]
  exemptions: [{ add: child, source: tui, sure: single }]
  forms: [{ add: module, source: tui, sure: single }]
  form-notes: [{ add: many, when: { forms-count: 2 }, source: tui, sure: single }]
payments: { slip: { lines: [stamp], source: tui, sure: single } }
holidays: { epiphany: { day: 01-06, source: dm, sure: single } }
disputes:
  eight-days: { positions: { yes: tui, no: dpr }, shown: yes }
  wide: { positions: { yes: tui }, shown: yes, when: { income: true } }
events:
  - { event: lost, procedure: renewal, held: [study, null], reason: work, among: [study, work], about: child }
  - { event: born, procedure: update, reason: held }
  - { event: born, procedure: update }
sources:
  tui: { title: Testo unico, rank: law, read: null }
  dpr: { title: Regolamento, rank: decree, read: null }
  dm: { title: Decreto, rank: decree, read: null }
terms: { receipt: { it: ricevuta, also: [la ricevuta] } }
modules:
  module:
    label: Form
    of: forms
    sections:
      - label: Head
        source: tui
        sure: single
        boxes:
          - { heading: 1, label: Head }
          - { box: 3, is: born, label: Nato, write: { day: born, or: as-passport } }
          - { box: 2, is: contract, label: Tipo, write: { code: contract, or: as-passport } }
          - { box: seal, is: seal, label: Timbro, blank: office }
      - label: Rest
        source: tui
        sure: single
        boxes:
          - { box: 4, is: expiry, label: Scade, write: { day: expiry, or: as-passport }, alternatives: [{ when: on-paper, source: tui, write: { number: months, or: guess } }] }
          - { box: 5, is: study, label: Studio, write: { code-of: study, or: as-passport } }
          - { box: 6, is: months, label: Mesi, write: { number: months, or: as-passport } }
          - { box: 7, is: home, label: Casa, write: ask-there }
          - { box: 8, is: home, label: Firma, write: X }
  slip:
    label: Slip
    of: payments
    sections:
      - { label: All, source: tui, sure: single, boxes: [{ box: 1, is: sum, label: Euro, write: { payment: figures, or: as-passport } }] }
country-codes: [{ source: tui, sure: single, codes: { MAR: [MA, Marocco] } }]
code-tables: { papers: { source: tui, sure: single, entries: { passport: "01" } } }
`;
const WORDING = `
reasons: { study: Study., work: Work. }
routes: { post: By post. }
offices: { poste: Post office. }
piles: { kit: Kit., counter: Counter. }
payments: { slip: Slip. }
holidays: { epiphany: Epiphany. }
countries: { MA: Morocco, AL: Albania }
form: { born: Born., contract: Contract., seal: Seal., expiry: Expiry., study: Study., months: Months., home: Home., sum: Sum. }
form-how: { as-passport: As in the passport., guess: Guess., ask-there: Ask there. }
form-blank: { office: The office fills it in. }
form-notes: { many: Many forms. }
code-tables: { provinces: Provinces., countries: Countries., reasons: Reasons., papers: Papers. }
codes: { papers: { passport: Passport. } }
terms: { receipt: A paper. }
fees: { contribution: The contribution., stamp: A stamp. }
steps: { go: Go there. }
exemptions: { band: Nothing to pay., child: A child. }
forms: { module: Module. }
documents: { passport: The passport. }
deadlines: { last-day: "Within {days}, or {term}." }
rights: { stay: { text: You may stay with the _ricevuta_., detail: Always. }, work-on: "Work for {stamp}." }
warnings: { go-away: Nothing., beware: Beware. }
alternatives: { elsewhere: Elsewhere., on-paper: On paper. }
disputes: { eight-days: { question: Which?, shown: This., yes: Yes., no: No. }, wide: { question: Which?, shown: This., yes: Yes. } }
events: { lost: Lost., born: Born. }
fields:
  contract: { question: Which?, why: Because., find-out: Look., about-child: Of the child?, label: Contract, fixed: Fixed, open-ended: Open }
  procedure: { question: Which?, why: Because., must-know: Ask., about-child: Of the child?, label: Procedure, renewal: Renewal, update: Update }
  months: { label: Months }
`;

const FILES = { 'a.yaml': BOOK, 'text/en/a.yaml': WORDING, 'text/it/a.yaml': WORDING };

/** What the check tells when texts are replaced in the book or, else, in the English wording. */
function toldWith(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  const files: Record<string, string> = { ...FILES };
  for (const [from, to] of changes) {
    const file = BOOK.includes(from) ? 'a.yaml' : 'text/en/a.yaml';
    if (!files[file]?.includes(from)) throw new Error(`no file has ${from}`);
    files[file] = files[file].replace(from, to);
  }
  return toldOf(files);
}
function toldOf(files: WrittenRules): string[] {
  return checkBook(opened(files)).map(({ file, line, message }) =>
    line === undefined ? `${file}: ${message}` : message,
  );
}
const both = (message: string) => ['en', 'it'].map((language) => `text/${language}: ${message}`);

describe('a small book', () => {
  it('has nothing wrong with it', () => {
    expect(toldOf(FILES)).toEqual([]);
  });

  it.each<[string, (readonly [string, string])[], string[]]>([
    [
      'a source that it does not have',
      [['source: dm', 'source: dmm']],
      [
        'holiday epiphany: epiphany cites dmm, which sources.yaml does not have',
        'sources.yaml: nothing cites dm',
      ],
    ],
    [
      'a source of another answer',
      [['value: other-days, source: dpr', 'value: other-days, source: moon']],
      ['a/deadlines/last-day: elsewhere cites moon, which sources.yaml does not have'],
    ],
    [
      'a source of a position',
      [['{ yes: tui, no: dpr }', '{ yes: tui, no: [dpr, moon] }']],
      ['eight-days: no cites moon, which sources.yaml does not have'],
    ],
    [
      'a dispute that nobody describes',
      [['dispute: eight-days', 'dispute: [eight-days, moon]']],
      ['a/rights/stay cites the dispute moon, which nobody describes'],
    ],
    [
      'a rule in dispute that names none',
      [['sure: disputed, dispute: eight-days', 'sure: disputed']],
      ['a/rights/stay is disputed but names no dispute', 'no rule cites the dispute eight-days'],
    ],
    [
      'a dispute that shows none of its positions',
      [['no: dpr }, shown: yes', 'no: dpr }, shown: maybe']],
      ['eight-days shows maybe, which is none of its positions'],
    ],
    [
      'an amount of nobody',
      [['amount: stamp', 'amount: stump']],
      ['a/documents/kit/passport: no dated value is called stump'],
    ],
    [
      'a contribution of nobody',
      [['give: band', 'give: sand']],
      [
        'a/contribution/sand: no dated value is called sand',
        'value band: no rule uses it',
        ...both('nothing uses the wording exemptions.band'),
      ],
    ],
    [
      'another answer that only explains',
      [['value: other-days', 'value: null']],
      ['value other-days: no rule uses it'],
    ],
    [
      'a route of nobody',
      [
        ['give: post, source', 'give: pigeon, source'],
        ['overrides: post', 'overrides: pigeon'],
      ],
      ['a/route/pigeon: no route pigeon'],
    ],
    ['an outcome of nobody', [['give: nothing', 'give: perhaps']], ['a/outcome/perhaps: no outcome perhaps']],
    ['a paper in no pile', [['pile: kit', 'pile: bag']], ['a/documents/bag/passport: no pile bag']],
    ['a paper without a pile', [['pile: kit, ', '']], ['a/documents/passport: no pile (none given)']],
    [
      'a deadline without a start',
      [['from: expiry, ', '']],
      ['a/deadlines/last-day: a deadline counts a term from a date fact'],
    ],
    [
      'a deadline from what is no day',
      [['from: expiry', 'from: income']],
      ['a/deadlines/last-day: a deadline counts a term from a date fact'],
    ],
    [
      'a deadline without a term',
      [['term: { value: days, count: working }', 'with: days']],
      [
        'a/deadlines/last-day: a deadline counts a term from a date fact',
        ...both('deadlines.last-day mentions {term}, which not every rule that adds it gives with it'),
      ],
    ],
    [
      'a deadline met by what is no day',
      [['met-by: [filed]', 'met-by: [filed, income, moon]']],
      ['income', 'moon'].map((fact) => `a/deadlines/last-day: met-by names date facts, and ${fact} is none`),
    ],
    [
      'an exception where there are none',
      [['route: { policy: override }', 'route: { policy: unique }']],
      ['a/route/two: the table route is not one of exceptions'],
    ],
    [
      'an exception to nothing',
      [['overrides: post', 'overrides: past']],
      ['a/route/two: no rule of route is called a/route/past'],
    ],
    [
      'an exception to a rule of another table',
      [['overrides: post', 'overrides: a/rights/stay']],
      ['a/route/two: no rule of route is called a/rights/stay'],
    ],
    [
      'a value whose entries stand upside down',
      [['from: 2013-06-26', 'from: 2005-06-26']],
      ['value stamp: 2005-06-26 stands after 2006-01-01: entries go by date'],
    ],
    [
      'a value with two entries of one day',
      [['from: 2013-06-26', 'from: 2006-01-01']],
      ['value stamp: 2006-01-01 stands after 2006-01-01: entries go by date'],
    ],
    [
      'a value checked after the book was read',
      [['checked: 2026-11-01', 'checked: 2026-11-02']],
      ['value stamp: checked on 2026-11-02, after the book was read'],
    ],
    [
      'a value looked up on what is no day',
      [
        ['looked-up-on: expiry', 'looked-up-on: income'],
        ['looked-up-on: filed', 'looked-up-on: moon'],
      ],
      ['value band: income is no date fact', 'value stamp: moon is no date fact'],
    ],
    [
      'a table that is not declared',
      [['  rights: { policy: collect }\n', '']],
      ['no table is called rights'],
    ],
    [
      'lines in a table of decisions',
      [['rights: { policy: collect }', 'rights: { policy: unique }']],
      ['the rows of rights do not fit its policy unique'],
    ],
    [
      'decisions in a table of lines',
      [['contribution: { policy: unique }', 'contribution: { policy: collect }']],
      ['the rows of contribution do not fit its policy collect'],
    ],
    [
      'an event without a procedure',
      [['procedure: renewal', 'procedure: moon']],
      ['no procedure is called moon'],
    ],
    [
      'an event without reasons',
      [
        [
          'held: [study, null], reason: work, among: [study, work]',
          'held: [held, sun], reason: moon, among: [star]',
        ],
      ],
      ['no reason is called sun', 'no reason is called star', 'no reason is called moon'],
    ],
    [
      'words for no question',
      [['  event: { lost', '  contracts: { fixed: [x] }\n  event: { lost']],
      ['words.yaml: no question is called contracts'],
    ],
    [
      'words for a question without choices',
      [['  event: { lost', '  months: { many: [x] }\n  event: { lost']],
      ['words.yaml: no question is called months'],
    ],
    [
      'words for answers that there are not',
      [
        ['fixed: [temporary]', 'moon: [x]'],
        ['lost: [fired]', 'sun: [x]'],
        ['MA: [moroccan]', 'XX: [x]'],
        ['MI: [milanese]', 'YY: [x]'],
      ],
      [
        'contract has no answer moon',
        'event has no answer sun',
        'citizenship has no answer XX',
        'province has no answer YY',
      ].map((message) => `words.yaml: ${message}`),
    ],
    [
      'a number of a form that is missing',
      [['{ box: 4, is: expiry', '{ box: 9, is: expiry']],
      [4, 5, 6, 7, 8].map((number) => `form module: box ${number} is missing or stands elsewhere`),
    ],
    [
      'a number of a form that stands twice',
      [['{ box: 5, is: study', '{ box: 4, is: study']],
      ['form module: box 5 is missing or stands elsewhere', 'form module: box 4 stands twice'],
    ],
    [
      'a name of a form that stands twice',
      [['box: 8, is: home', 'box: seal, is: home']],
      ['form module: box seal stands twice'],
    ],
    [
      'a heading of a form that a box has too',
      [['{ heading: 1, label: Head }', '{ heading: 2, label: Head }']],
      ['form module: box 1 is missing or stands elsewhere'],
    ],
    [
      'a box with a day of nobody',
      [['write: { day: expiry', 'write: { day: income']],
      ['form/module/4: no day is called income'],
    ],
    [
      'a box with a field of nobody',
      [['code: contract', 'code: months']],
      ['form/module/2: no field is called months'],
    ],
    [
      'a box with a reason of nobody',
      [['code-of: study', 'code-of: fun']],
      ['form/module/5: no reason is called fun'],
    ],
    [
      'a box with a number of nobody',
      [['label: Mesi, write: { number: months', 'label: Mesi, write: { number: contract']],
      ['form/module/6: no number is called contract'],
    ],
    [
      'another reading of a box with a number of nobody',
      [['write: { number: months, or: guess', 'write: { number: contract, or: guess']],
      ['form/module/4: no number is called contract'],
    ],
    [
      'a form that no line asks for',
      [
        ['add: module', 'add: other-module'],
        ['forms: { module', 'forms: { other-module'],
      ],
      [
        'form module: no line of forms is called module',
        'text/it: the wording forms.other-module is missing',
        'text/it: nothing uses the wording forms.module',
      ],
    ],
    [
      'a slip for no payment',
      [['of: payments', 'of: forms']],
      ['form slip: no line of forms is called slip'],
    ],
    [
      'a form for a payment',
      [['of: forms', 'of: payments']],
      ['form module: no line of payments is called module'],
    ],
    [
      'a deadline from a fact that there is not',
      [['from: expiry', 'from: moon']],
      ['a/deadlines/last-day: a deadline counts a term from a date fact'],
    ],
    [
      'an exception in a table that is not declared',
      [['  route: { policy: override }\n', '']],
      ['a/route/two: the table route is not one of exceptions', 'no table is called route'],
    ],
    [
      'a box with facts that there are not',
      [
        ['write: { day: expiry', 'write: { day: sun'],
        ['code: contract', 'code: star'],
        ['label: Mesi, write: { number: months', 'label: Mesi, write: { number: moon'],
      ],
      [
        'form/module/2: no field is called star',
        'form/module/4: no day is called sun',
        'form/module/6: no number is called moon',
      ],
    ],
    ['nothing in a table without rows', [['  steps: [{', '  songs: []\n  steps: [{']], []],
    [
      'a count of forms in a table of the case',
      [['id: more, when: { income: true }', 'id: more, when: { income: true, forms-count: 2 }']],
      ['a/rights/more tests forms-count, a count of forms'],
    ],
    [
      'a count of forms in a decision',
      [
        [
          'id: two, overrides: post, when: { income: true }',
          'id: two, overrides: post, when: { forms-count: 2 }',
        ],
      ],
      ['a/route/two tests forms-count, a count of forms'],
    ],
  ])('is told of %s', (_, changes, messages) => {
    expect(toldWith(...changes)).toEqual(messages);
  });

  it('with hardly anything is checked as well', () => {
    expect(toldOf({})).toEqual([]);
    expect(checkBook({ ...opened({}), book: { ...opened({}).book, collections: { songs: [] } } })).toEqual(
      [],
    );
    const source = 'sources: { tui: { title: A, rank: law, read: null } }';
    const boxed = `modules: { f: { label: A, of: forms, sections: [{ label: B, source: tui, sure: single, boxes: [{ box: 1, is: a, label: L, write: X }] }] } }`;
    expect(toldOf({ 'a.yaml': source, 'b.yaml': boxed })).toEqual(['form f: no line of forms is called f']);
    const event = 'events: [{ event: a, procedure: update }]';
    expect(toldOf({ 'a.yaml': event })).toEqual(['no procedure is called update']);
    expect(toldOf({ 'a.yaml': event, 'b.yaml': 'fields: { procedure: { ask: 1 } }' })).toEqual([
      'no procedure is called update',
    ]);
  });
});

describe('the wording of a small book', () => {
  const NEEDED = [...WORDING.matchAll(/^([a-z-]+):/gm)].map(([, kind = '']) => kind);

  it.each(NEEDED)('is missed where a kind is not there: %s', (kind) => {
    const without = WORDING.replace(new RegExp(`^${kind}:.*\\n(?: .*\\n)*`, 'm'), '');
    const told = toldOf({ ...FILES, 'text/en/a.yaml': without });
    expect(told.length).toBeGreaterThan(0);
    for (const line of told)
      expect(line).toMatch(new RegExp(`^text/en: the wording ${kind}\\..+ is missing$`));
  });

  it.each<[string, [string, string][], string[]]>([
    [
      'a part that is missing',
      [['disputes: { eight-days: { question: Which?, ', 'disputes: { eight-days: { ']],
      ['the wording disputes.eight-days.question is missing'],
    ],
    [
      'what is shown of a dispute',
      [['question: Which?, shown: This., yes: Yes., no', 'question: Which?, yes: Yes., no']],
      ['the wording disputes.eight-days.shown is missing'],
    ],
    ['a position of a dispute', [[', no: No. }', ' }']], ['the wording disputes.eight-days.no is missing']],
    [
      'a question',
      [['contract: { question: Which?, ', 'contract: { ']],
      ['the wording fields.contract.question is missing'],
    ],
    [
      'why a question is asked',
      [['why: Because., find-out', 'find-out']],
      ['the wording fields.contract.why is missing'],
    ],
    [
      'how to find out what need not be known',
      [['find-out: Look.', 'must-know: Look.']],
      [
        'the wording fields.contract.find-out is missing',
        'nothing uses the wording fields.contract.must-know',
      ],
    ],
    [
      'that something must be known',
      [['must-know: Ask.', 'find-out: Ask.']],
      [
        'the wording fields.procedure.must-know is missing',
        'nothing uses the wording fields.procedure.find-out',
      ],
    ],
    [
      'a question about somebody else',
      [['find-out: Look., about-child: Of the child?', 'find-out: Look.']],
      ['the wording fields.contract.about-child is missing'],
    ],
    [
      'the label of a field',
      [['months: { label: Months }', 'months: { question: How long? }']],
      ['the wording fields.months.label is missing', 'nothing uses the wording fields.months.question'],
    ],
    ['a member of a field', [['fixed: Fixed, ', '']], ['the wording fields.contract.fixed is missing']],
    [
      'a code of a table',
      [['codes: { papers: { passport: Passport. } }', 'codes: { papers: { card: Card. } }']],
      ['the wording codes.papers.passport is missing', 'nothing uses the wording codes.papers.card'],
    ],
    [
      'wording that nothing uses',
      [['forms: { module', 'songs: { a: { b: { text: La. } } }\nforms: { module']],
      ['nothing uses the wording songs.a.b'],
    ],
    [
      'a value that its rule does not give',
      [['The passport.', '"Pay {stamp} and {days}."']],
      ['stamp', 'days'].map(
        (value) => `documents.passport mentions {${value}}, which not every rule that adds it gives with it`,
      ),
    ],
    [
      'a value that only one of its rules gives',
      [['detail: Always.', 'detail: "Pay {stamp}."']],
      ['rights.stay mentions {stamp}, which not every rule that adds it gives with it'],
    ],
    [
      'a value of what no rule adds',
      [['fees: { contribution: The contribution.,', 'fees: { contribution: "Pay {band}.",']],
      ['fees.contribution mentions {band}, which not every rule that adds it gives with it'],
    ],
  ])('tells %s', (_, changes, messages) => {
    expect(toldWith(...changes)).toEqual(messages.map((message) => `text/en: ${message}`));
  });

  it.each([
    [
      'the fee is in question where the contribution can be nothing',
      'is: 0,',
      'is: 5,',
      both('nothing uses the wording exemptions.band'),
    ],
    ['a warning for each advice', ', advice: go-away', '', both('nothing uses the wording warnings.go-away')],
  ])('says %s', (_, from, to, messages) => {
    expect(toldWith([from, to])).toEqual(messages);
  });

  it('marks terms that the glossary has, each form once', () => {
    expect(
      toldWith(['You may stay with the _ricevuta_.', '"_permesso_ and _ricevuta, visto, sole_."']),
    ).toEqual(
      ['permesso', 'visto', 'sole'].map(
        (term) => `terms.yaml: the glossary does not have “${term}”, which text/en marks in rights.stay`,
      ),
    );
    expect(toldWith(['detail: Always.', 'detail: _Luna_ or _luna_.'])).toEqual([
      'terms.yaml: the glossary does not have “Luna”, which text/en marks in rights.stay',
    ]);
    const list = ['You may stay with the _ricevuta_.', '"_Ricevuta, copia_"'] as const;
    expect(toldWith(list)).toEqual([
      'terms.yaml: the glossary does not have “copia”, which text/en marks in rights.stay',
    ]);
    expect(toldWith(list, ['also: [la ricevuta]', 'also: ["ricevuta, copia"]'])).toEqual([]);
    expect(toldWith(['also: [la ricevuta]', 'also: [La Ricevuta, Ricevuta]'])).toEqual([
      'terms.yaml: two terms are called “ricevuta”',
    ]);
  });
});
