import { describe, expect, it } from 'vitest';
import type { Book, CollectRow, DecisionRow } from '../../src/rulebook/book.ts';
import { plainWords } from '../../src/case/reasons.ts';
import { checkBook } from '../../src/rulebook/check.ts';
import { openRulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const { book } = ownRulebook();

/** Any of a row's properties, or none where there was one. */
type Changed<Row> = { readonly [Key in keyof Row]?: Row[Key] | undefined };

/** Rows of which the first is changed. */
function firstChanged<Row>(rows: readonly Row[] | undefined, change: object): Row[] {
  const [first, ...rest] = rows ?? [];
  if (first === undefined) throw new Error('nothing to change');
  return [{ ...first, ...change }, ...rest];
}

/** The own book with one entry of a section changed. */
function withEntry(
  section: 'values' | 'disputes' | 'payments' | 'holidays' | 'codeTables',
  id: string,
  change: object,
): Book {
  const entry = book[section][id];
  if (!entry) throw new Error(`${section} has no ${id}`);
  return { ...book, [section]: { ...book[section], [id]: { ...entry, ...change } } };
}

const withLine = (table: string, change: Changed<CollectRow>): Book => ({
  ...book,
  collections: { ...book.collections, [table]: firstChanged(book.collections[table], change) },
});

const withDecision = (table: string, change: Changed<DecisionRow>): Book => ({
  ...book,
  decisions: { ...book.decisions, [table]: firstChanged(book.decisions[table], change) },
});

const withSeries = (change: object): Book =>
  withEntry('values', 'renewal-tolerance', {
    series: firstChanged(book.values['renewal-tolerance']?.series, change),
  });

const withDispute = (change: object): Book => withEntry('disputes', 'eight-days', change);
const withEvent = (change: object): Book => ({ ...book, events: firstChanged(book.events, change) });

const first = (rows: readonly { id: string }[] | undefined) => rows?.[0]?.id ?? '';
const right = first(book.collections.rights);
const document = first(book.collections.documents);
const deadline = first(book.collections.deadlines);
const outcome = first(book.decisions.outcome);
const route = first(book.decisions.route);
const kit = first(book.decisions.kit);
const contribution = first(book.decisions.contribution);
const payment = Object.keys(book.payments)[0] ?? '';
const holiday = Object.keys(book.holidays)[0] ?? '';
const codes = Object.keys(book.codeTables)[0] ?? '';

const NOBODY = [{ id: 'no-act' }];
const unknown = (name: string) => `${name} cites no-act, which sources.yaml does not have`;

describe('the check tells of', () => {
  it.each<[string, () => Book, string]>([
    ['a rule with an unknown source', () => withLine('rights', { sources: NOBODY }), unknown(right)],
    ['a rule without any', () => withLine('rights', { sources: [] }), `${right} has no source`],
    [
      'a value with an unknown source',
      () => withSeries({ sources: NOBODY }),
      `value renewal-tolerance: ${unknown('renewal-tolerance from 1998-03-27')}`,
    ],
    [
      'a holiday with one',
      () => withEntry('holidays', holiday, { sources: NOBODY }),
      `holiday ${holiday}: ${unknown(holiday)}`,
    ],
    [
      'a payment with one',
      () => withEntry('payments', payment, { sources: NOBODY }),
      `payment ${payment}: ${unknown(payment)}`,
    ],
    [
      'a code table with one',
      () => withEntry('codeTables', codes, { sources: NOBODY }),
      `code table ${codes}: ${unknown(codes)}`,
    ],
    [
      'a country code with one',
      () => ({ ...book, countryCodes: firstChanged(book.countryCodes, { sources: NOBODY }) }),
      `country codes: ${unknown(book.countryCodes[0]?.code ?? '')}`,
    ],
    [
      'another value with one',
      () =>
        withLine('rights', { alternatives: [{ when: 'some-office', value: 1, sources: NOBODY }] as never }),
      unknown(`${right}: some-office`),
    ],
    [
      'a position with one',
      () =>
        withDispute({
          positions: (book.disputes['eight-days']?.positions ?? []).map((one) => ({
            ...one,
            sources: NOBODY,
          })),
        }),
      unknown(`eight-days: ${book.disputes['eight-days']?.positions[0]?.id ?? ''}`),
    ],
    [
      'a source that nothing cites',
      () => ({
        ...book,
        sources: { ...book.sources, idle: { title: 'Idle', rank: 'law', read: null } as never },
      }),
      'sources.yaml: nothing cites idle',
    ],
    [
      'a rule in dispute without one',
      () => withLine('rights', { sure: 'disputed', disputes: [] }),
      `${right} is disputed but names no dispute`,
    ],
    [
      'a dispute that nothing cites',
      () => {
        const dispute = book.disputes['eight-days'];
        if (!dispute) throw new Error('no dispute');
        const { when: _, ...rest } = dispute;
        return { ...book, disputes: { ...book.disputes, idle: rest } };
      },
      'no rule cites the dispute idle',
    ],
    [
      'a dispute that shows none of its positions',
      () => withDispute({ shown: 'moon' }),
      'eight-days shows moon, which is none of its positions',
    ],
    [
      'a value of nobody',
      () => withLine('rights', { with: ['no-days'] }),
      `${right}: no dated value is called no-days`,
    ],
    [
      'a contribution of nobody',
      () => withDecision('contribution', { give: 'contribution-moon' }),
      `${contribution}: no dated value is called contribution-moon`,
    ],
    ['a route of nobody', () => withDecision('route', { give: 'pigeon' }), `${route}: no route pigeon`],
    [
      'an outcome of nobody',
      () => withDecision('outcome', { give: 'perhaps' }),
      `${outcome}: no outcome perhaps`,
    ],
    [
      'a document in no pile',
      () => withLine('documents', { pile: undefined }),
      `${document}: no pile (none given)`,
    ],
    [
      'a deadline without a start',
      () => withLine('deadlines', { from: undefined }),
      `${deadline}: a deadline counts a term from a date fact`,
    ],
    [
      'a deadline from something that is no day',
      () => withLine('deadlines', { from: 'reason' }),
      `${deadline}: a deadline counts a term from a date fact`,
    ],
    [
      'a deadline met by something that is no day',
      () => withLine('deadlines', { metBy: ['reason'] }),
      `${deadline}: met-by names date facts, and reason is none`,
    ],
    [
      'a value that no rule uses',
      () => {
        const value = book.values['renewal-tolerance'];
        if (!value) throw new Error('no value');
        return { ...book, values: { ...book.values, idle: value } };
      },
      'value idle: no rule uses it',
    ],
    [
      'an exception to nothing',
      () => withDecision('route', { overrides: 'routes/route/nothing' }),
      `${route}: no rule of route is called routes/route/nothing`,
    ],
    [
      'an exception in a table without',
      () => withDecision('kit', { overrides: kit }),
      `${kit}: the table kit is not one of exceptions`,
    ],
    [
      'a value checked after the book was read',
      () => withSeries({ checked: '2999-01-01' }),
      'value renewal-tolerance: checked on 2999-01-01, after the book was read',
    ],
    [
      'a value looked up on something that is no day',
      () => withEntry('values', 'renewal-tolerance', { lookedUpOn: 'reason' }),
      'value renewal-tolerance: reason is no date fact',
    ],
    [
      'a table that nobody declares',
      () => ({
        ...book,
        collections: { ...book.collections, songs: (book.collections.rights ?? []).slice(0, 1) },
      }),
      'no table is called songs',
    ],
    [
      'rows that do not fit their table',
      () => ({
        ...book,
        tables: { ...book.tables, rights: { ...book.tables.rights, policy: 'unique' } as never },
      }),
      'the rows of rights do not fit its policy unique',
    ],
    ['an event without a procedure', () => withEvent({ procedure: 'dance' }), 'no procedure is called dance'],
    ['an event that gives no reason', () => withEvent({ reason: 'fun' }), 'no reason is called fun'],
    ['an event of a permit that is none', () => withEvent({ held: ['fun'] }), 'no reason is called fun'],
    ['an event among permits that are none', () => withEvent({ among: ['fun'] }), 'no reason is called fun'],
    [
      'a word for no question',
      () => ({ ...book, words: { ...book.words, colour: {} } }),
      'words.yaml: no question is called colour',
    ],
    [
      'a word for no answer',
      () => ({ ...book, words: { ...book.words, contract: { fun: {} } } as never }),
      'words.yaml: contract has no answer fun',
    ],
    [
      'a word for no event',
      () => ({ ...book, words: { ...book.words, event: { fun: {} } } as never }),
      'words.yaml: event has no answer fun',
    ],
    [
      'a word for no country',
      () => ({ ...book, words: { ...book.words, citizenship: { XX: {} } } as never }),
      'words.yaml: citizenship has no answer XX',
    ],
    [
      'a word for no province',
      () => ({ ...book, words: { ...book.words, province: { XX: {} } } as never }),
      'words.yaml: province has no answer XX',
    ],
  ])('%s', (_, broken, message) => {
    // what stands at no line of a file is told with the name of what it is about
    const found = checkBook(openRulebook(broken())).map((problem) =>
      problem.line === undefined ? `${problem.file}: ${problem.message}` : problem.message,
    );
    expect(found).toContain(message);
  });

  it('wording that is missing, too much, or mentions a value that its rule does not give', () => {
    const english = book.texts.en ?? {};
    const { rights = {}, ...others } = english;
    const [id = ''] = book.collections.rights?.[0]?.add ?? [];
    const messagesOf = (changed: object) =>
      checkBook(
        openRulebook({ ...book, texts: { ...book.texts, en: { ...others, rights: changed } } as never }),
      ).map(({ file, message }) => `${file}: ${message}`);
    const { [id]: __, ...without } = rights;
    expect(messagesOf(without)).toEqual([`text/en: the wording rights.${id} is missing`]);
    expect(messagesOf({ ...rights, 'to-sing': 'You may sing.' })).toEqual([
      'text/en: nothing uses the wording rights.to-sing',
    ]);
    expect(messagesOf({ ...rights, [id]: { text: 'Pay {moon}.', detail: 'Or {sun}.' } })).toEqual(
      ['moon', 'sun'].map(
        (name) => `text/en: rights.${id} mentions {${name}}, which not every rule that adds it gives with it`,
      ),
    );
  });

  it('nothing in words that lead to answers there are', () => {
    const words = {
      event: { other: {}, [book.events[0]?.event ?? '']: {} },
      province: { [Object.keys(book.provinces)[0] ?? '']: {} },
      citizenship: { [book.countries[0] ?? '']: {} },
      contract: { [book.fields.contract?.values?.[0] ?? '']: {} },
    };
    expect(checkBook(openRulebook({ ...book, words: words as never }))).toEqual([]);
  });

  it('a term that the glossary lacks, and a form that stands twice', () => {
    const [term] = Object.values(book.terms);
    const messages = checkBook(openRulebook({ ...book, terms: { again: term } as never })).map(
      (one) => one.message,
    );
    expect(
      messages.some((one) => /^the glossary does not have “.+”, which text\/(en|it) marks in .+/.test(one)),
    ).toBe(true);
    const twice = checkBook(openRulebook({ ...book, terms: { ...book.terms, again: term } as never }));
    const { it: form = '', also = [] } = term ?? {};
    expect(twice.map(({ message }) => message).filter((message) => message.startsWith('two'))).toEqual(
      [form, ...also].map((one) => `two terms are called “${plainWords(one)}”`),
    );
    // an entry needs its wording in every language, and wording an entry
    expect(twice.filter(({ message }) => message === 'the wording terms.again is missing')).toHaveLength(2);
    expect(messages).toContain('nothing uses the wording terms.accordo-di-integrazione');
  });
});
