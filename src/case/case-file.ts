/** The text of a case file (YAML or JSON) → raw fields, with the places needed to report what is wrong. */
import { InputError, type Problem } from '../errors.ts';
import type { RawFields } from './read-case.ts';
import { placeOf, readYaml, yamlValue } from './yaml-file.ts';

export interface CaseText {
  readonly fields: RawFields;
  /** The file as it is written. */
  readonly text: string;
  /** Adds line and column to a problem with one of the fields. */
  locate(problem: Problem): Problem;
}

/** Largest case file in bytes: a case is a page of text, anything larger is the wrong file. */
export const MAX_CASE_BYTES = 1_000_000;

/**
 * Reads the text of a case file. Throws {@link InputError} when the file is empty, binary, not YAML or JSON,
 * or not a mapping of fields.
 */
export function parseCaseText(bytes: Uint8Array, origin: string): CaseText {
  const fail = (problem: Omit<Problem, 'path'>): never => {
    throw new InputError([{ path: '', ...problem }], origin);
  };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail({ code: 'not-utf8' });
  }
  if (text.includes('\0')) return fail({ code: 'not-utf8' });
  if (text.trim() === '') return fail({ code: 'empty-input' });
  const read = readYaml(text);
  if ('fault' in read) return fail({ code: 'not-yaml', detail: read.fault.message, ...at(read.fault) });
  const value = yamlValue(read.ok);
  if ('fault' in value) return fail({ code: 'not-yaml', detail: value.fault.message, ...at(value.fault) });
  const fields = value.ok;
  if (fields === null) return fail({ code: 'empty-input' });
  if (typeof fields !== 'object' || Array.isArray(fields))
    return fail({ code: 'not-a-mapping', ...at({ line: 1, column: 1 }) });
  return {
    fields: fields as RawFields,
    text,
    locate: (problem) => {
      if (problem.path === '' || problem.code === 'missing') return problem;
      const path = problem.path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      return { ...problem, ...placeOf(read.ok, path) };
    },
  };
}

function at({ line, column }: { line: number; column: number }) {
  return { line, column };
}
