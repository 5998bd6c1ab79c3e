import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { answerWriter } from '../../src/render/json-text.ts';
import { jsonOf } from '../../src/render/json.ts';
import { LineTexts } from '../../src/render/line-texts.ts';
import { Utf8 } from '../../src/render/utf8.ts';
import { anyCase } from '../helpers/any-case.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';

/** What a writer writes, as text. */
function written(write: (to: Utf8) => void): string {
  const to = new Utf8();
  write(to);
  return new TextDecoder().decode(to.take());
}

const rulebook = ownRulebook();

describe('answers as text', () => {
  it.each([en, italian])('are what JSON.stringify gives ($language)', (messages) => {
    const write = answerWriter(rulebook, messages);
    fc.assert(
      fc.property(anyCase(rulebook.book), (raw) => {
        const answer = ownAnswer(raw);
        const plain = JSON.stringify(jsonOf(answer, rulebook, messages, { form: false }));
        // once as the first of its kind, once from what was kept
        for (const _ of [1, 2])
          expect(
            written((to) => {
              write(answer, to);
            }),
          ).toBe(plain);
      }),
      { numRuns: 150 },
    );
  });
});

describe('lines as text', () => {
  const anyLine = fc.record(
    {
      id: fc.constantFrom('a', 'b'),
      person: fc.constantFrom('applicant', 'family-1'),
      rule: fc.constantFrom('r1', 'r2'),
      sources: fc.array(fc.record({ id: fc.constantFrom('x', 'y'), at: fc.constantFrom('1', undefined) }), {
        maxLength: 2,
      }),
      alternatives: fc.array(
        fc.record({ when: fc.constantFrom('w'), value: fc.constantFrom(1, '1', null) }),
        {
          maxLength: 2,
        },
      ),
      count: fc.oneof(fc.integer(), fc.record({ from: fc.string() })),
      date: fc.string(),
      values: fc.dictionary(fc.constantFrom('p', 'q'), fc.integer({ min: 0, max: 2 })),
    },
    { requiredKeys: ['id', 'rule'] },
  );

  it('never take the text of a line that differs', () => {
    const texts = new LineTexts<{ rule: string }>((line) => ({ ...line, text: 'said' }));
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(
          written((to) => {
            texts.write(line, to);
          }),
        ).toBe(JSON.stringify({ ...line, text: 'said' }));
      }),
      { numRuns: 3_000 },
    );
  });
});
