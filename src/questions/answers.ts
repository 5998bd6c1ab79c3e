/** What was answered so far, and what it says about the case. */
import { FIELD_KINDS, FIELD_NAMES, kebab, UNKNOWN, type FieldName } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { RawFields } from '../case/read-case.ts';
import { UNANSWERED, type Fields } from '../assess/facts.ts';
import type { Book } from '../rulebook/book.ts';
import { EXPERT, resolveEvent, type EventMeaning } from './front-door.ts';

export type RelativePart = 'relation' | 'born' | 'income';

/** A question: what happened, a field of the case, or one thing about someone who applies together. */
export type QuestionId = 'event' | FieldName | `family.${number}.${RelativePart}`;

/** `undefined` is an answer too: left open, none, nobody. */
export type AnswerValue = string | number | boolean | undefined;

export interface Answer {
  readonly id: QuestionId;
  readonly value: AnswerValue;
}

/** A relative as far as is known; a part that is absent was not asked yet. */
export interface KnownRelative {
  readonly relation: string;
  readonly born?: PlainDate;
  readonly income?: boolean;
}

/** The answers as facts. */
export interface Known {
  readonly event: string | undefined;
  /** What the event led to; `undefined` for an expert, who names procedure and reason. */
  readonly meaning: EventMeaning | undefined;
  /** Fields answered, by the person or by the front door; the value is `undefined` where left open. */
  readonly fields: ReadonlyMap<FieldName, AnswerValue>;
  readonly family: readonly KnownRelative[];
  /** Nobody else applies, as far as the person has said. */
  readonly familyDone: boolean;
}

/** Takes the answers apart. The front door sets procedure, reason and kind of change where it knows them. */
export function readAnswers(book: Book, answers: readonly Answer[]): Known {
  const values = new Map(answers.map(({ id, value }) => [id, value]));
  const event = values.get('event');
  const known = typeof event === 'string' ? event : undefined;
  const meaning =
    known === undefined || known === EXPERT
      ? undefined
      : resolveEvent(book, known, text(values.get('from')), text(values.get('reason')));
  const fields = new Map<FieldName, AnswerValue>();
  for (const name of ['procedure', 'reason', 'change'] as const) {
    if (meaning?.[name] !== undefined) fields.set(name, meaning[name]);
  }
  for (const name of FIELD_NAMES) if (values.has(name)) fields.set(name, values.get(name));
  return { event: known, meaning, fields, ...readFamily(values) };
}

function readFamily(values: ReadonlyMap<QuestionId, AnswerValue>): Pick<Known, 'family' | 'familyDone'> {
  const family: KnownRelative[] = [];
  for (let index = 0; ; index++) {
    const relation = values.get(`family.${index}.relation`);
    if (typeof relation !== 'string') return { family, familyDone: values.has(`family.${index}.relation`) };
    const born = values.get(`family.${index}.born`);
    const income = values.get(`family.${index}.income`);
    family.push({
      relation,
      ...(typeof born === 'string' && { born: born as PlainDate }),
      ...(typeof income === 'boolean' && { income }),
    });
  }
}

function text(value: AnswerValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The answers in the form of a case file: what was left open is absent, and so is a relative half known. */
export function rawFields(known: Known, on: PlainDate): RawFields {
  const given = [...known.fields].filter(([, value]) => value !== undefined);
  const family = known.family.filter(({ born }) => born !== undefined);
  return { on, ...Object.fromEntries(given), ...(family.length > 0 && { family }) };
}

/** Whether the interview asks for a field, given the choices so far; what it does not ask for can be added. */
export function isAsked(book: Book, name: FieldName, { fields }: Pick<Known, 'fields'>): boolean {
  const { ask, askWhen } = book.fields[kebab(name)] ?? {};
  const holds = (when: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(when).every(([field, members]) =>
      members.includes(String(fields.get(field as FieldName))),
    );
  return ask !== undefined && (askWhen?.some(holds) ?? true);
}

/** The answers as the tables read them: a question still to come is unanswered, one never asked is absent. */
export function fieldsOf(book: Book, known: Known, on: PlainDate): Fields {
  return (name) => {
    const given = known.fields.get(name);
    if (given === UNKNOWN) return UNANSWERED;
    if (given !== undefined) return given;
    if (name === 'on') return on;
    const open = !known.fields.has(name) && isAsked(book, name, known);
    if (open) return UNANSWERED;
    return FIELD_KINDS[name] === 'boolean' ? false : undefined;
  };
}
