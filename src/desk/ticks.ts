/** Papers in hand as they are written in a case file: `person/document` or `person/document/pile`. */
import type { Assessment, DeadlineLine } from '../assess/assessment.ts';
import type { Tick } from './desk.ts';

const APPLICANT = 'applicant';
const RELATIVE = /^family-[1-9]\d*$/;
const PART = /^[a-z0-9][a-z0-9-]*$/;

/** Whether a word names a person as an answer does: `applicant`, `family-1`. */
export function isPerson(word: string): boolean {
  return word === APPLICANT || RELATIVE.test(word);
}

/** Reads a tick; `undefined` when the text has another form. */
export function parseTick(text: string): Tick | undefined {
  const [person, document, pile, ...rest] = text.trim().split('/');
  if (person === undefined || !isPerson(person) || document === undefined || rest.length > 0)
    return undefined;
  if (!PART.test(document) || (pile !== undefined && !PART.test(pile))) return undefined;
  return { person, document, ...(pile !== undefined && { pile }) };
}

/** The inverse of {@link parseTick}. */
export function tickText({ person, document, pile }: Tick): string {
  return [person, document, ...(pile === undefined ? [] : [pile])].join('/');
}

/** The pile of dates: a date is ticked like a paper once what it asks for is done. */
const DATES = 'dates';

/** A date as something to tick. */
export function tickOfDate({ id, person = APPLICANT }: DeadlineLine): Required<Tick> {
  return { person, document: id, pile: DATES };
}

/** The answer in which the dates that are ticked are met, as those are that the answers close. */
export function withTickedDates(answer: Assessment, ticked: readonly Tick[]): Assessment {
  if (ticked.length === 0) return answer;
  const deadlines = answer.deadlines.map((line) =>
    isTicked(ticked, tickOfDate(line)) ? { ...line, met: true as const } : line,
  );
  return { ...answer, deadlines };
}

/** Whether a paper of a pile is in hand by these ticks. */
export function isTicked(ticked: readonly Tick[], paper: Tick): boolean {
  return ticked.some(
    ({ person, document, pile }) =>
      person === paper.person && document === paper.document && (pile === undefined || pile === paper.pile),
  );
}
