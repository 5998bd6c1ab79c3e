import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, kebab } from '../src/case/case.ts';
import { ownRulebook } from './helpers/rulebook.ts';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const { book } = ownRulebook();

/** Ids that only the rules may know: what a ministry could rename, add or abolish tomorrow. */
const LAW_IDS = new Set(
  [
    Object.keys(book.reasons),
    Object.keys(book.routes),
    Object.values(book.routes).flatMap(({ offices }) => offices),
    book.piles,
    Object.keys(book.values),
    Object.keys(book.holidays),
    Object.keys(book.sources),
    Object.keys(book.disputes),
    Object.keys(book.provinces),
    book.events.map(({ event }) => event),
    Object.values(book.collections).flatMap((rows) => rows.flatMap(({ add }) => add)),
    Object.values(book.fields).flatMap(({ values }) => values ?? []),
    Object.values(book.reasons).flatMap(({ names }) => names),
  ]
    .flat()
    // the kinds of visa are single letters, which keys are too
    .filter((id) => id.length > 1),
);

/** The same words as names of the contract and of tables: fields, flags, people. */
const CONTRACT = new Set<string>([
  ...FIELD_NAMES,
  ...FIELD_NAMES.map(kebab),
  ...Object.keys(book.tables),
  // the applicant and everyone else, as the contract names people
  'applicant',
  'other',
  'none',
]);

/**
 * Numbers that are law: amounts, days, months. Those of one digit are too common to mean anything, but for
 * eight, the days that everyone remembers.
 */
const LAW_NUMBERS = new Set(
  Object.values(book.values)
    .flatMap(({ series }) => series.map(({ is }) => is))
    .filter((value) => value === 8 || value > 9),
);

/** Numbers that happen to equal a legal one, with what they are instead. */
const OTHER_NUMBERS: Readonly<Record<string, readonly number[]>> = {
  // the arithmetic of Easter
  'calendar/easter.ts': [8, 11, 15, 19, 25, 22, 30, 31, 32, 100, 114, 451],
  // the last day of a year
  'calendar/calendar.ts': [12, 31],
  // positions in YYYY-MM-DD, days of weeks and months, 1 January 1970 was a Thursday
  'case/plain-date.ts': [8, 10, 12, 28, 30, 31],
  // months of a year
  'case/months.ts': [12],
  'messages/format.ts': [8, 10, 100],
  // hexadecimal digits
  'rulebook/compiled.ts': [16],
  // aliases that a YAML file may repeat
  'case/yaml-file.ts': [20],
  // the default width of a terminal and the width below which labels stand above
  'io.ts': [10, 24, 80],
  // widths of a terminal on which help is laid out
  'help-layout.ts': [16, 60],
  'render/text.ts': [60],
  // lengths of texts in error messages
  'case/read-case.ts': [57, 60],
  'messages/problems.ts': [16, 60],
  // bits of a hash and their hexadecimal digits; the longest line of a calendar file
  'render/ics-lines.ts': [16, 64, 75],
  // days before a date on which a calendar reminds: a habit of calendars, no term of the law
  'render/ics.ts': [14],
  // the order of permits, costs and lengths in one number
  'assess/merge-branches.ts': [10_000],
  // cases that are tried before a piece is given up; columns and sections of a manual page
  'compare/regions.ts': [40],
  'man/mdoc.ts': [16],
  'man/page.ts': [8],
  // the calendar; how long a search goes on, and how far from a bound it looks
  'proof/atoms.ts': [12],
  'proof/real-case.ts': [12, 30],
  'proof/solve.ts': [40, 20_000],
  'proof/prove-questions.ts': [40],
  'proof/sample-interviews.ts': [10],
  // how much more a case costs with an answer that is not known
  'questions/worth.ts': [10],
  // letters of a word
  'questions/choices.ts': [8],
  // hexadecimal
  'commands/render-answer.ts': [16],
  // measures of the page on paper
  'render/html-sheet.ts': [38, 52, 62, 118],
  // characters, problems told at once, milliseconds, where months stand in an ISO day
  'batch/answer.ts': [20],
  'batch/answer-batch.ts': [10, 13, 32],
  'batch/json-entries.ts': [32],
  'batch/record-end.ts': [10, 13, 34],
  'batch/sniff.ts': [32],
  'commands/batch-input.ts': [32],
  'commands/batch-progress.ts': [5_000],
  // radix and marks
  'exit-codes.ts': [130],
};

interface Literal {
  readonly file: string;
  readonly line: number;
  readonly value: string | number;
}

function literals(): Literal[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && !file.startsWith('messages/en.') && !/^messages\/(it|wizard-)/.test(file),
  );
  return files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(SRC, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const found: Literal[] = [];
    const visit = (node: ts.Node): void => {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if (ts.isImportDeclaration(node)) return;
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
        found.push({ file, line, value: node.text });
      if (ts.isNumericLiteral(node)) found.push({ file, line, value: Number(node.text) });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

describe('src outside src/messages', () => {
  const all = literals();

  it('is read', () => {
    expect(all.length).toBeGreaterThan(300);
    expect(LAW_IDS.size).toBeGreaterThan(400);
  });

  it('names no permit, office, document, fee, province or event', () => {
    const law = all.filter(
      ({ value }) => typeof value === 'string' && LAW_IDS.has(value) && !CONTRACT.has(value),
    );
    expect(law.filter(({ file }) => !file.startsWith('messages/'))).toEqual([]);
  });

  it('holds no amount and no number of days or months', () => {
    const law = all.filter(
      ({ file, value }) =>
        typeof value === 'number' && LAW_NUMBERS.has(value) && !(OTHER_NUMBERS[file] ?? []).includes(value),
    );
    expect(law).toEqual([]);
  });

  it('holds no Italian word of the counter', () => {
    const words = /questura|marca da bollo|bollettino|sportello|permesso di soggiorno|prefettura|poste/i;
    const found = all.filter(
      ({ file, value }) => typeof value === 'string' && words.test(value) && !file.startsWith('messages/'),
    );
    expect(found).toEqual([]);
  });
});
