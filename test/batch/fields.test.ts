import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnswerer } from '../../src/batch/answer.ts';
import { DEFAULT_FIELDS, readFields, SHORT_NAMES, readerAt } from '../../src/batch/fields.ts';
import type { Plan } from '../../src/batch/plan.ts';
import type { PlainDate } from '../../src/case/plain-date.ts';
import { en } from '../../src/messages/en.ts';
import { Utf8 } from '../../src/render/utf8.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

const rulebook = ownRulebook();
const NAMES = [
  ...DEFAULT_FIELDS,
  ...[
    'schema',
    'on',
    'language',
    'rulebook.version',
    'case',
    'outcome',
    'permit',
    'permit.text',
    'handIn.text',
  ],
  ...[
    'kits',
    'fees',
    'fees.payments.slip.cents',
    'fees.lines.id',
    'fees.lines.contribution.text',
    'forms',
    'steps',
  ],
  ...['rights.id', 'warnings', 'disputes.id', 'disputes', 'deadlines', 'deadlines.renewal-recommended.text'],
  ...['deadlines.id', 'deadlines.renewal-recommended.workingDay', 'headline', 'headline.text', 'family'],
];

function answers(fields: readonly string[] | undefined) {
  const read = fields && readFields(fields, [], rulebook);
  if (read && 'problems' in read) throw new Error(JSON.stringify(read.problems));
  const plan: Plan = {
    on: '2026-11-22' as PlainDate,
    input: { kind: 'jsonl' },
    carry: [],
    output: { kind: 'jsonl', columns: read?.columns },
    strict: false,
  };
  const answerer = makeAnswerer(plan, rulebook, en, undefined);
  return (line: string) => {
    const to = new Utf8();
    answerer.record(line, 1, to);
    return JSON.parse(new TextDecoder().decode(to.take())) as Record<string, unknown>;
  };
}

describe('chosen columns', () => {
  it('hold what the whole answer holds', () => {
    const [whole, all] = [answers(undefined), answers(NAMES)];
    const single = NAMES.map((name) => [name, answers([name])] as const);
    fc.assert(
      fc.property(anyCase(rulebook.book), (raw) => {
        const line = JSON.stringify(raw);
        const answer = whole(line);
        const expected = Object.fromEntries(
          NAMES.map((name) => {
            const inCase = (answer.case as Record<string, unknown>)[name];
            const path = (SHORT_NAMES[name] ?? name).split('.');
            const value = name in (answer.case as object) ? inCase : readerAt(path)(answer);
            return [name, value ?? null];
          }),
        );
        expect(all(line)).toEqual(expected);
        // asked for alone, without the lists that others need
        for (const [name, answerOf] of single) expect(answerOf(line)).toEqual({ [name]: expected[name] });
      }),
      { numRuns: 30 },
    );
  });

  it.each(['totalcents', 'deadlines.nothing', 'documents..id', 'surname', 'case.name'])(
    'are refused where they mean nothing: %s',
    (name) => {
      expect(readFields([name], [], rulebook)).toMatchObject({
        problems: [{ code: 'unknown-output', value: name }],
      });
    },
  );
});
