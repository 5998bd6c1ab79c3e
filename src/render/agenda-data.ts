/** Agenda → values for programs: JSON, and the rows of a CSV. */
import type { Agenda, AgendaCase, AgendaEntry } from '../desk/agenda.ts';
import { sourceText } from '../desk/read-desk.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { worded } from './json.ts';
import type { UnreadFile } from './view-agenda.ts';
import { makeWords } from './words.ts';

/** The agenda as a value for `JSON.stringify`; days in ISO form, soonest first. */
export function agendaJson(
  agenda: Agenda,
  rulebook: Rulebook,
  messages: Messages,
  unread: readonly UnreadFile[],
): Record<string, unknown> {
  const { book } = rulebook;
  const name = ({ file, label }: AgendaCase) => ({ file, ...(label !== undefined && { label }) });
  return {
    schema: 1,
    on: agenda.on,
    language: messages.language,
    rulebook: { version: book.version, digest: book.digest, read: book.read },
    cases: agenda.cases.length,
    deadlines: agenda.entries.map(({ of, line, state }) => ({
      ...name(of),
      procedure: of.answer.case.procedure,
      reason: of.answer.case.reason,
      state,
      ...worded(line, 'deadlines', makeWords(of.answer, rulebook, messages)),
    })),
    dateless: agenda.dateless.map(name),
    refused: unread,
  };
}

/** Columns of the CSV. */
const COLUMNS = [
  'date',
  'inDays',
  'state',
  'latest',
  'workingDay',
  'label',
  'file',
  'procedure',
  'reason',
  'id',
  'text',
  'sure',
  'sources',
] as const;

/** The header and one row for each date. */
export function agendaRows(agenda: Agenda, rulebook: Rulebook, messages: Messages): string[][] {
  const row = ({ of, line, state }: AgendaEntry): Record<(typeof COLUMNS)[number], string> => {
    const { text } = worded(line, 'deadlines', makeWords(of.answer, rulebook, messages));
    return {
      date: line.date,
      inDays: String(line.inDays),
      state,
      latest: line.latest ?? '',
      workingDay: line.workingDay ?? '',
      label: of.label ?? '',
      file: of.file,
      procedure: of.answer.case.procedure,
      reason: of.answer.case.reason,
      id: line.id,
      text: String(text),
      sure: line.sure,
      sources: line.sources.map(sourceText).join('; '),
    };
  };
  return [[...COLUMNS], ...agenda.entries.map((entry) => COLUMNS.map((column) => row(entry)[column]))];
}
