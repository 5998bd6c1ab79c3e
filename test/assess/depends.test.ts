import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assess/assessment.ts';
import { knownCases } from '../../src/assess/branches.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import { ownAnswer, ownCase, WORKER } from '../helpers/own-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const rulebook = ownRulebook();
const NEWCOMER = {
  procedure: 'first-issue',
  reason: 'employment',
  contract: 'fixed-term',
  months: 18,
  entry: '2026-11-20',
  born: '1988-01-02',
  citizenship: 'BD',
};

/** What depends on a question, each answer in a line: values, months, total, and the lines that only it has. */
function told({ depends = [] }: Assessment): string[] {
  return depends.flatMap(({ field, answers }) =>
    answers.map(({ values, months, totalCents, lines }) =>
      [field, values.join(' '), months?.join('-'), totalCents.join('-'), ...lines.map(({ id }) => id)].join(
        ' | ',
      ),
    ),
  );
}

describe('what depends on a question that nobody answered', () => {
  it.each<[string, RawFields, string[]]>([
    [
      'the contract',
      { ...WORKER, contract: 'unknown' },
      [
        'contract | open-ended | 36-36 | 12646-12646 | three-years-at-most',
        'contract | fixed-term | 12-12 | 11646-11646',
      ],
    ],
    [
      'the visa, of which two answers share a paper and two a warning',
      { ...NEWCOMER, visa: 'unknown' },
      [
        'visa | d | 12-12 | 11646-11646 | visa-copy',
        'visa | c | 12-12 | 11646-11646 | visa-copy | entry-without-work-visa',
        'visa | none | 12-12 | 11646-11646 | entry-without-work-visa',
      ],
    ],
    ['the province, where no holiday of any falls into the term', { ...NEWCOMER, province: 'unknown' }, []],
    ['the office, which no rule of this case looks at', { ...WORKER, office: 'unknown' }, []],
  ])('%s is told answer by answer', (_, fields, expected) => {
    expect(told(ownAnswer(fields))).toEqual(expected);
  });

  it('puts months with the same result together, and tells where it changes', () => {
    const answer = ownAnswer({ ...WORKER, months: 'unknown' });
    const spans = (answer.depends?.[0]?.answers ?? []).map(({ values, months, totalCents }) => [
      [values[0], values.at(-1)],
      months,
      totalCents,
    ]);
    expect(spans).toEqual([
      [
        [1, 3],
        [1, 3],
        [4600, 4600],
      ],
      [
        [4, 12],
        [4, 12],
        [11646, 11646],
      ],
      [
        [13, 24],
        [13, 24],
        [12646, 12646],
      ],
      [
        [25, 120],
        [25, 36],
        [12646, 12646],
      ],
    ]);
  });

  it('covers the dearest and the longest list in the answer as a whole', () => {
    const answer = ownAnswer({ ...NEWCOMER, visa: 'unknown' });
    const has = (id: string) =>
      [...answer.documents, ...answer.warnings].filter((line) => line.id === id).length;
    expect(['visa-copy', 'entry-without-work-visa'].map(has)).toEqual([1, 1]);
    const open = ownAnswer({ ...WORKER, contract: 'unknown' });
    expect(open.fees.totalCents).toBe(12646);
    expect(open.case.unknown).toEqual(['contract']);
  });

  it('takes the dearer way in, keeps a paper in one pile of it, and says with which answer another is needed', () => {
    const fields = {
      procedure: 'conversion',
      reason: 'family-cohesion',
      from: 'study',
      expiry: '2027-02-20',
      born: '1985-01-01',
      citizenship: 'PE',
    };
    const open = ownAnswer({ ...fields, office: 'unknown' });
    const [post, desk] = ['post-office', 'questura'].map((office) => ownAnswer({ ...fields, office }));
    if (!post || !desk) throw new Error('no answer');
    expect([post, desk, open].map(({ handIn, fees }) => [handIn.id, fees.totalCents])).toEqual([
      ['post', 7646],
      ['questura', 4646],
      ['post', 7646],
    ]);
    const papers = (answer: Assessment) => answer.documents.map(({ id, pile }) => `${pile} ${id}`);
    const onlyAtTheDesk = desk.documents.filter(({ id }) => post.documents.every((other) => other.id !== id));
    expect(onlyAtTheDesk.map(({ id }) => id)).toEqual(['questura-slip']);
    expect(papers(open).toSorted()).toEqual([...papers(post), 'collection questura-slip'].sort());
    const piles = open.documents.map(({ pile }) => rulebook.book.piles.indexOf(pile));
    expect(piles).toEqual(piles.toSorted((a, b) => a - b));
    const only = open.documents.flatMap(({ id, only: when }) =>
      when ? [[id, ...when.flatMap((one) => one.values)]] : [],
    );
    expect(only).toEqual([
      ['postal-service-money', 'post-office'],
      ['post-receipt', 'post-office'],
      ['slip-stub', 'post-office'],
      ['news-since-filing', 'post-office'],
      ['post-receipt', 'post-office'],
      ['questura-slip', 'questura'],
    ]);
    // a right is sure only where every way has it
    const rights = (answer: Assessment) => answer.rights.map(({ id }) => id);
    expect(rights(open)).toEqual(rights(post).filter((id) => rights(desk).includes(id)));
    const orders = open.steps.map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
    const told = open.depends?.[0]?.answers.map(({ values, routes, totalCents }) => [
      values,
      routes,
      totalCents,
    ]);
    expect(told).toEqual([
      [['post-office'], ['post'], [7646, 7646]],
      [['questura'], ['questura'], [4646, 4646]],
    ]);
  });

  it('tries every combination of what matters, and nothing else', () => {
    const both = ownCase({ ...WORKER, contract: 'unknown', domestic: 'unknown', office: 'unknown' });
    const known = knownCases(both, rulebook).map(({ contract, domestic, unknown }) => [
      contract,
      domestic,
      unknown,
    ]);
    expect(known).toEqual([
      ['open-ended', false, undefined],
      ['open-ended', true, undefined],
      ['fixed-term', false, undefined],
      ['fixed-term', true, undefined],
    ]);
    const whole = ownCase(WORKER);
    expect(knownCases(whole, rulebook)).toEqual([whole]);
  });
});
