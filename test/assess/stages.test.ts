import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { edgeCases } from '../../src/assess/edges.ts';
import { figuresOf } from '../../src/assess/figures.ts';
import type { Case } from '../../src/case/case.ts';
import { readCase, type RawFields } from '../../src/case/read-case.ts';
import { caseDomains, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { anyCase } from '../helpers/any-case.ts';
import { TODAY } from '../helpers/interview.ts';
import { ownBook } from '../helpers/rulebook.ts';

const { rulebook, examples, edges } = ownBook();
const domains = caseDomains(rulebook.book);

/** A case without answers that are tried one by one. */
function caseOf(raw: RawFields): Case | undefined {
  const read = readCase(raw, domains, TODAY);
  return 'ok' in read && read.ok.unknown === undefined ? read.ok : undefined;
}

/** The book as someone has it who never asked anything before. */
function unasked(): Rulebook {
  return Object.create(rulebook) as Rulebook;
}

function expectSame(cases: readonly Case[]): void {
  for (const one of cases)
    expect(figuresOf(one, rulebook), JSON.stringify(one)).toEqual(figuresOf(one, unasked()));
}

describe('what is known from cases before', () => {
  it('changes no figure of an example or of a case on the edge of a rule', () => {
    const raws = [...examples.map((example) => example.case), ...edgeCases(edges, examples)];
    expectSame(raws.flatMap((raw) => caseOf(raw) ?? []));
  });

  it('changes nothing of a whole answer', () => {
    for (const example of examples.slice(0, 300)) {
      const one = caseOf(example.case);
      if (one) expect(assess(one, rulebook)).toEqual(assess(one, unasked()));
    }
  });

  it('changes no figure of a case that is like another but for one field', () => {
    fc.assert(
      fc.property(anyCase(rulebook.book), anyCase(rulebook.book), (raw, other) => {
        const neighbours = Object.keys(raw).map((name) => ({ ...raw, [name]: other[name] ?? null }));
        expectSame([raw, ...neighbours].flatMap((one) => caseOf(one) ?? []));
      }),
      { numRuns: 150 },
    );
  });
});
