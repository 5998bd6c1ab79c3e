import { describe, expect, it } from 'vitest';
import type { DeadlineLine, DocumentLine, Line, StepLine } from '../../src/assess/assessment.ts';
import type { CollectRow } from '../../src/rulebook/book.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { adds, answerOf, gives, smallLaw } from '../helpers/small-law.ts';

const law = smallLaw();
const CHILD = { relation: 'child', born: '2020-01-01' };

const after = (value: string) => ({ value, count: 'calendar', direction: 'after' }) as const;
const dated = (id: string, value: string, when: Parameters<typeof adds>[1], rule = `add-${id}`) =>
  adds(id, when, { id: rule, from: 'entry', term: after(value) });

/** A law in which much hangs on the contract, and some on the office. */
const open = smallLaw({
  decisions: {
    ...law.book.decisions,
    length: [
      gives('long', { contract: 'open-ended' }, { ceiling: 'two-years' }),
      gives('short', { contract: 'fixed-term' }, { ceiling: 'year' }),
    ],
  },
  collections: {
    ...law.book.collections,
    exemptions: [],
    fees: [
      adds('card', {}, { amount: 'card-price' }),
      adds('stamp', { office: 'questura' }, { amount: 'stamp-price', disputes: ['stamps'] }),
    ],
    forms: [adds('module-1', {}), adds('module-2', { contract: 'fixed-term' })],
    documents: [
      adds('photos', { contract: 'open-ended' }, { id: 'few', pile: 'appointment', count: 'some-months' }),
      adds('photos', { contract: 'fixed-term' }, { id: 'many', pile: 'appointment', count: 'photo-number' }),
      adds('passport', {}, { pile: 'counter' }),
      adds('receipt', { office: 'questura' }, { pile: 'collection' }),
      adds('contract-copy', { contract: 'fixed-term' }, { pile: 'envelope' }),
    ],
    deadlines: [
      dated('notice', 'month-to-stay', { contract: 'open-ended' }, 'later'),
      dated('notice', 'eight-days', { contract: 'fixed-term' }, 'sooner'),
      dated('stay', 'three-months-to-stay', {}),
      dated('desk', 'eight-days', { office: 'questura' }),
    ],
    steps: [
      adds('walk', {}, { order: 20 }),
      adds('queue', { office: 'questura' }, { order: 5 }),
      adds('sign', { contract: 'fixed-term' }, { order: 10, disputes: ['sixty'] }),
    ],
    rights: [
      adds('to-work', {}),
      adds('to-study', { contract: 'open-ended' }),
      adds('to-rest', { office: 'questura' }),
      adds('to-leave', { contract: 'fixed-term' }),
    ],
    warnings: [adds('late', { person: 'relative', contract: 'fixed-term' })],
  },
});

/** The lines of a list: what each says, of whom, and with which answers it is there. */
function told(lines: readonly Line[]): string[] {
  return lines.map((line) => {
    const { id, person, pile, count, date, order, only } = line as Partial<
      DocumentLine & StepLine & DeadlineLine
    >;
    const number = typeof count === 'number' ? count : undefined;
    const when = only?.map(({ field, values }) => `if ${field} ${values.join('/')}`);
    return [pile, id, person, number, date, order, ...(when ?? [])]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

describe('an answer that covers what nobody knows', () => {
  const both = () => answerOf(open, { contract: 'unknown', office: 'unknown', family: [CHILD] });

  it('costs most, and has the papers, dates, steps and warnings of every other', () => {
    const { permit, fees, handIn, forms, documents, deadlines, steps, rights, warnings, disputes } = both();
    expect([permit?.id, fees.totalCents, handIn.id]).toEqual(['long', 25200, 'questura']);
    expect(told(forms)).toEqual([
      'module-1 applicant',
      'module-1 family-1',
      'module-2 applicant if contract fixed-term',
      'module-2 family-1 if contract fixed-term',
    ]);
    // in the piles of the way shown, as many as any answer asks for
    expect(told(documents)).toEqual([
      'appointment photos applicant 4',
      'appointment passport applicant',
      'appointment photos family-1 4',
      'appointment passport family-1',
      'appointment contract-copy applicant if contract fixed-term',
      'appointment contract-copy family-1 if contract fixed-term',
      'collection receipt applicant if office questura',
      'collection receipt family-1 if office questura',
    ]);
    expect(told(deadlines)).toEqual([
      'desk 2026-11-28 if office questura',
      'notice 2026-11-28',
      'stay 2027-02-20',
    ]);
    expect(told(steps)).toEqual(['queue 5 if office questura', 'sign 10 if contract fixed-term', 'walk 20']);
    expect(told(warnings)).toEqual(['late family-1 50 if contract fixed-term']);
    // a right is promised only where every answer gives it
    expect(told(rights)).toEqual(['to-work']);
    expect(disputes.map(({ id }) => id)).toEqual(['stamps', 'sixty']);
  });

  it('tells of each question what its answers come to', () => {
    const { depends, case: theCase } = both();
    expect(theCase.unknown).toEqual(['contract', 'office']);
    const lines = (list: string, id: string, ...people: string[]) =>
      people.map((person) => ({ list, id, person }));
    expect(depends).toStrictEqual([
      {
        field: 'contract',
        answers: [
          {
            ...{ values: ['open-ended'], permit: true, months: [24, 24], totalCents: [22000, 25200] },
            routes: ['post', 'questura'],
            dates: [{ id: 'notice', date: '2026-12-20' }],
            lines: [{ list: 'rights', id: 'to-study' }],
          },
          {
            ...{ values: ['fixed-term'], permit: true, months: [12, 12], totalCents: [14000, 17200] },
            routes: ['post', 'questura'],
            dates: [{ id: 'notice', date: '2026-11-28' }],
            lines: [
              ...lines('forms', 'module-2', 'applicant', 'family-1'),
              ...lines('documents', 'contract-copy', 'applicant', 'family-1'),
              { list: 'steps', id: 'sign' },
              { list: 'rights', id: 'to-leave' },
              ...lines('warnings', 'late', 'family-1'),
            ],
          },
        ],
      },
      {
        field: 'office',
        answers: [
          {
            ...{ values: ['post-office'], permit: true, months: [12, 24], totalCents: [14000, 22000] },
            ...{ routes: ['post'], dates: [], lines: [] },
          },
          {
            ...{ values: ['questura'], permit: true, months: [12, 24], totalCents: [17200, 25200] },
            routes: ['questura'],
            dates: [{ id: 'desk', date: '2026-11-28' }],
            lines: [
              ...lines('documents', 'receipt', 'applicant', 'family-1'),
              { list: 'steps', id: 'queue' },
              { list: 'rights', id: 'to-rest' },
              { list: 'deadlines', id: 'desk' },
            ],
          },
        ],
      },
    ]);
  });

  it('is there with both answers where a rule asks for both', () => {
    const law2 = smallLaw({
      collections: {
        ...law.book.collections,
        rights: [],
        steps: [adds('ask', [{ contract: 'fixed-term', office: 'questura' }, { role: 'trainee' }])],
      },
    });
    const { steps, depends } = answerOf(law2, { contract: 'unknown', office: 'unknown' });
    expect(told(steps)).toEqual(['ask 50 if contract fixed-term if office questura']);
    expect(depends?.map(({ field }) => field)).toEqual(['contract', 'office']);
  });

  it('has a permit where any answer has one, whatever it costs', () => {
    const free = smallLaw({
      decisions: {
        ...law.book.decisions,
        outcome: [
          gives('permit', { contract: 'fixed-term' }),
          gives('nothing', { contract: 'open-ended' }, { advice: 'no-way' }),
        ],
        length: [gives('long', {}, { ceiling: null })],
      },
      collections: { ...law.book.collections, fees: [] },
    });
    const { permit, fees, depends, warnings } = answerOf(free, { contract: 'unknown' });
    expect([permit?.id, permit?.maxMonths, fees.totalCents]).toEqual(['long', null, 0]);
    // the advice of the one answer leads, the warning of the other has a place behind it
    expect(told(warnings)).toEqual(['no-way if contract open-ended', 'late 50 if contract fixed-term']);
    expect(depends?.[0]?.answers.map((one) => [one.values, one.permit, one.months, one.routes])).toEqual([
      [['open-ended'], false, undefined, ['nowhere']],
      [['fixed-term'], true, undefined, ['post']],
    ]);
    // of another question, there can be one whichever its answer is
    const both = answerOf(free, { contract: 'unknown', office: 'unknown' }).depends?.[1];
    expect(both?.answers.map((one) => [one.values, one.permit])).toEqual([
      [['post-office'], true],
      [['questura'], true],
    ]);
  });

  it('tells answers apart by the length of the permit, and by lines in the order of their names', () => {
    const two = smallLaw({
      decisions: {
        ...law.book.decisions,
        contribution: [gives('none', {})],
        length: [
          gives('same', { contract: 'open-ended' }, { id: 'long', ceiling: 'two-years' }),
          gives('same', { contract: 'fixed-term' }, { id: 'short', ceiling: 'year' }),
        ],
      },
    });
    const [contract] = answerOf(two, { contract: 'unknown' }).depends ?? [];
    expect(contract?.answers.map(({ values, months }) => [values, months])).toEqual([
      [['open-ended'], [24, 24]],
      [['fixed-term'], [12, 12]],
    ]);
    const warnings = ['m', 'z', 'a'].map((id) => adds(id, { contract: 'fixed-term' }));
    const named = smallLaw({ collections: { ...law.book.collections, warnings } });
    const lines = answerOf(named, { contract: 'unknown' }).depends?.[0]?.answers.map((one) => one.lines);
    expect(lines?.map((list) => list.map(({ id }) => id))).toEqual([[], ['a', 'm', 'z']]);
  });

  it('puts answers with the same result together, where there is no permit, too', () => {
    const none = smallLaw({
      decisions: { ...law.book.decisions, outcome: [gives('nothing', {}, { advice: 'no-way' })] },
      collections: { warnings: [adds('late', { visa: 'none', outcome: 'nothing' })] },
    });
    const same = { permit: false, totalCents: [0, 0], routes: ['nowhere'], dates: [] };
    expect(answerOf(none, { visa: 'unknown' }).depends).toStrictEqual([
      {
        field: 'visa',
        answers: [
          { ...same, values: ['d', 'c'], lines: [] },
          { ...same, values: ['none'], lines: [{ list: 'warnings', id: 'late' }] },
        ],
      },
    ]);
  });

  it.each<[string, [ceiling: string, price: string], [ceiling: string, price: string], string]>([
    ['the dearer permit, though it is shorter', ['year', 'card-price'], ['two-years', 'stamp-price'], 'open'],
    [
      'the dearer permit, when it is the second',
      ['two-years', 'stamp-price'],
      ['year', 'card-price'],
      'fixed',
    ],
    ['the longer of two that cost the same', ['year', 'card-price'], ['two-years', 'card-price'], 'fixed'],
    ['the first of two that are alike', ['year', 'card-price'], ['year', 'card-price'], 'open'],
  ])('shows %s', (_, [ceiling, price], [otherCeiling, otherPrice], shown) => {
    const two = smallLaw({
      decisions: {
        ...law.book.decisions,
        contribution: [gives('none', {})],
        length: [
          gives('open', { contract: 'open-ended' }, { ceiling }),
          gives('fixed', { contract: 'fixed-term' }, { ceiling: otherCeiling }),
        ],
      },
      collections: {
        ...law.book.collections,
        fees: [
          adds('card', { contract: 'open-ended' }, { id: 'a', amount: price }),
          adds('card', { contract: 'fixed-term' }, { id: 'b', amount: otherPrice }),
        ],
      },
    });
    expect(answerOf(two, { contract: 'unknown' }).permit?.id).toBe(shown);
  });

  it.each<[string, CollectRow[], string[]]>([
    [
      'the earlier of two, and those of one day by their name',
      [
        dated('b', 'three-months-to-stay', { contract: 'open-ended' }, 'b-late'),
        dated('b', 'month-to-stay', { contract: 'fixed-term' }, 'b-soon'),
        dated('c', 'month-to-stay', { contract: 'open-ended' }),
        dated('a', 'month-to-stay', { contract: 'fixed-term' }),
        dated('d', 'eight-days', { contract: 'fixed-term' }),
      ],
      [
        'd 2026-11-28 if contract fixed-term',
        'a 2026-12-20 if contract fixed-term',
        'b 2026-12-20',
        'c 2026-12-20 if contract open-ended',
      ],
    ],
    [
      'the earlier of two, when the first answer has it',
      [
        dated('b', 'month-to-stay', { contract: 'open-ended' }, 'b-soon'),
        dated('b', 'three-months-to-stay', { contract: 'fixed-term' }, 'b-late'),
      ],
      ['b 2026-12-20'],
    ],
  ])('has of dates %s', (_, deadlines, expected) => {
    const by = smallLaw({ collections: { ...law.book.collections, deadlines } });
    expect(told(answerOf(by, { contract: 'unknown' }).deadlines)).toEqual(expected);
  });

  it('keeps which answer gave the date that it has', () => {
    const rules = (deadlines: CollectRow[]) =>
      answerOf(smallLaw({ collections: { ...law.book.collections, deadlines } }), {
        contract: 'unknown',
      }).deadlines.map(({ rule }) => rule);
    const [first, second] = [{ contract: 'open-ended' }, { contract: 'fixed-term' }];
    expect(
      rules([dated('b', 'month-to-stay', first, 'one'), dated('b', 'month-to-stay', second, 'two')]),
    ).toEqual(['one']);
  });

  it('orders the dates of one day by their name, whichever answer gives them', () => {
    const days = (...ids: string[]) => {
      const deadlines = ids.map((id, index) =>
        dated(id, 'eight-days', { contract: index === 0 ? 'open-ended' : 'fixed-term' }),
      );
      const by = smallLaw({ collections: { ...law.book.collections, deadlines } });
      return answerOf(by, { contract: 'unknown' }).deadlines.map(({ id }) => id);
    };
    expect(days('a', 'b')).toEqual(['a', 'b']);
    expect(days('b', 'a')).toEqual(['a', 'b']);
    expect(days('b', 'a', 'c')).toEqual(['a', 'b', 'c']);
  });

  it('has a line as the answer shown has it, and says nothing of answers where all have it', () => {
    const [first, second] = [{ contract: 'open-ended' }, { contract: 'fixed-term' }];
    const both = (id: string, more: Partial<CollectRow> = {}) => [
      adds(id, first, { ...more, id: `${id}-first` }),
      adds(id, second, { ...more, id: `${id}-second` }),
    ];
    const rules = (dearer: typeof first) => {
      const collections = {
        ...law.book.collections,
        fees: [adds('card', dearer, { amount: 'card-price' })],
        steps: both('walk'),
        documents: both('photos', { pile: 'counter' }),
      };
      const { steps, documents } = answerOf(smallLaw({ collections }), { contract: 'unknown' });
      for (const line of [...steps, ...documents]) expect(line).not.toHaveProperty('only');
      return [...steps, ...documents].map(({ rule }) => rule);
    };
    expect(rules(first)).toEqual(['walk-first', 'photos-first']);
    expect(rules(second)).toEqual(['walk-second', 'photos-second']);
  });

  it('is one where no answer leads anywhere', () => {
    const nowhere = smallLaw({
      outcomes: { ...law.book.outcomes, nothing: { permit: false } },
      decisions: { ...law.book.decisions, outcome: [gives('nothing', {}, { advice: 'no-way' })] },
      collections: { warnings: [adds('late', { contract: 'fixed-term', outcome: 'nothing' })] },
    });
    const { handIn, warnings } = answerOf(nowhere, { contract: 'unknown' });
    expect(handIn.id).toBe('nothing');
    expect(told(warnings)).toEqual(['no-way', 'late 50 if contract fixed-term']);
  });

  it('tells of a question the earliest date that its answer can have, each once, by name', () => {
    const by = smallLaw({
      collections: {
        ...law.book.collections,
        deadlines: [
          dated('z', 'eight-days', { contract: 'open-ended' }),
          dated('m', 'three-months-to-stay', { contract: 'open-ended', office: 'post-office' }, 'm-late'),
          dated('m', 'month-to-stay', { contract: 'open-ended', office: 'questura' }, 'm-soon'),
          dated('k', 'eight-days', { contract: 'open-ended' }),
        ],
      },
    });
    const { depends } = answerOf(by, { contract: 'unknown', office: 'unknown' });
    expect(depends?.[0]?.answers.map(({ dates }) => dates.map(({ id, date }) => `${id} ${date}`))).toEqual([
      ['k 2026-11-28', 'm 2026-12-20', 'z 2026-11-28'],
      [],
    ]);
  });

  it('asks for as many of a paper as any answer, whichever is shown', () => {
    const papers = (few: string, many: string) => {
      const documents = [
        adds('photos', { contract: 'open-ended' }, { id: 'a', pile: 'counter', count: few }),
        adds('photos', { contract: 'fixed-term' }, { id: 'b', pile: 'counter', count: many }),
        adds('copy', {}, { pile: 'envelope' }),
      ];
      return told(
        answerOf(smallLaw({ collections: { ...law.book.collections, documents } }), { contract: 'unknown' })
          .documents,
      );
    };
    expect(papers('some-months', 'photo-number')).toEqual([
      'envelope copy applicant',
      'counter photos applicant 4',
    ]);
    expect(papers('photo-number', 'some-months')).toEqual([
      'envelope copy applicant',
      'counter photos applicant 4',
    ]);
  });

  it('has a paper in every pile of one way, and in one pile where the ways differ', () => {
    const by = (routes: boolean) =>
      smallLaw({
        ...(routes ? {} : { decisions: { ...law.book.decisions, route: [gives('post', {})] } }),
        collections: {
          ...law.book.collections,
          fees: [adds('card', { office: 'questura' }, { amount: 'card-price' })],
          documents: [
            adds('passport', { office: 'post-office' }, { id: 'by-post', pile: 'collection' }),
            adds('passport', { office: 'questura' }, { id: 'at-desk', pile: 'appointment' }),
          ],
        },
      });
    const papers = (rulebook: Rulebook) => told(answerOf(rulebook, { office: 'unknown' }).documents);
    expect(papers(by(true))).toEqual(['appointment passport applicant']);
    expect(papers(by(false))).toEqual(['appointment passport applicant', 'collection passport applicant']);
  });
});
