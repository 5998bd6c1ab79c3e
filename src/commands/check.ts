/** `permesso check`: one case from flags and a file → one result. Never asks. */
import { readCase, type RawFields } from '../case/read-case.ts';
import type { SavedCase } from '../desk/saved-case.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { assess } from '../assess/assess.ts';
import { caseDomains } from '../rulebook/rulebook.ts';
import { EMPTY_DESK } from '../desk/desk.ts';
import { newsOf, seenOf } from '../desk/news.ts';
import { visible } from '../messages/problems.ts';
import { warnOfOldRules } from './old-rules.ts';
import { deliver } from './output.ts';
import { fieldsOfFlags } from './flags-to-fields.ts';
import { fieldsOfEvent } from './event-flag.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { FORMATS, renderAnswer, styleOf } from './render-answer.ts';

export interface CheckFlags extends CommonFlags {
  readonly case?: string;
  readonly event?: string;
  readonly save?: string;
  readonly label?: string;
  readonly printTemplate?: boolean;
  readonly why?: string;
}

/** Answers the case of the flags. Throws {@link InputError} with everything that is wrong with it. */
export async function check(io: Io, flags: CheckFlags): Promise<number> {
  const language = languageFlag(flags, io);
  const format = formatFlag(flags, FORMATS);
  const on = onFlag(flags);
  const rulebook = await rulebookFlag(flags);
  const messages = await messagesOf(language);
  if (flags.printTemplate === true) {
    const { templateOf } = await import('../desk/template.ts');
    await deliver(io, templateOf(rulebook, messages), flags);
    return 0;
  }
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
  if (flags.why !== undefined) {
    const { explained } = await import('./explain.ts');
    const asked = { name: flags.why, path: '--why', format: formatFlag(flags, ['text', 'json']) };
    await deliver(io, explained(read.ok, rulebook, messages, asked), flags);
    return 0;
  }
  const answer = assess(read.ok, rulebook);
  const desk = { ...(file?.desk ?? EMPTY_DESK), ...(flags.label !== undefined && { label: flags.label }) };
  const news = file && newsOf(desk, fields, answer, rulebook);
  const style = { ...styleOf(io, flags), ...(news && { news }) };
  const text = await renderAnswer(answer, rulebook, messages, format, style);
  await deliver(io, text, flags);
  await warnOfOldRules(io, answer.on, rulebook.book, messages, flags);
  if (flags.save !== undefined) {
    const origin = file && flags.case !== undefined ? { path: flags.case, file } : undefined;
    const { interview: _, ...rest } = desk;
    const saving = {
      path: flags.save,
      fields,
      desk: { ...rest, seen: seenOf(fields, answer) },
      ...(origin && { origin }),
      ...(flags.force === true && { force: true }),
    };
    const { saveCase } = await import('./save-case.ts');
    await saveCase(saving, messages);
    if (flags.quiet !== true) io.stderr.write(`${messages.caseFile.saved(visible(flags.save))}\n`);
  }
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
