import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { FIELD_KINDS, kebab, type FieldName } from '../../src/case/case.ts';
import { addDays } from '../../src/case/plain-date.ts';
import { readCase } from '../../src/case/read-case.ts';
import {
  isAsked,
  rawFields,
  readAnswers,
  type Answer,
  type AnswerValue,
} from '../../src/questions/answers.ts';
import { nextQuestion, type Asked } from '../../src/questions/next.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { ownSetting, TODAY } from '../helpers/interview.ts';

const setting = ownSetting();
const { book } = setting.rulebook;
const domains = caseDomains(book);
/** More than any interview can have: every field once, three things of each relative. */
const MOST_QUESTIONS = 30;
const MOST_RELATIVES = 3;

/** One of the answers that a person could give to a question; the number decides which. */
function anyAnswer({ id, optional, members, leads, latest }: Asked, roll: number): AnswerValue {
  const of = <T>(values: readonly T[]) => values[roll % values.length];
  const open = optional ? [undefined] : [];
  const name = id.split('.').at(-1) as FieldName;
  if (leads) return of(leads);
  if (id.endsWith('.relation')) {
    return of([undefined, ...(book.fields.relation?.values ?? [])]);
  }
  if (members) return of([...open, ...members]);
  switch (FIELD_KINDS[name]) {
    case 'boolean':
      return of([true, false]);
    case 'integer':
      return of([...open, ...Array.from({ length: 120 }, (_, index) => index + 1)]);
    case 'country':
      // mostly people who need a permit
      return of(['IN', 'MA', 'BD', 'US', 'stateless', 'IN', 'GB', 'UA', 'CN', 'PE', 'FR', 'IT']);
    case 'province':
      return of([...open, 'BZ', 'RM', ...Object.keys(book.provinces)]);
    case 'reason':
      return of([...open, ...Object.keys(book.reasons)]);
    default:
      if (optional && roll % 4 === 0) return undefined;
      return addDays(TODAY, latest ? -(roll % 25_000) : (roll % 1200) - 600);
  }
}

/** What comes out for a case, without the case itself. */
function resultOf(answers: readonly Answer[]): string | undefined {
  const read = readCase(rawFields(readAnswers(book, answers), TODAY), domains, TODAY);
  return 'ok' in read ? JSON.stringify({ ...assess(read.ok, setting.rulebook), case: undefined }) : undefined;
}

/** Any interview with the questions that came up, and the answers before each. */
const anyInterview = fc
  .array(fc.nat(), { minLength: MOST_QUESTIONS, maxLength: MOST_QUESTIONS })
  .map((rolls) => {
    const answers: Answer[] = [];
    const steps: { asked: Asked; before: Answer[] }[] = [];
    for (const roll of rolls) {
      const asked = nextQuestion(setting, answers);
      if (!asked) return { answers, steps, ended: true };
      steps.push({ asked, before: [...answers] });
      const enough = asked.id.startsWith(`family.${MOST_RELATIVES}`);
      answers.push({ id: asked.id, value: enough ? undefined : anyAnswer(asked, roll) });
    }
    return { answers, steps, ended: false };
  });

/** Ways in which the interview could go on after a question: left open, or with somebody who applies too. */
const AFTERWARDS: readonly (readonly Answer[])[] = [
  [],
  ...['1990-01-01', '2010-01-01', '2020-01-01'].map((born): Answer[] => [
    { id: 'family.0.relation', value: 'spouse' },
    { id: 'family.0.born', value: born },
    { id: 'family.0.income', value: true },
  ]),
  [{ id: 'visa', value: 'c' }],
  [{ id: 'income', value: true }],
  [{ id: 'domestic', value: true }],
];

/** Whether two answers to the question lead to two results, however the interview goes on. */
function canChange({ asked, before }: { asked: Asked; before: readonly Answer[] }): boolean {
  return AFTERWARDS.some((after) => {
    const found = new Set<string>();
    const rolls = after.length === 0 ? 1200 : 200;
    for (let roll = 0; roll < rolls && found.size < 2; roll++) {
      const answers: Answer[] = [...before, ...after, { id: asked.id, value: anyAnswer(asked, roll) }];
      if (asked.id.endsWith('.relation')) {
        answers.push({ id: asked.id.replace('relation', 'born') as Answer['id'], value: '1990-01-01' });
      }
      const result = resultOf(answers);
      if (result !== undefined) found.add(result);
    }
    return found.size > 1;
  });
}

describe('any interview', { timeout: 60_000 }, () => {
  it('ends, never asks twice, and makes a case that can be answered', () => {
    fc.assert(
      fc.property(anyInterview, ({ answers, steps, ended }) => {
        expect(ended).toBe(true);
        expect(new Set(steps.map(({ asked }) => asked.id)).size).toBe(steps.length);
        expect(resultOf(answers)).toBeDefined();
      }),
      { numRuns: 80 },
    );
  });

  it('asks no optional question whose answers all lead to the same result', () => {
    fc.assert(
      fc.property(anyInterview, ({ steps }) => {
        for (const step of steps.filter(({ asked }) => asked.optional && !asked.leads)) {
          expect(canChange(step), `${step.asked.id} after ${JSON.stringify(step.before)}`).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('leaves out no question that could still have changed the result', () => {
    const fields = (Object.keys(FIELD_KINDS) as FieldName[]).filter(
      (name) => name !== 'family' && book.fields[kebab(name)]?.ask !== undefined,
    );
    fc.assert(
      fc.property(anyInterview, fc.constantFrom(...fields), fc.nat(), ({ answers }, id, roll) => {
        const known = readAnswers(book, answers);
        // a date that this interview does not ask for is added at the review
        if (known.fields.has(id) || !isAsked(book, id, known)) return;
        const members = book.fields[kebab(id)]?.values;
        const value = anyAnswer({ id, optional: true, ...(members && { members }) }, roll);
        const changed = resultOf([...answers, { id, value }]);
        if (changed !== undefined) expect(changed, `${id} = ${value}`).toBe(resultOf(answers));
      }),
      { numRuns: 120 },
    );
  });
});
