/** The dates of many case files in one order: what is late, what comes first, what is done. Pure. */
import type { Assessment, DeadlineLine } from '../assess/assessment.ts';
import { addMonths } from '../case/months.ts';
import { addDays, type PlainDate } from '../case/plain-date.ts';
import { plainWords } from '../case/reasons.ts';
import type { AgendaState } from '../messages/desk-words.ts';

/** States in which nothing is left to do. */
const CLOSED: readonly AgendaState[] = ['past', 'done'];

const WEEK = 7;

/** A case file with its answer as of the day of the agenda. */
export interface AgendaCase {
  /** The path as given, or that of the folder with the name below it. */
  readonly file: string;
  /** The name below the folder or file given: the same wherever the folder lies. */
  readonly name: string;
  readonly label?: string;
  /** Dates that the file has as done are met. */
  readonly answer: Assessment;
}

export interface AgendaEntry {
  readonly of: AgendaCase;
  readonly line: DeadlineLine;
  readonly state: AgendaState;
}

export interface AgendaFilter {
  /** The last day shown; what is late is shown whatever the day. */
  readonly until?: PlainDate;
  readonly label?: string;
  readonly onlyOpen?: boolean;
}

export interface Agenda {
  readonly on: PlainDate;
  /** The cases that the label leaves, in the order of their files. */
  readonly cases: readonly AgendaCase[];
  /** Soonest first. */
  readonly entries: readonly AgendaEntry[];
  /** Cases of which nothing is to be done by any day: without a date, or with none that is open. */
  readonly dateless: readonly AgendaCase[];
}

/** The agenda of these cases as of a day. Their answers must be of that day. */
export function agendaOf(cases: readonly AgendaCase[], on: PlainDate, filter: AgendaFilter): Agenda {
  const { until, label, onlyOpen = false } = filter;
  const wanted = label === undefined ? cases : cases.filter((one) => isLabelled(one, label));
  const all = wanted.flatMap((of) =>
    of.answer.deadlines.map((line): AgendaEntry => ({ of, line, state: stateOf(line) })),
  );
  const open = ({ state }: AgendaEntry) => !CLOSED.includes(state);
  const entries = all.filter(
    (entry) => (!onlyOpen || open(entry)) && (until === undefined || entry.line.date <= until),
  );
  const dated = new Set(all.filter(open).map(({ of }) => of));
  return {
    on,
    cases: wanted,
    entries: entries.sort(soonestFirst),
    dateless: wanted.filter((one) => !dated.has(one)),
  };
}

function stateOf({ inDays, role, met }: DeadlineLine): AgendaState {
  if (met === true) return 'done';
  if (inDays < 0) {
    if (role === 'office') return 'office-late';
    if (role === 'opens') return 'open';
    return role === 'event' ? 'past' : 'overdue';
  }
  if (inDays === 0) return 'today';
  return inDays <= WEEK ? 'week' : 'later';
}

function soonestFirst(a: AgendaEntry, b: AgendaEntry): number {
  const key = ({ line, of }: AgendaEntry) => [line.date, of.label ?? of.name, of.file, line.id];
  const [left, right] = [key(a), key(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}

/** Whether a label holds all words asked for, whatever their case and accents. */
function isLabelled({ label = '' }: AgendaCase, wanted: string): boolean {
  return plainWords(label).includes(plainWords(wanted));
}

/** Days, weeks or months ahead: `30d`, `6w`, `2m`; `undefined` when the text is none of them. */
export function dayWithin(on: PlainDate, within: string): PlainDate | undefined {
  const match = /^(\d{1,4})([dwm])$/i.exec(within.trim());
  if (!match) return undefined;
  const count = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  if (unit === 'm') return addMonths(on, count);
  return addDays(on, unit === 'w' ? count * WEEK : count);
}
