import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { FIELD_KINDS, kebab, type FieldName } from '../../src/case/case.ts';
import { addDays } from '../../src/case/plain-date.ts';
import { readCase } from '../../src/case/read-case.ts';
import { rawFields, readAnswers, type Answer, type AnswerValue } from '../../src/questions/answers.ts';
import { nextQuestion, type Asked } from '../../src/questions/next.ts';
import { caseDomains } from '../../src/rulebook/rulebook.ts';
import { ownSetting, TODAY } from '../helpers/interview.ts';

const setting = ownSetting();
const { book } = setting.rulebook;
const domains = caseDomains(book);
/** More than any interview can have: every field once, three things of each of three relatives. */
const MOST_QUESTIONS = 30;
const MOST_RELATIVES = 3;

/** Any answer that a person could give to a question. */
function anyAnswer({ id, optional, members, leads, latest }: Asked): fc.Arbitrary<AnswerValue> {
  const name = id.split('.').at(-1) as FieldName;
  const open = optional ? [fc.constant(undefined)] : [];
  if (leads) return fc.constantFrom(...leads);
  if (id.endsWith('.relation')) {
    if (id.startsWith(`family.${MOST_RELATIVES}`)) return fc.constant(undefined);
    return fc.oneof(...open, fc.constantFrom(...(book.fields['relation']?.values ?? [])));
  }
  if (members) return fc.oneof(...open, fc.constantFrom(...members));
  switch (FIELD_KINDS[name]) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(...open, fc.integer({ min: 1, max: 120 }));
    case 'country':
      return fc.oneof(fc.constantFrom('IN', 'MA', 'FR', 'IT', 'GB', 'UA', 'stateless'), fc.constantFrom(...book.countries));
    case 'province':
      return fc.oneof(...open, fc.constantFrom('BZ', 'RM', 'MI'), fc.constantFrom(...Object.keys(book.provinces)));
    case 'reason':
      return fc.oneof(...open, fc.constantFrom(...Object.keys(book.reasons)));
    default: {
      const past = latest ? 30_000 : 900;
      const day = fc.integer({ min: -past, max: latest ? 0 : 900 }).map((days) => addDays(TODAY, days));
      return fc.oneof(...open, day);
    }
  }
}

/** What comes out for a case, without the case itself. */
function resultOf(answers: readonly Answer[]): string | undefined {
  const read = readCase(rawFields(readAnswers(book, answers), TODAY), domains, TODAY);
  return 'ok' in read ? JSON.stringify({ ...assess(read.ok, setting.rulebook), case: undefined }) : undefined;
}

/** Any interview with the questions that came up, and the answers before each. */
const anyInterview = fc.gen().map((draw) => {
  const answers: Answer[] = [];
  const steps: { asked: Asked; before: Answer[] }[] = [];
  for (;;) {
    const asked = nextQuestion(setting, answers);
    if (!asked || steps.length > MOST_QUESTIONS) return { answers, steps };
    steps.push({ asked, before: [...answers] });
    answers.push({ id: asked.id, value: draw(() => anyAnswer(asked)) });
  }
});

describe('any interview', () => {
  it('ends with a case that can be answered', () => {
    fc.assert(
      fc.property(anyInterview, ({ answers, steps }) => {
        expect(steps.length).toBeLessThanOrEqual(MOST_QUESTIONS);
        expect(new Set(steps.map(({ asked }) => asked.id)).size).toBe(steps.length);
        expect(resultOf(answers)).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });

  it('asks no optional question whose answers all lead to the same result', () => {
    fc.assert(
      fc.property(anyInterview, ({ steps }) => {
        for (const { asked, before } of steps.filter((step) => step.asked.optional && !step.asked.leads)) {
          expect(witnesses(asked, before), `${asked.id} after ${JSON.stringify(before)}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('asks for nothing after an answer that no further field could change', () => {
    fc.assert(
      fc.property(anyInterview, fc.constantFrom(...optionalFields()), fc.gen(), ({ answers }, name, draw) => {
        if (answers.some(({ id }) => id === name || id.startsWith(`${name}.`))) return;
        const asked = { id: name, optional: true, ...membersOf(name) };
        const value = draw(() => anyAnswer(asked));
        const changed = resultOf([...answers, { id: name, value }]);
        // a field that was not asked for changes nothing
        if (changed !== undefined) expect(changed).toBe(resultOf(answers));
      }),
      { numRuns: 60 },
    );
  });
});

/** How many results the answers to a question lead to, looked for by chance and with the others left open. */
function witnesses(asked: Asked, before: readonly Answer[]): number {
  const tried = fc.sample(anyAnswer(asked), { numRuns: 150, seed: 1 });
  const results = new Set<string>();
  for (const value of tried) {
    const born: Answer[] = asked.id.endsWith('.relation') ? [{ id: asked.id.replace('relation', 'born') as Answer['id'], value: '1990-01-01' }] : [];
    const result = resultOf([...before, { id: asked.id, value }, ...born]);
    if (result !== undefined) results.add(result);
    if (results.size > 1) break;
  }
  return results.size;
}

function optionalFields(): FieldName[] {
  return (Object.keys(FIELD_KINDS) as FieldName[]).filter(
    (name) => name !== 'family' && book.fields[kebab(name)]?.ask !== undefined,
  );
}

function membersOf(name: FieldName): Pick<Asked, 'members'> {
  const values = book.fields[kebab(name)]?.values;
  return values ? { members: values } : {};
}
