import type { PlainDate } from '../case/plain-date.ts';

/** What the program says about case files: saving, ticking, what changed, interviews that were stopped. */
export interface CaseFileMessages {
  /** Comments that the program writes into a file. */
  readonly fileHeading: string;
  readonly seenComment: string;
  readonly interviewComment: string;
  readonly tickedComment: string;
  readonly template: {
    readonly heading: readonly string[];
    readonly required: string;
    readonly requiredWhen: (condition: string) => string;
    readonly oneOf: (members: readonly string[]) => string;
    readonly byProgram: (command: string) => string;
    readonly date: string;
    readonly number: (least: number, most: number) => string;
    readonly yesNo: string;
    readonly country: string;
    readonly province: string;
    readonly family: string;
    readonly label: string;
    readonly notes: string;
    readonly ticked: string;
  };
  readonly stopped: string;
  readonly reviewSave: string;
  readonly saved: (file: string) => string;
  /** Words beside the papers of a checklist. */
  readonly inHand: string;
  readonly missing: string;
  readonly partly: (inHand: string, missing: string) => string;
  readonly progress: string;
  readonly count: (inHand: number, total: number) => string;
  readonly allInHand: string;
  readonly dates: (done: number, total: number) => string;
  /** Beside a date that is not done, in the list to tick. */
  readonly toDo: string;
  readonly next: (papers: readonly string[], pile: string, more: number) => string;
  readonly nextStep: (step: string) => string;
  readonly by: (what: string, day: string, when: string) => string;
  readonly unasked: (papers: readonly string[]) => string;
  readonly changed: string;
  readonly since: (on: PlainDate, day: string, version: string) => string;
  readonly rulesChanged: (version: string) => string;
  readonly dayChanged: (day: string) => string;
  readonly answerChanged: (label: string, before: string, after: string) => string;
  readonly nothing: string;
  readonly keepHint: string;
  readonly changesHint: (count: number) => string;
  readonly tick: {
    readonly question: string;
    readonly keys: string;
    readonly plainHow: string;
    readonly notANumber: (typed: string, count: number) => string;
    readonly needsPerson: (paper: string, people: readonly string[]) => string;
    readonly needsPapers: string;
    readonly noPapers: string;
    readonly written: (file: string) => string;
    readonly unchanged: string;
  };
  readonly offer: {
    readonly save: string;
    readonly interrupted: string;
    readonly hint: string;
    /** The same where nobody is waited for forever. */
    readonly hintLeaving: string;
    readonly goOn: (file: string) => string;
    readonly notSaved: (why: string) => string;
    readonly kept: (file: string) => string;
  };
  readonly resumed: (count: number) => string;
}
