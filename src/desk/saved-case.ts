/** The bytes of a case file → the fields of a case, the desk's own keys, and the places needed for errors. */
import { parseCaseText, type CaseText } from '../case/case-file.ts';
import { suggest } from '../case/reasons.ts';
import type { Problem } from '../errors.ts';
import { CASE_FILE_KEYS, type Desk } from './desk.ts';
import { readDesk, withoutDesk } from './read-desk.ts';

export interface SavedCase extends CaseText {
  readonly desk: Desk;
  /** What is wrong with the desk's own keys, with line and column; to be reported with problems of the case. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a case file with or without the desk's own keys. Throws `InputError` when it is no case file at all;
 * problems with single keys are reported in `problems` and by `readCase`, so that all of them are told at once.
 */
export function parseSavedCase(bytes: Uint8Array, origin: string): SavedCase {
  const read = parseCaseText(bytes, origin);
  const { desk, problems } = readDesk(read.fields);
  const locate = (problem: Problem) => read.locate(withDeskKeys(problem));
  return { ...read, fields: withoutDesk(read.fields), desk, problems: problems.map(locate), locate };
}

/** In a file an unknown key may have been meant as one of the desk's own. */
function withDeskKeys(problem: Problem): Problem {
  if (problem.code !== 'unknown-field' || problem.path.includes('.')) return problem;
  const { suggestion: _, ...rest } = problem;
  const suggestion = suggest(problem.path, CASE_FILE_KEYS);
  return { ...rest, allowed: CASE_FILE_KEYS, ...(suggestion !== undefined && { suggestion }) };
}
