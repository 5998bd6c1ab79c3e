/** Words of completion and of the manual. Every language has all of them. */
import type { EXIT } from '../exit-codes.ts';

export type DeskHelpKey =
  | 'completion'
  | 'shell'
  | 'man'
  | 'agenda'
  | 'agendaCases'
  | 'agendaFormat'
  | 'within'
  | 'onlyOpen'
  | 'agendaLabel';

export interface CompletionMessages {
  /** What the script does. */
  readonly what: string;
  /** Above the line for this shell alone, and above the one for every new shell. */
  readonly once: string;
  readonly always: string;
}

/** What the manual says besides what the help says. */
export interface ManualMessages {
  /** The program in one line. */
  readonly summary: string;
  readonly commands: string;
  readonly common: string;
  readonly ofCommand: (command: string) => string;
  readonly intro: string;
  readonly allowed: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly exit: Readonly<Record<keyof typeof EXIT, string>>;
  readonly examples: Readonly<Record<string, string>>;
}

/**
 * How a date stands on the day of the agenda. `overdue`, `today`, `week` (the next seven days) and `later` are
 * days by which the person acts, or on which something happens or begins; `office-late` is a term of an office
 * that is over, `open` a day from which something has been possible, `past` an event that was, `done` what the answers
 * or a tick say is done.
 */
export type AgendaState = 'overdue' | 'today' | 'week' | 'later' | 'office-late' | 'open' | 'past' | 'done';

/** The dates of many cases. */
export interface AgendaMessages {
  readonly title: (day: string) => string;
  readonly states: Readonly<Record<AgendaState, string>>;
  readonly cases: string;
  readonly dateless: string;
  readonly nothingToDo: string;
  readonly noCases: string;
  /** Beside a date on which readings differ: where both stand. */
  readonly disputed: string;
  readonly unread: string;
  readonly unreadCount: (unread: number, files: number) => string;
}

export interface DeskMessages {
  readonly agenda: AgendaMessages;
  readonly completion: CompletionMessages;
  readonly manual: ManualMessages;
}
