/** Agenda → a view: what is late first, then one group for each day, so that every format of an answer draws it. */
import type { DeadlineLine } from '../assess/assessment.ts';
import type { Agenda, AgendaCase, AgendaEntry } from '../desk/agenda.ts';
import type { AgendaState } from '../messages/desk-words.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { harmless } from './harmless.ts';
import { References } from './references.ts';
import { otherDays } from './view-calendar.ts';
import { conditionText } from './view-depends.ts';
import { noteOf, type Group, type Item, type Section, type View } from './view.ts';
import { wordsOfMany, type Words } from './words.ts';

/** A file that could not be read, and the first thing wrong with it. */
export interface UnreadFile {
  readonly file: string;
  readonly message: string;
}

/** The sections, in the order in which they are read. */
const SECTIONS: readonly (readonly AgendaState[])[] = [
  ['overdue'],
  ['today', 'week'],
  ['later'],
  ['office-late'],
  ['open'],
  ['done', 'past'],
];

/** Builds the view. `unread` are shown where the page is read without the error stream. */
export function agendaView(
  agenda: Agenda,
  rulebook: Rulebook,
  messages: Messages,
  unread: readonly UnreadFile[],
): View {
  const { agenda: said } = messages;
  const references = new References();
  const wordsOf = wordsOfMany(rulebook, messages);
  const name = namer(agenda.cases);
  const count = (...states: AgendaState[]) =>
    agenda.entries.filter(({ state }) => states.includes(state)).length;
  const sections = SECTIONS.map((states): Section => {
    const entries = agenda.entries.filter(({ state }) => states.includes(state));
    return {
      id: states[0] ?? '',
      heading: said.states[states[0] ?? 'later'],
      groups: byDay(entries, messages, ({ of, line }) => {
        const own = wordsOf(of.answer);
        return {
          text: `${name(of)}: ${own.say('deadlines', line.id, line.values).text}`,
          details: detailsOf(line, own),
          note: noteOf(line, inShort(own), references),
        };
      }),
    };
  });
  const dateless = agenda.dateless.map((one): Item => {
    const [step] = one.answer.steps;
    const next = step ? wordsOf(one.answer).say('steps', step.id, step.values).text : said.nothingToDo;
    return { text: `${name(one)}: ${next}`, details: [], note: '' };
  });
  const shown = [...sections, list('dateless', said.dateless, dateless)].filter(({ groups }) =>
    groups.some(({ items }) => items.length > 0),
  );
  const files = unread.map(({ file, message }): Item => ({
    text: `${file}: ${message}`,
    details: [],
    note: '',
  }));
  return harmless({
    language: messages.language,
    title: said.title(messages.day(agenda.on)),
    advice: agenda.cases.length === 0 ? [{ text: said.noCases, details: [], note: '' }] : [],
    summary: [
      { label: said.states.overdue, value: String(count('overdue')), notes: [] },
      { label: said.states.today, value: String(count('today', 'week')), notes: [] },
      { label: said.cases, value: String(agenda.cases.length), notes: [] },
    ],
    sheets: [],
    news: files.length === 0 ? [] : [list('unread', said.unread, files)],
    sections: [...shown, references.section(rulebook.book, messages)].filter(
      ({ id, groups }) => id !== 'sources' || groups.some(({ items }) => items.length > 0),
    ),
    footer: [
      messages.readOn(rulebook.book.read, rulebook.book.version),
      messages.view.disclaimer,
      rulebook.book.digest,
    ],
  });
}

/** What people call a case: its label, with the file where a label is not its alone; the file where there is none. */
function namer(cases: readonly AgendaCase[]): (one: AgendaCase) => string {
  const times = new Map<string, number>();
  for (const { label } of cases) if (label !== undefined) times.set(label, (times.get(label) ?? 0) + 1);
  return ({ label, file }) => {
    if (label === undefined) return file;
    return times.get(label) === 1 ? label : `${label} (${file})`;
  };
}

function detailsOf(line: DeadlineLine, words: Words): string[] {
  return [...(line.only ? [conditionText(line.only, words)] : []), ...otherDays(line, words.messages)];
}

/** Words for a page without the section of disputes. */
function inShort(words: Words): Words {
  const { messages } = words;
  return {
    ...words,
    messages: { ...messages, sure: { ...messages.sure, disputed: messages.agenda.disputed } },
  };
}

/** One group for each day, in the order of the entries. */
function byDay(
  entries: readonly AgendaEntry[],
  messages: Messages,
  item: (entry: AgendaEntry) => Item,
): Group[] {
  const days = [...new Set(entries.map(({ line }) => line.date))];
  return days.map((day) => {
    const same = entries.filter(({ line }) => line.date === day);
    const inDays = same[0]?.line.inDays ?? 0;
    return {
      marker: 'bullet' as const,
      heading: `${messages.day(day)} (${messages.inDays(inDays)})`,
      items: same.map(item),
    };
  });
}

function list(id: string, heading: string, items: readonly Item[]): Section {
  return { id, heading, groups: [{ marker: 'bullet', items }] };
}
