/** Words of the desk: the agenda of many cases, completion and the manual. Every language has all of them. */
import type { EXIT } from '../exit-codes.ts';

export type DeskHelpKey =
  'agenda' | 'agendaCases' | 'within' | 'label' | 'onlyOpen' | 'completion' | 'shell' | 'man';

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

export interface AgendaMessages {
  readonly title: string;
  /** One line that sums up: how many dates of how many cases. */
  readonly counts: (deadlines: number, cases: number) => string;
  readonly asOf: (day: string) => string;
  readonly filters: (filters: readonly string[]) => string;
  readonly within: (last: string) => string;
  readonly labelled: (text: string) => string;
  readonly onlyOpen: string;
  readonly nothing: string;
  readonly overdue: string;
  readonly today: string;
  readonly thisWeek: string;
  readonly met: (filed: string) => string;
  readonly refused: (count: number, of: number) => string;
  readonly span: (value: string) => string;
  readonly noCases: string;
  /** Heads of the columns of a table. */
  readonly columns: Readonly<
    Record<'date' | 'state' | 'what' | 'whose' | 'latest' | 'sure' | 'source', string>
  >;
}

export interface DeskMessages {
  readonly completion: CompletionMessages;
  readonly manual: ManualMessages;
  readonly agenda: AgendaMessages;
}
