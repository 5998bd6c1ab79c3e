/** `permesso rules why CASE [NAME]`: the rules behind a line, what keeps one away, and what hangs on a question. */
import { assess } from '../assess/assess.ts';
import type { Assessment } from '../assess/assessment.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { explained } from './explain.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';
import { caseOfFile, readCaseFile } from './read-input.ts';

/** Explains one line or question of a case, or lists the lines that can be asked about. */
export async function rulesWhy(
  io: Io,
  path: string,
  name: string | undefined,
  flags: CommonFlags,
): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, ['text', 'json']);
  const rulebook = await rulebookFlag(flags);
  const file = await readCaseFile(io, path);
  const theCase = caseOfFile(file, path, rulebook, io.today(), onFlag(flags));
  const text =
    name === undefined
      ? listed(assess(theCase, rulebook), format)
      : explained(theCase, rulebook, messages, { name, path: 'LINE', format });
  await deliver(io, text, flags);
  return 0;
}

/** The ids of an answer's lines with their rules. */
function listed(answer: Assessment, format: 'text' | 'json'): string {
  const lists = [
    ...[answer.forms, answer.documents, answer.fees.lines, answer.deadlines],
    ...[answer.steps, answer.rights, answer.warnings],
  ];
  const ids = [...new Set(lists.flat().map(({ id, rule }) => `${id}\t${rule}`))];
  return format === 'json' ? `${JSON.stringify(ids.map((row) => row.split('\t')))}\n` : `${ids.join('\n')}\n`;
}
