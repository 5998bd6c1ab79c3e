/** Answers that stand ready because the case before was alike: thirty seasonal workers, one after the other. */
import { FIELD_KINDS, FIELD_NAMES, type Case, type FieldName } from '../case/case.ts';
import type { Book } from '../rulebook/book.ts';
import type { AnswerValue, QuestionId } from './answers.ts';
import { EXPERT, eventsOf, resolveEvent } from './front-door.ts';

/** What belongs to one person alone, and is asked anew however alike the cases are; so is every date. */
const PERSONAL: readonly FieldName[] = ['citizenship', 'income', 'family'];

/** Whether an answer of the case before stands ready for the next one. */
export function carriesOver(name: FieldName): boolean {
  return FIELD_KINDS[name] !== 'date' && !PERSONAL.includes(name);
}

/** The answers of a case that stand ready, with what must have happened for it. Each is shown, none is taken. */
export function readyAnswers(book: Book, before: Case): Map<QuestionId, AnswerValue> {
  const ready = new Map<QuestionId, AnswerValue>([['event', eventOf(book, before)]]);
  // who renews or changes a permit holds it already
  if (!beginsAnew(book, before.procedure)) ready.set('from', before.reason);
  for (const name of FIELD_NAMES) {
    const value = before[name];
    const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (simple && carriesOver(name)) ready.set(name, value);
  }
  return ready;
}

/** Whether a procedure is for people who have just entered: it cannot do without the day of entry. */
function beginsAnew(book: Book, procedure: string): boolean {
  return book.fields.entry?.required?.some((when) => when.procedure?.includes(procedure)) ?? false;
}

/** The first event that leads to what the case asks for; the expert's way where none does. */
function eventOf(book: Book, { procedure, reason, from, change }: Case): string {
  const held = from ?? (beginsAnew(book, procedure) ? undefined : reason);
  return (
    eventsOf(book).find((event) => {
      const meaning = resolveEvent(book, event, held, reason);
      const among = meaning?.among?.includes(reason) ?? true;
      return (
        meaning?.procedure === procedure &&
        (meaning.reason ?? reason) === reason &&
        (meaning.change ?? change) === change &&
        among
      );
    }) ?? EXPERT
  );
}
