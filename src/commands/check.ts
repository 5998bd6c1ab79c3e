/** `permesso check`: one case from flags and a file → one result. Never asks. */
import { readCase, type RawFields } from '../case/read-case.ts';
import type { SavedCase } from '../desk/saved-case.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { assess } from '../assess/assess.ts';
import { caseDomains } from '../rulebook/rulebook.ts';
import { deliver } from './output.ts';
import { fieldsOfFlags } from './flags-to-fields.ts';
import { fieldsOfEvent } from './event-flag.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { FORMATS, renderAnswer, styleOf } from './render-answer.ts';

export interface CheckFlags extends CommonFlags {
  readonly case?: string;
  readonly event?: string;
}

/** Answers the case of the flags. Throws {@link InputError} with everything that is wrong with it. */
export async function check(io: Io, flags: CheckFlags): Promise<number> {
  const language = languageFlag(flags, io);
  const format = formatFlag(flags, FORMATS);
  const on = onFlag(flags);
  const rulebook = await rulebookFlag(flags);
  const file = flags.case === undefined ? undefined : await caseFile(io, flags.case);
  const given: RawFields = {
    ...file?.fields,
    ...fieldsOfFlags({ ...flags, on: undefined }),
    ...(on && { on }),
  };
  const fields = flags.event === undefined ? given : fieldsOfEvent(rulebook.book, flags.event, given);
  const read = readCase(fields, caseDomains(rulebook.book), io.today());
  const problems = [...(file?.problems ?? [])];
  if ('problems' in read) problems.push(...located(read.problems, file, given));
  if (problems.length > 0 || 'problems' in read) throw new InputError(problems, flags.case);
  const answer = assess(read.ok, rulebook);
  const style = styleOf(io, flags);
  const text = await renderAnswer(answer, rulebook, await messagesOf(language), format, style);
  await deliver(io, text, flags);
  return 0;
}

/** YAML is loaded only for who brings a file. */
async function caseFile(io: Io, path: string): Promise<SavedCase> {
  return (await import('./read-input.ts')).readCaseFile(io, path);
}

/** Problems with fields of the file get their line and column; those of flags do not stand in a file. */
function located(problems: readonly Problem[], file: SavedCase | undefined, given: RawFields): Problem[] {
  return problems.map((problem) => {
    const field = problem.path.split('.', 1)[0] ?? '';
    const inFile = file !== undefined && file.fields[field] === given[field];
    return inFile ? file.locate(problem) : problem;
  });
}
