/** Agenda → values for programs: JSON, and the rows of a CSV. */
import type { Agenda, AgendaCase, AgendaEntry } from '../desk/agenda.ts';
import { sourceText } from '../desk/read-desk.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { worded } from './json.ts';
import type { UnreadFile } from './view-agenda.ts';
import { wordsOfMany } from './words.ts';

/** The agenda as a value for `JSON.stringify`; days in ISO form, soonest first. */
export function agendaJson(
  agenda: Agenda,
  rulebook: Rulebook,
  messages: Messages,
  unread: readonly UnreadFile[],
): Record<string, unknown> {
  const { book } = rulebook;
  const wordsOf = wordsOfMany(rulebook, messages);
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
      ...worded(line, 'deadlines', wordsOf(of.answer)),
    })),
    dateless: agenda.dateless.map(name),
    refused: unread,
  };
}

/** The columns of the CSV and what stands in them. */
const COLUMNS: Readonly<Record<string, (entry: AgendaEntry, text: string, onlyIf: string) => string>> = {
  date: ({ line }) => line.date,
  inDays: ({ line }) => String(line.inDays),
  state: ({ state }) => state,
  latest: ({ line }) => line.latest ?? '',
  workingDay: ({ line }) => line.workingDay ?? '',
  label: ({ of }) => of.label ?? '',
  file: ({ of }) => of.file,
  procedure: ({ of }) => of.answer.case.procedure,
  reason: ({ of }) => of.answer.case.reason,
  id: ({ line }) => line.id,
  text: (_, text) => text,
  sure: ({ line }) => line.sure,
  sources: ({ line }) => line.sources.map(sourceText).join('; '),
  onlyIf: (_, __, onlyIf) => onlyIf,
};

/** The header and one row for each date. */
export function agendaRows(agenda: Agenda, rulebook: Rulebook, messages: Messages): string[][] {
  const wordsOf = wordsOfMany(rulebook, messages);
  const rows = agenda.entries.map((entry) => {
    const { text, onlyIf = '' } = worded(entry.line, 'deadlines', wordsOf(entry.of.answer));
    return Object.values(COLUMNS).map((cell) => cell(entry, String(text), String(onlyIf)));
  });
  return [Object.keys(COLUMNS), ...rows];
}
