import { describe, expect, it } from 'vitest';
import { caseReader, type Answered } from '../../src/assess/answered.ts';
import type { RawFields } from '../../src/case/read-case.ts';
import { mergeRules } from '../../src/rulebook/merge.ts';
import { openRulebook, type Rulebook } from '../../src/rulebook/rulebook.ts';
import type { Finding, Kind } from '../../src/proof/finding.ts';
import { proveTables } from '../../src/proof/prove-tables.ts';
import { proveValues } from '../../src/proof/prove-values.ts';
import { provingOf, type Proving } from '../../src/proof/proving.ts';
import { ownBook } from '../helpers/rulebook.ts';
import { ownFiles } from '../helpers/small-book.ts';

/** A change of the own files: further ones, or a text in one of them replaced. */
interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const cases = ownBook().examples.map((example) => example.case);

/** A broken copy of the own book. */
function broken({ file, from, to }: Change) {
  const files = ownFiles().map((one) => {
    if (one.path !== file) return one;
    expect(one.text).toContain(from);
    return { ...one, text: one.text.replace(from, to) };
  });
  const { book, written } = mergeRules(files);
  return { rulebook: openRulebook({ ...book, digest: '' }), written };
}

/** What a proof finds in a broken copy, with the answer that the copy gives to the case that it shows. */
function found(
  rulebook: Rulebook,
  prove: (proving: Proving) => readonly Finding[],
  kind: Kind,
): { finding: Finding; answered: Answered } {
  const [finding] = prove(provingOf(rulebook, cases)).filter((one) => one.kind === kind);
  if (!finding?.case) throw new Error(`no case shows a finding of the kind ${kind}`);
  return { finding, answered: caseReader(rulebook)(finding.case) };
}

/** No field can be taken away without losing what the case shows. */
function cannotDoWithout(raw: RawFields, shows: (raw: RawFields) => boolean): void {
  for (const name of Object.keys(raw).filter((one) => one !== 'on')) {
    expect(shows(Object.fromEntries(Object.entries(raw).filter(([key]) => key !== name))), name).toBe(false);
  }
}

describe('a broken copy of the book', () => {
  it('has a gap in a table: a case is shown for which no rule applies', () => {
    const { rulebook } = broken({ file: 'fees.yaml', from: 'age: "14.."', to: 'age: "15.."' });
    const { finding, answered } = found(rulebook, proveTables, 'gap');
    expect(finding).toMatchObject({ verdict: 'refuted', place: { file: 'fees.yaml' } });
    expect(finding.message).toContain('table kit: no rule applies, for { age: 14');
    expect(answered).toMatchObject({ gap: { table: 'kit', rules: [] } });
    const read = caseReader(rulebook);
    cannotDoWithout(finding.case ?? {}, (raw) => 'gap' in read(raw));
  });

  it('has an overlap in a table: a case is shown to which two rules apply', () => {
    const change = { from: 'age: "..13", person: relative', to: 'age: "..14", person: relative' };
    const { rulebook } = broken({ file: 'fees.yaml', ...change });
    const { finding, answered } = found(rulebook, proveTables, 'overlap');
    expect(finding.message).toContain(
      'these rules apply together: fees/kit/own, fees/kit/carried, for { age: 14',
    );
    expect(answered).toMatchObject({ gap: { table: 'kit', rules: ['fees/kit/own', 'fees/kit/carried'] } });
  });

  it('has a value with a hole: a case is shown that needs it on a day on which there is none', () => {
    const { rulebook } = broken({
      file: 'fees.yaml',
      from: '{ from: 2006-05-05, is: 2750',
      to: '{ from: 2007-05-05, is: 2750',
    });
    const { finding, answered } = found(rulebook, proveValues, 'hole');
    expect(finding.message).toContain('card-price begins on 2007-05-05');
    expect(answered).toMatchObject({ gap: { value: 'card-price' } });
  });
});
