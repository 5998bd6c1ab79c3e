/** What must hold of a book beyond its shape: a list of named checks, each adding what it finds. */
import type { RuleProblem } from '../errors.ts';
import { rowsOf, statementsOf } from './backed.ts';
import type { Place, SourceRef } from './book.ts';
import { termsAreExplained, wordingIsWhole } from './check-wording.ts';
import { boxesAreNumbered, boxesPointSomewhere, countsStayOnForms } from './check-form.ts';
import { wordsPointSomewhere } from './check-words.ts';
import type { Rulebook } from './rulebook.ts';
import { valuesUsedBy } from './uses.ts';

export type Report = (place: Place | { file: string }, message: string) => void;

const CHECKS: readonly ((rulebook: Rulebook, report: Report) => void)[] = [
  sourcesExist,
  disputesExist,
  rowsPointSomewhere,
  overridesPointToTheirTable,
  seriesAreInOrder,
  tablesAreDeclared,
  eventsPointSomewhere,
  wordsPointSomewhere,
  boxesAreNumbered,
  boxesPointSomewhere,
  countsStayOnForms,
  wordingIsWhole,
  termsAreExplained,
];

/** Everything that is wrong with a book; an empty list when nothing is. */
export function checkBook(rulebook: Rulebook): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const report: Report = (place, message) => problems.push({ ...place, message });
  for (const check of CHECKS) check(rulebook, report);
  return problems;
}

function sourcesExist({ book }: Rulebook, report: Report): void {
  const used = new Set<string>();
  const check = (where: Place | { file: string }, name: string, refs: readonly SourceRef[]) => {
    if (refs.length === 0) report(where, `${name} has no source`);
    for (const { id } of refs) {
      used.add(id);
      if (!(id in book.sources)) report(where, `${name} cites ${id}, which sources.yaml does not have`);
    }
  };
  for (const { where, name, backed } of statementsOf(book)) check(where, name, backed.sources);
  for (const row of rowsOf(book)) {
    for (const other of row.alternatives ?? []) check(row.place, `${row.id}: ${other.when}`, other.sources);
  }
  for (const [id, dispute] of Object.entries(book.disputes)) {
    for (const position of dispute.positions) check(dispute.place, `${id}: ${position.id}`, position.sources);
  }
  for (const id of Object.keys(book.sources)) {
    if (!used.has(id)) report({ file: 'sources.yaml' }, `nothing cites ${id}`);
  }
}

function disputesExist({ book }: Rulebook, report: Report): void {
  const cited = new Set<string>();
  for (const { where, name, backed } of statementsOf(book)) {
    for (const id of backed.disputes ?? []) {
      cited.add(id);
      if (!(id in book.disputes)) report(where, `${name} cites the dispute ${id}, which nobody describes`);
    }
    if (backed.sure === 'disputed' && !backed.disputes?.length) {
      report(where, `${name} is disputed but names no dispute`);
    }
  }
  for (const [id, dispute] of Object.entries(book.disputes)) {
    if (!cited.has(id) && !dispute.when) report(dispute.place, `no rule cites the dispute ${id}`);
    if (!dispute.positions.some((position) => position.id === dispute.shown)) {
      report(dispute.place, `${id} shows ${dispute.shown}, which is none of its positions`);
    }
  }
}

function rowsPointSomewhere({ book }: Rulebook, report: Report): void {
  const values = new Set(Object.keys(book.values));
  const used = new Set<string>();
  const value = (row: { place: Place; id: string }, id: string) => {
    used.add(id);
    if (!values.has(id)) report(row.place, `${row.id}: no dated value is called ${id}`);
  };
  for (const [table, rows] of Object.entries(book.decisions)) {
    for (const row of rows) {
      for (const id of valuesUsedBy(row)) value(row, id);
      if (table === 'contribution' && row.give !== 'none') value(row, row.give);
      if (table === 'route' && !(row.give in book.routes))
        report(row.place, `${row.id}: no route ${row.give}`);
      if (table === 'outcome' && !(row.give in book.outcomes)) {
        report(row.place, `${row.id}: no outcome ${row.give}`);
      }
    }
  }
  for (const [table, rows] of Object.entries(book.collections)) {
    for (const row of rows) {
      for (const id of valuesUsedBy(row)) value(row, id);
      if (table === 'documents' && !book.piles.includes(row.pile ?? '')) {
        report(row.place, `${row.id}: no pile ${row.pile ?? '(none given)'}`);
      }
      if (
        table === 'deadlines' &&
        (row.from === undefined || !row.term || book.facts[row.from]?.kind !== 'date')
      ) {
        report(row.place, `${row.id}: a deadline counts a term from a date fact`);
      }
      for (const fact of row.metBy ?? []) {
        if (book.facts[fact]?.kind !== 'date')
          report(row.place, `${row.id}: met-by names date facts, and ${fact} is none`);
      }
    }
  }
  for (const row of rowsOf(book)) {
    // a number or the name of something else is no value, and not missed among them
    for (const other of row.alternatives ?? []) used.add(String(other.value));
  }
  for (const id of values) if (!used.has(id)) report({ file: `value ${id}` }, 'no rule uses it');
}

function overridesPointToTheirTable({ book }: Rulebook, report: Report): void {
  for (const [table, rows] of Object.entries(book.decisions)) {
    const ids = new Set(rows.map((row) => row.id));
    for (const row of rows) {
      if (row.overrides === undefined) continue;
      if (book.tables[table]?.policy !== 'override') {
        report(row.place, `${row.id}: the table ${table} is not one of exceptions`);
      }
      if (!ids.has(row.overrides))
        report(row.place, `${row.id}: no rule of ${table} is called ${row.overrides}`);
    }
  }
}

function seriesAreInOrder({ book }: Rulebook, report: Report): void {
  for (const [id, value] of Object.entries(book.values)) {
    value.series.forEach((entry, index) => {
      const before = value.series[index - 1];
      if (before && before.from >= entry.from) {
        report({ file: `value ${id}` }, `${entry.from} stands after ${before.from}: entries go by date`);
      }
      if (entry.checked > book.read)
        report({ file: `value ${id}` }, `checked on ${entry.checked}, after the book was read`);
    });
    if (book.facts[value.lookedUpOn]?.kind !== 'date') {
      report({ file: `value ${id}` }, `${value.lookedUpOn} is no date fact`);
    }
  }
}

function tablesAreDeclared({ book }: Rulebook, report: Report): void {
  for (const [table, rows] of [...Object.entries(book.decisions), ...Object.entries(book.collections)]) {
    const policy = book.tables[table]?.policy;
    const [first] = rows;
    if (!first) continue;
    if (policy === undefined) report(first.place, `no table is called ${table}`);
    else if ((policy === 'collect') !== table in book.collections) {
      report(first.place, `the rows of ${table} do not fit its policy ${policy}`);
    }
  }
}

function eventsPointSomewhere({ book }: Rulebook, report: Report): void {
  const reasons = new Set(Object.keys(book.reasons));
  for (const row of book.events) {
    if (!book.fields.procedure?.values?.includes(row.procedure)) {
      report(row.place, `no procedure is called ${row.procedure}`);
    }
    for (const id of [...(row.held ?? []), ...(row.among ?? []), row.reason]) {
      if (id !== null && id !== undefined && id !== 'held' && !reasons.has(id)) {
        report(row.place, `no reason is called ${id}`);
      }
    }
  }
}
