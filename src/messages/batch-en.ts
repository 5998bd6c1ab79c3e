import type { BatchMessages, BatchProblems } from './messages.ts';

const number = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** What can be wrong with the input or the output of a batch. */
export const batchProblemsEn: BatchProblems = {
  'not-json': () => 'this is not JSON',
  'json-list': () =>
    'this is one JSON list: put each case on a line of its own, without the brackets and commas around them',
  'no-header': () => 'this is neither JSON Lines nor a CSV with a header; --print-template shows the columns',
  'text-behind-quote': () => 'there is text behind the closing quote of this cell',
  'quote-not-closed': () => 'a quote is opened on this line and never closed',
  'too-many-cells': ({ detail }) => `there is a cell beyond the ${detail ?? ''} columns of the header`,
  'column-twice': ({ value }) => `the column “${value ?? ''}” is there twice`,
  'column-missing': ({ value }) => `there is no column “${value ?? ''}”`,
  'unknown-column': ({ value }) =>
    `the column “${value ?? ''}” is not a field of a case; --carry passes it through to the answers`,
  'no-such-column': ({ value }) => `the input has no column “${value ?? ''}”`,
  'unknown-output': ({ value }) => `“${value ?? ''}” is no part of an answer, and not carried either`,
  'record-too-large': ({ detail }) => `this line is too long for a case (more than ${detail ?? ''} bytes)`,
  'record-not-utf8': () =>
    'this is not UTF-8; for a file of an older spreadsheet, say --encoding windows-1252',
  'bad-encoding': ({ value }) => `this is not ${value ?? ''} all the way`,
  'too-deep': () => 'this is nested too deeply',
  'no-answer': ({ detail }) => `the rule book has no answer: ${detail ?? ''}`,
  'unfinished-part': ({ detail }) =>
    `an earlier run left ${detail ?? ''}: --resume continues it, --force begins anew`,
  'no-journal': ({ detail }) =>
    `${detail ?? ''} has no journal beside it and cannot be continued; --force without --resume begins anew`,
  'other-run': ({ detail }) =>
    `the unfinished part is of a run with other settings (${detail ?? ''}) and cannot be continued; --force without --resume begins anew`,
  'other-input': () =>
    'the input is not the one that the unfinished part answers; --force without --resume begins anew',
  'needs-out': () => 'needs --out FILE',
  'names-needed': () => 'needs the names of the columns in a CSV, such as --carry id,surname, or --fields',
};

export const batchEn: BatchMessages = {
  help: {
    input: 'jsonl or csv; without it, the file says',
    encoding: 'utf-8, utf-16le, utf-16be or windows-1252; without it, the file says',
    delimiter: 'between the cells of the input: ; , or tab; without it, the header says',
    outDelimiter: 'between the cells of the output (default: ;)',
    bom: 'begin a CSV with a byte order mark, by which Excel knows UTF-8',
    format: 'jsonl or csv',
    fields: 'columns of the output, separated by commas (see below)',
    carry: 'pass columns that are no fields through to the answers: their names, or all',
    strict: 'stop at the first line that is refused',
    jobs: 'threads that answer: a number, or auto',
    resume: 'continue the unfinished FILE.part of an earlier run',
    out: 'write to a file: FILE.part while it grows, renamed when whole',
    printTemplate: 'print the columns of a CSV (with --input jsonl, an object) and what they take',
    after: `
Input: JSON Lines (one object on each line, the fields of a case as keys), or CSV with a header: the fields as
columns (job-end, jobEnd and Job End are the same), and family-1-relation, family-1-born, family-1-income for the
first relative, family-2-… for the next. A column family takes child:2020-02-01:income, several separated by
spaces, or a JSON list. Days are 2026-11-20 or 20/11/2026, the day first; truth is true, false, vero, falso, yes,
no, sì, 1, 0. An empty cell is a field not given. Empty lines are passed over.

Output: one answer for each line, in order. A line that is refused is answered in its place:
  { "line": 7, "error": { "code": "…", "path": "…", "message": "…", "column": … } }
A CSV has columns line, error.code, error.path and error.message besides those of --fields.

--fields takes the name of a field of the case (reason), a carried column (id), line, totalCents, maxMonths, code,
route, or a path into an answer: permit.text, deadlines.renewal-recommended.date, documents.id (the ids of all),
fees.payments.slip.cents, headline.date (the day to hand in, whichever deadline that is).

--resume: FILE.part.journal keeps the settings and how far the part is good, so that a run that was killed goes on
without losing or doubling a line. It refuses a part of another input or of other settings.

Exit codes: 0 done, 2 the input or output cannot be used, 3 some lines were refused.
`,
  },
  progress: ({ records, refused, rate, percent, left }) =>
    [
      `${number(records)} lines${percent === undefined ? '' : ` (${percent} %)`}`,
      `${number(rate)} a second`,
      `${number(refused)} refused`,
      ...(left === undefined ? [] : [`${left} s left`]),
    ].join(', '),
  interrupted: (out) =>
    `Stopped. What is done is in ${out}.part: the same command with --resume goes on from there.`,
  stopped: (message, out) =>
    out === undefined
      ? `Stopped at a refused line: ${message}`
      : `Stopped at a refused line: ${message}\nWhat comes before it is in ${out}.part: put the line right, and the same command with --resume goes on from there.`,
  someRefused: (records, refused, message) =>
    `${number(refused)} of ${number(records)} lines were refused. The first: ${message}`,
  noRecords: 'There is no case in this input.',
  guessedEncoding: (encoding) => `This is not UTF-8: read as ${encoding}. --encoding names another.`,
  templateHeading: 'Columns and what they take (an empty cell: not given):',
  kinds: {
    choice: 'one of',
    reason: 'an id, the official code or the Italian name',
    date: 'a day, 2026-11-20 or 20/11/2026',
    boolean: 'true or false (vero, falso, sì, no)',
    integer: 'a whole number',
    country: 'two letters (ISO 3166)',
    province: 'two letters',
    family:
      'child:2020-02-01:income, several separated by spaces, or columns family-1-relation, family-1-born, family-1-income',
  },
};
