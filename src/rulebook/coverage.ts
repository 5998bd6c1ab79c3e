/**
 * Coverage: where each statement of the documents that the program grew from went. The table stands beside
 * the rules and is no part of the book that answers cases.
 */
import type { RuleProblem } from '../errors.ts';
import type { Book, Place } from './book.ts';
import { formRows } from './form.ts';
import { presentWording } from './wording.ts';

/** One statement, in our words, and the entries of the book that say it, correct it or dispute it. */
export interface CoverageRow {
  readonly id: string;
  /** Source that makes the statement. */
  readonly seed: string;
  readonly says: string;
  readonly at: readonly string[];
  /** Why no entry says it. */
  readonly leftOut?: string;
  readonly place: Place;
}

/** Rows that point nowhere, twice-used ids, and seeds that the book does not cite. */
export function checkCoverage(coverage: readonly CoverageRow[], book: Book): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const report = (row: CoverageRow, message: string) => problems.push({ ...row.place, message });
  const known = targetsOf(book);
  const seen = new Set<string>();
  for (const row of coverage) {
    if (seen.has(row.id)) report(row, `a second statement is called ${row.id}`);
    seen.add(row.id);
    if (!(row.seed in book.sources)) report(row, `${row.id}: no source is called ${row.seed}`);
    if (row.at.length === 0 && row.leftOut === undefined) {
      report(row, `${row.id} points nowhere: name an entry, or say why it is left out`);
    }
    for (const target of row.at) {
      if (!known(target)) report(row, `${row.id} points to ${target}, which the book does not have`);
    }
  }
  return problems;
}

/**
 * What a row can point to: the id of a rule, or of a box of a form; `text/KIND.ID` for wording that every language has;
 * `SECTION/ID` for an entry of a section, such as `disputes/ID` or `values/ID`.
 */
function targetsOf(book: Book): (target: string) => boolean {
  const rules = [...Object.values(book.decisions), ...Object.values(book.collections)].flat();
  const ids = new Set([...rules, ...book.events, ...formRows(book)].map(({ id }) => id));
  const wording = Object.keys(book.texts).map(
    (language) => new Set(presentWording(book, language).map(({ key }) => key.join('.'))),
  );
  const sections = book as unknown as Readonly<Record<string, object | string | undefined>>;
  return (target) => {
    if (ids.has(target)) return true;
    const slash = target.indexOf('/');
    const [section, id] = [target.slice(0, slash), target.slice(slash + 1)];
    if (section === 'text') return wording.every((keys) => keys.has(id));
    const entries = sections[section];
    return typeof entries === 'object' && Object.hasOwn(entries, id);
  };
}
