/** What a case file adds to an answer: how far its papers are collected, and what changed since it was last kept. */
import type { Assessment } from '../assess/assessment.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { RawFields } from '../case/read-case.ts';
import { changesBetween, lineStates, type Change } from '../compare/lines.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { CASE_FILE_KEYS, type Desk, type Seen, type Tick } from './desk.ts';
import { progressOf, type Progress } from './progress.ts';
import { withTickedDates } from './ticks.ts';

/** An answer of the person that is not what it was. */
export interface ChangedAnswer {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The differences from the answer that was last kept. */
export interface Changes {
  readonly since: Pick<Seen, 'on' | 'version' | 'digest'>;
  /** What is no longer the same; one of them at least is why lines changed. */
  readonly rules: boolean;
  readonly day: boolean;
  readonly answers: readonly ChangedAnswer[];
  readonly lines: readonly Change[];
}

export interface News {
  readonly label?: string;
  /** What is ticked in the file; dates among it are done in the answer, too: {@link withTickedDates}. */
  readonly ticked?: readonly Tick[];
  readonly progress?: Progress;
  readonly changes?: Changes;
}

/**
 * The news of a file for the answer of today: progress where any paper is ticked (or `always`), changes where
 * an answer was kept and a line or an answer of the person differs from it. `fields` are the case as given.
 */
export function newsOf(
  desk: Desk,
  fields: RawFields,
  answer: Assessment,
  { book }: Rulebook,
  always = false,
): News {
  const changes = desk.seen && changesSince(desk.seen, fields, answer);
  const shown = changes && (changes.lines.length > 0 || changes.answers.length > 0);
  const { ticked } = desk;
  const progress = always || ticked.length > 0;
  return {
    ...(desk.label !== undefined && { label: desk.label }),
    ...(ticked.length > 0 && { ticked }),
    ...(progress && { progress: progressOf(withTickedDates(answer, ticked), book.piles, ticked) }),
    ...(shown && { changes }),
  };
}

function changesSince(seen: Seen, fields: RawFields, answer: Assessment): Changes {
  const { on, version, digest } = seen;
  const names = CASE_FILE_KEYS.filter((name) => name !== 'on');
  const answers = names.flatMap((field): ChangedAnswer[] => {
    const [before, after] = [seen.case[field], fields[field]].map((value) => value ?? undefined);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
  });
  return {
    since: { on, version, digest },
    rules: digest !== answer.rulebook.digest,
    day: on !== answer.on,
    answers,
    lines: changesBetween(seen.lines, lineStates(answer)),
  };
}

/** What is kept of an answer, to tell later what has changed. `fields` are the case as it is saved. */
export function seenOf(fields: RawFields, answer: Assessment): Seen {
  const { on, rulebook } = answer;
  const { on: _, ...rest } = fields;
  const lines = lineStates(answer);
  return {
    on: on satisfies PlainDate,
    version: rulebook.version,
    digest: rulebook.digest,
    case: rest,
    lines,
  };
}
