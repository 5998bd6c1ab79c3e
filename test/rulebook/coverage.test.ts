import { describe, expect, it } from 'vitest';
import { checkCoverage, type CoverageRow } from '../../src/rulebook/coverage.ts';
import { ownBook } from '../helpers/rulebook.ts';

const { rulebook, coverage } = ownBook();
const ROW: CoverageRow = {
  id: 's-1',
  seed: 'tui',
  says: 'A statement',
  at: ['deadlines/deadlines/renewal-last-tolerated'],
  place: { file: 'coverage.yaml', line: 7 },
};
const told = (...rows: CoverageRow[]) => checkCoverage(rows, rulebook.book).map(({ message }) => message);

describe('the coverage of the documents', () => {
  it('holds', () => {
    expect(coverage.length).toBeGreaterThan(300);
    expect(checkCoverage(coverage, rulebook.book)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['a rule', ['deadlines/deadlines/renewal-last-tolerated']],
    ['wording of every language', ['text/deadlines.renewal-last-tolerated']],
    ['an entry of a section', ['disputes/eight-days', 'values/renewal-tolerance']],
  ])('can point to %s', (_, at) => {
    expect(told({ ...ROW, at })).toEqual([]);
  });

  it.each<[string, CoverageRow[], string[]]>([
    ['a statement twice', [ROW, ROW], ['a second statement is called s-1']],
    ['an unknown document', [{ ...ROW, seed: 'no-act' }], ['s-1: no source is called no-act']],
    [
      'a statement that points nowhere',
      [{ ...ROW, at: [] }],
      ['s-1 points nowhere: name an entry, or say why it is left out'],
    ],
    ['a statement left out with a reason', [{ ...ROW, at: [], leftOut: 'not the law' }], []],
    ...[
      'no/such/rule',
      'text/steps.no-such-step',
      'values/no-such-value',
      'nothing/at-all',
      'values/toString',
    ].map((target): [string, CoverageRow[], string[]] => [
      target,
      [{ ...ROW, at: [target] }],
      [`s-1 points to ${target}, which the book does not have`],
    ]),
  ])('tells of %s', (_, rows, messages) => {
    expect(told(...rows)).toEqual(messages);
  });

  it('tells of wording that only one language has, and of what is no entry of a section', () => {
    const { book } = rulebook;
    const more = { ...book.texts.en, songs: { one: 'La.' } };
    const at = ['text/songs.one', 'version/length', 'values', '/values/renewal-tolerance'];
    expect(
      checkCoverage([{ ...ROW, at }], { ...book, texts: { ...book.texts, en: more } }).map(
        ({ message }) => message,
      ),
    ).toEqual(at.map((target) => `s-1 points to ${target}, which the book does not have`));
  });

  it('names the place', () => {
    expect(checkCoverage([{ ...ROW, at: [] }], rulebook.book)).toMatchObject([ROW.place]);
  });
});
