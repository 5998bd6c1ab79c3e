import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asGiven, kebab, UNKNOWN, type FieldName } from '../../src/case/case.ts';
import type { PlainDate } from '../../src/case/plain-date.ts';
import { readCase } from '../../src/case/read-case.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';

const rulebook = ownRulebook();
const { book } = rulebook;
const domains = caseDomains(book);
const TODAY = '2026-11-22' as PlainDate;

/** Fields that may be unknown, each with any answer that can be given. */
const ANSWERS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  contract: fc.constantFrom(...(book.fields.contract?.values ?? [])),
  domestic: fc.boolean(),
  role: fc.constantFrom(...(book.fields.role?.values ?? [])),
  months: fc.integer({ min: 1, max: 120 }),
  income: fc.boolean(),
  visa: fc.constantFrom(...(book.fields.visa?.values ?? [])),
  office: fc.constantFrom(...(book.fields.office?.values ?? [])),
  province: fc.constantFrom(...Object.keys(book.provinces)),
};
const NAMES = Object.keys(ANSWERS);

/** A case, fields of it that nobody knows, and one of the answers that they can turn out to have. */
const anyOpenCase = fc
  .record({
    fields: anyCase(book),
    open: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
    answers: fc.record(ANSWERS),
  })
  .map(({ fields, open, answers }) => {
    const unknown = Object.fromEntries(open.map((name) => [name, UNKNOWN]));
    const known = Object.fromEntries(open.map((name) => [name, answers[name]]));
    return { open: { ...fields, ...unknown }, known: { ...fields, ...known } };
  });

const keys = (lines: readonly { id: string; person?: string }[]) =>
  lines.map(({ id, person }) => `${id} ${person ?? ''}`);

describe('an answer that nobody knows', { timeout: 120_000 }, () => {
  it('is allowed for exactly the fields that the book says', () => {
    expect(domains.unknown.toSorted()).toEqual(NAMES.map(kebab).toSorted());
  });

  it('never yields a narrower list, a later date, a lower cost or one right more than any known answer', () => {
    fc.assert(
      fc.property(anyOpenCase, ({ open, known }) => {
        const [wide, narrow] = [ownAnswer(open), ownAnswer(known)];
        expect(keys(wide.documents)).toEqual(expect.arrayContaining(keys(narrow.documents)));
        expect(keys(wide.forms)).toEqual(expect.arrayContaining(keys(narrow.forms)));
        expect(keys(wide.steps)).toEqual(expect.arrayContaining(keys(narrow.steps)));
        expect(keys(wide.warnings)).toEqual(expect.arrayContaining(keys(narrow.warnings)));
        expect(keys(narrow.rights)).toEqual(expect.arrayContaining(keys(wide.rights)));
        expect(wide.fees.totalCents).toBeGreaterThanOrEqual(narrow.fees.totalCents);
        for (const line of narrow.documents) {
          const same = wide.documents.filter(({ id, person }) => id === line.id && person === line.person);
          expect(Math.max(...same.map(({ count = 0 }) => count))).toBeGreaterThanOrEqual(line.count ?? 0);
        }
        for (const { id, date } of narrow.deadlines) {
          const safe = wide.deadlines.find((line) => line.id === id)?.date;
          expect(safe !== undefined && safe <= date, `${id} ${date} ${safe}`).toBe(true);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('repeats no paper in one pile, keeps the sum of the fees, and can be given again as it is echoed', () => {
    fc.assert(
      fc.property(anyOpenCase, ({ open }) => {
        const answer = ownAnswer(open);
        const papers = answer.documents.map(({ id, person, pile }) => `${id} ${person} ${pile}`);
        expect(new Set(papers).size).toBe(papers.length);
        const sum = answer.fees.lines.reduce((total, { cents }) => total + cents, 0);
        expect(sum).toBe(answer.fees.totalCents);
        expect(ownAnswer(asGiven(answer.case))).toEqual(answer);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what depends on it', () => {
  const EMPLOYEE = {
    procedure: 'first-issue',
    reason: 'employment',
    entry: '2026-11-20',
    born: '1990-01-01',
    citizenship: 'MA',
    on: '2026-11-22',
  };

  it('is told answer by answer, with what is common left out', () => {
    const { depends, permit, fees } = ownAnswer({ ...EMPLOYEE, contract: UNKNOWN });
    expect(depends).toHaveLength(1);
    expect(depends?.[0]).toMatchObject({
      field: 'contract',
      answers: [
        { values: ['open-ended'], months: [24, 24] },
        { values: ['fixed-term'], months: [12, 12] },
      ],
    });
    const [longer, shorter] = depends?.[0]?.answers ?? [];
    expect(permit?.maxMonths).toBe(24);
    expect(longer?.totalCents).toEqual([fees.totalCents, fees.totalCents]);
    expect(shorter?.totalCents[0]).toBeLessThan(fees.totalCents);
  });

  it('stands at the lines that not every answer has, and only there', () => {
    const { documents, steps } = ownAnswer({ ...EMPLOYEE, contract: 'open-ended', visa: UNKNOWN });
    const visaPage = documents.filter(({ only }) => only !== undefined);
    expect(visaPage.every(({ only }) => only?.[0]?.field === 'visa')).toBe(true);
    expect(visaPage.length).toBeGreaterThan(0);
    expect(steps.some(({ only }) => only === undefined)).toBe(true);
  });

  it('is nothing where the answer cannot matter', () => {
    const student = { ...EMPLOYEE, reason: 'study', months: 12 };
    const open = ownAnswer({ ...student, contract: UNKNOWN, role: UNKNOWN });
    expect(open.depends).toEqual([]);
    expect({ ...open, case: undefined, depends: undefined }).toEqual({
      ...ownAnswer(student),
      case: undefined,
      depends: undefined,
    });
  });

  it('joins lengths with the same result', () => {
    const { depends } = ownAnswer({ ...EMPLOYEE, contract: 'fixed-term', months: UNKNOWN });
    const lengths = depends?.[0]?.answers.map(({ values }) => [values[0], values.at(-1)]);
    expect(lengths?.[0]?.[0]).toBe(1);
    expect(lengths?.at(-1)?.[1]).toBe(120);
    expect(lengths?.length).toBeLessThan(8);
  });

  it.each(['born', 'citizenship', 'entry', 'expiry', 'jobEnd', 'procedure', 'reason'] as FieldName[])(
    'cannot be %s, which must be known',
    (field) => {
      const read = readCase({ ...EMPLOYEE, contract: 'open-ended', [field]: UNKNOWN }, domains, TODAY);
      expect('problems' in read && read.problems.map(({ path }) => path)).toContain(field);
    },
  );
});
