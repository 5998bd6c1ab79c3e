import { describe, expect, it } from 'vitest';
import { edgeProblems } from '../../src/assess/edges.ts';
import { runExample, unreachedRules } from '../../src/assess/examples.ts';
import { RulebookError } from '../../src/errors.ts';
import { checkBook } from '../../src/rulebook/check.ts';
import { ownBook } from '../helpers/rulebook.ts';
import { bookWith, ownFiles } from '../helpers/small-book.ts';
import { mergeRules } from '../../src/rulebook/merge.ts';

const { rulebook, examples, edges } = ownBook();

describe('the book that ships', () => {
  it('has nothing wrong with it', () => {
    expect(checkBook(rulebook)).toEqual([]);
  });

  it.each(
    examples.map((example) => [`${example.place.file}:${example.place.line} ${example.name}`, example]),
  )('%s', (_, example) => {
    expect(runExample(example, rulebook)).toEqual([]);
  });

  it('holds on every edge of its rules, and an example reaches each of them', () => {
    expect(edgeProblems(edges, examples, rulebook)).toEqual([]);
    expect(unreachedRules(examples, rulebook)).toEqual([]);
  });
});

describe('an edge that does not hold', () => {
  const [edge] = edges.filter(
    ({ applies, not, says }) => applies.length > 0 && not.length > 0 && says.length > 0,
  );
  if (!edge) throw new Error('no edge has both sides');
  const nobody = { born: 'never' };

  it.each<[string, Partial<typeof edge>, RegExp]>([
    [
      'of a rule that is not there',
      { rule: 'fees/fees/nothing' },
      /edge of fees.fees.nothing: no rule is called so/,
    ],
    ['like an example that is not there', { like: 'nobody' }, /no example is called nobody/],
    ['inside what is outside', { applies: edge.not, not: [] }, /it does not apply/],
    ['outside what is inside', { applies: [], not: edge.applies }, /it applies/],
    ['that says something else', { says: ['a-line'] }, /it does not say a-line/],
    ['that shows something else', { shows: { 'a-value': 5 } }, /should show a-value as 5 and shows nothing/],
    ['about somebody else', { to: ['family-9'] }, /applies to applicant.*, not to family-9/],
    ['of a case that cannot be read', { applies: [nobody], not: [] }, /there is no case: born/],
  ])('%s is told', (_, change, message) => {
    const messages = edgeProblems([{ ...edge, ...change }], examples, rulebook).map((one) => one.message);
    expect(messages.join('\n')).toMatch(message);
  });

  it('is not told of two examples of one name in silence', () => {
    const [first] = examples;
    if (!first) throw new Error('no example');
    const twice = [...examples, { ...first, case: {} }];
    expect(edgeProblems([], twice, rulebook).map(({ message }) => message)).toEqual([
      `two examples are called ${first.name}`,
    ]);
  });

  it('is told where no example reaches a rule', () => {
    const messages = unreachedRules([], rulebook).map(({ message }) => message);
    expect(messages).toContain(`no worked example reaches ${edge.rule}`);
  });
});

const rule = (text: string) => ({ path: 'extra.yaml', text: `rules:\n${text}\n` });

describe('a book with a fault', () => {
  it.each<[string, Parameters<typeof bookWith>[0], RegExp]>([
    [
      'a source that nobody knows',
      { add: rule('  rights:\n    - { add: stay-on-receipt, source: no-such-act art. 1, sure: single }') },
      /cites no-such-act/,
    ],
    [
      'an exception to a rule that does not exist',
      {
        add: rule(
          '  route:\n    - { id: x, give: questura, overrides: routes/route/nothing, when: { office: questura, reason: study }, source: tui, sure: single }',
        ),
      },
      /no rule of route is called routes\/route\/nothing/,
    ],
    [
      'an amount that nobody defines',
      { file: 'fees.yaml', replace: ['amount: stamp-duty', 'amount: stamp-dutty'] },
      /no dated value is called stamp-dutty/,
    ],
    [
      'a dated series out of order',
      { file: 'fees.yaml', replace: ['{ from: 2013-06-26, is: 1600', '{ from: 2001-06-26, is: 1600'] },
      /2001-06-26 stands after 2006-12-11/,
    ],
    [
      'a document in no pile',
      { file: 'common.yaml', replace: ['pile: counter', 'pile: pocket'] },
      /no pile pocket/,
    ],
    [
      'wording that is missing',
      { add: rule('  rights:\n    - { add: right-to-sing, source: tui, sure: single }') },
      /the wording rights.right-to-sing is missing/,
    ],
    [
      'a dispute without a description',
      { add: rule('  rights:\n    - { add: stay-on-receipt, source: tui, sure: disputed, dispute: moon }') },
      /cites the dispute moon/,
    ],
  ])('%s', (_, change, message) => {
    const found = checkBook(bookWith(change)).map((problem) => problem.message);
    expect(
      found.some((text) => message.test(text)),
      found.join('\n'),
    ).toBe(true);
  });

  it.each<[string, string, RegExp]>([
    ['an unknown fact', 'when: { colour: red }', /no fact is called colour/],
    ['an unknown member', 'when: { reason: studdy }', /reason is never studdy/],
    ['a range that is empty', 'when: { age: "9..3" }', /9\.\.3 is empty/],
    ['a day that does not exist', 'when: { filing: "2026-02-30.." }', /2026-02-30 is not a day/],
    ['none of a fact that is always there', 'when: { age: none }', /age is never absent/],
  ])('%s', (_, when, message) => {
    const add = rule(`  rights:\n    - { add: stay-on-receipt, ${when}, source: tui, sure: single }`);
    expect(() => bookWith({ add })).toThrow(message);
  });
});

describe('an error in a rule file', () => {
  const errorsOf = (text: string) => {
    try {
      mergeRules([...ownFiles(), { path: 'extra.yaml', text }]);
    } catch (error) {
      return (error as RulebookError).problems;
    }
    return [];
  };

  it.each([
    ['broken YAML', 'rules:\n  rights: ]\n', 2],
    ['an unknown section', 'rulez: {}\n', 1],
    ['a rule without a source', 'rules:\n  rights:\n    - { add: x, sure: single }\n', 3],
    ['a sureness that does not exist', 'rules:\n  rights:\n    - { add: x, source: tui, sure: maybe }\n', 3],
    [
      'a set that nobody declares',
      'rules:\n  rights:\n    - { add: x, source: tui, sure: single, when: { reason: $nobody } }\n',
      3,
    ],
    [
      'an id that another file defines',
      'values:\n  card-price: { unit: cents, looked-up-on: filing, series: [{ from: 2006-01-01, is: 1, source: tui, sure: single, checked: 2026-01-01 }] }\n',
      2,
    ],
  ])('%s is shown with file, line and the line itself', (_, text, line) => {
    const [problem] = errorsOf(text);
    expect(problem).toMatchObject({ file: 'extra.yaml', line });
    expect(problem?.excerpt).toBe(text.split('\n')[line - 1]);
  });
});
