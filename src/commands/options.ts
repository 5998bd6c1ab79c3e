/** What printing commands share: flags → language, day, rule book, and where the result goes. */
import { statSync } from 'node:fs';
import type { PlainDate } from '../case/plain-date.ts';
import { parsePlainDate } from '../case/plain-date.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { isLanguage, languageOf, LANGUAGES, type Language } from '../messages/language.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { loadCompiled } from '../rulebook/compiled.ts';

/** Flags as commander gives them. */
export interface CommonFlags {
  readonly format?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly lang?: string;
  readonly on?: string;
  readonly rules?: string;
  readonly quiet?: boolean;
  /** The fields of a case, for the command that takes them. */
  readonly [field: string]: unknown;
}

/** The language of `--lang`, else of the environment. Throws when `--lang` names one that does not exist. */
export function languageFlag(flags: CommonFlags, io: Io): Language {
  if (flags.lang === undefined) return languageOf(io.env);
  if (isLanguage(flags.lang)) return flags.lang;
  throw new InputError([{ code: 'unknown-value', path: '--lang', value: flags.lang, allowed: LANGUAGES }]);
}

/** The day of `--on`, or `undefined` when it was not given. Throws when it is no day. */
export function onFlag(flags: CommonFlags): PlainDate | undefined {
  if (flags.on === undefined) return undefined;
  const date = parsePlainDate(flags.on);
  if (date !== undefined) return date;
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(flags.on);
  throw new InputError([{ code: shaped ? 'no-such-day' : 'not-a-date', path: '--on', value: flags.on }]);
}

/** One of the formats that a command has. Throws with the list of them otherwise. */
export function formatFlag<F extends string>(flags: CommonFlags, formats: readonly [F, ...F[]]): F {
  if (flags.format === undefined) return formats[0];
  const format = formats.find((known) => known === flags.format);
  if (format !== undefined) return format;
  const problem: Problem = { code: 'unknown-value', path: '--format', value: flags.format, allowed: formats };
  throw new InputError([problem]);
}

/** The rule book: the compiled one, or that of `--rules DIR`, read as YAML. */
export async function rulebookFlag(flags: CommonFlags): Promise<Rulebook> {
  if (flags.rules === undefined) {
    return loadCompiled();
  }
  const { loadFolder } = await import('../rulebook/load.ts');
  return loadFolder(rulesFolder(flags.rules)).rulebook;
}

/** A folder given with `--rules`. Throws {@link InputError} when it is none. */
export function rulesFolder(path: string): string {
  let problem: Problem['code'] | undefined;
  try {
    if (!statSync(path).isDirectory()) problem = 'not-a-folder';
  } catch {
    problem = 'not-readable';
  }
  if (problem !== undefined) throw new InputError([{ code: problem, path: '--rules', value: path }], path);
  return path;
}
