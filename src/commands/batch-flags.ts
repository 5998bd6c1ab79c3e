/** The flags of `permesso batch` → what to read, how to answer, where to write. */
import { availableParallelism } from 'node:os';
import type { Carry } from '../batch/columns.ts';
import { DEFAULT_FIELDS, readFields, type OutputColumn } from '../batch/fields.ts';
import { DELIMITERS, ENCODINGS, INPUTS, type Encoding, type InputKind } from '../batch/sniff.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { formatFlag, type CommonFlags } from './options.ts';

export interface BatchFlags extends CommonFlags {
  readonly input?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly outDelimiter?: string;
  readonly bom?: boolean;
  readonly fields?: string;
  readonly carry?: string;
  readonly strict?: boolean;
  readonly jobs?: string;
  readonly resume?: boolean;
  readonly printTemplate?: boolean;
}

export const OUTPUTS = ['jsonl', 'csv'] as const;

export interface BatchOptions {
  readonly input: InputKind | undefined;
  readonly encoding: Encoding | undefined;
  readonly delimiter: string | undefined;
  readonly format: (typeof OUTPUTS)[number];
  readonly outDelimiter: string;
  readonly columns: readonly OutputColumn[] | undefined;
  readonly carry: Carry;
  readonly jobs: number;
}

/** Threads that a person may ask for: more than any machine of a patronato has. */
const MOST_JOBS = 256;

/** Reads the flags. Throws {@link InputError} with what is wrong with one of them. */
export function batchOptions(flags: BatchFlags, rulebook: Rulebook): BatchOptions {
  const format = formatFlag(flags, OUTPUTS);
  const input = oneOf('--input', flags.input, INPUTS);
  const encoding = oneOf('--encoding', flags.encoding?.toLowerCase(), ENCODINGS);
  const delimiter = delimiterFlag('--delimiter', flags.delimiter);
  const outDelimiter = delimiterFlag('--out-delimiter', flags.outDelimiter) ?? DELIMITERS[';'];
  const named = namesOf(flags.fields);
  const listed = flags.carry === 'all' ? [] : namesOf(flags.carry);
  const carry: Carry =
    flags.carry === 'all' ? 'all' : [...new Set([...listed, ...(named.includes('id') ? ['id'] : [])])];
  if (flags.resume === true && (flags.out === undefined || flags.out === '-'))
    fail({ code: 'needs-out', path: '--resume' });
  if (format === 'csv' && carry === 'all' && named.length === 0)
    fail({ code: 'names-needed', path: '--carry' });
  const names = named.length > 0 || format !== 'csv' ? named : [...listed, ...DEFAULT_FIELDS];
  return {
    input,
    encoding,
    delimiter,
    format,
    outDelimiter,
    columns: columnsOf(names, carry, format, rulebook),
    carry,
    jobs: jobsFlag(flags.jobs),
  };
}

/** A CSV says in every row which line it answers, and has room for why a line was refused. */
function columnsOf(
  names: readonly string[],
  carry: Carry,
  format: BatchOptions['format'],
  rulebook: Rulebook,
): readonly OutputColumn[] | undefined {
  if (names.length === 0) return undefined;
  const around = (extra: readonly string[]) =>
    format === 'csv' ? extra.filter((name) => !names.includes(name)) : [];
  const all = [...around(['line']), ...names, ...around(['error.code', 'error.path', 'error.message'])];
  const read = readFields(all, carry, rulebook);
  if ('problems' in read) throw new InputError(read.problems);
  return read.columns;
}

function jobsFlag(value: string | undefined): number {
  if (value === undefined) return 1;
  if (value === 'auto') return availableParallelism();
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  return fail({ code: 'unknown-value', path: '--jobs', value, allowed: [`1..${MOST_JOBS}`, 'auto'] });
}

/** A delimiter by its name or itself. Throws {@link InputError} when it cannot be one. */
export function delimiterFlag(path: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const known = Object.entries(DELIMITERS).find(([name, character]) => value === name || value === character);
  return known ? known[1] : fail({ code: 'unknown-value', path, value, allowed: Object.keys(DELIMITERS) });
}

function oneOf<V extends string>(
  path: string,
  value: string | undefined,
  allowed: readonly V[],
): V | undefined {
  if (value === undefined) return undefined;
  return allowed.find((one) => one === value) ?? fail({ code: 'unknown-value', path, value, allowed });
}

function namesOf(list: string | undefined): string[] {
  return [
    ...new Set(
      (list ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ];
}

function fail(problem: Problem): never {
  throw new InputError([problem]);
}
