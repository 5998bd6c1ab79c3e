/** Words of completion and of the manual. Every language has all of them. */
import type { EXIT } from '../exit-codes.ts';

export type DeskHelpKey = 'completion' | 'shell' | 'man';

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

export interface DeskMessages {
  readonly completion: CompletionMessages;
  readonly manual: ManualMessages;
}
