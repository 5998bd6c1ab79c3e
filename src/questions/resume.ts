/** An interview that was stopped → what a case file keeps of it, and back. Pure. */
import { FIELD_NAMES, UNKNOWN, type CaseDomains, type FieldName } from '../case/case.ts';
import { readField, type RawFields } from '../case/read-case.ts';
import type { Book } from '../rulebook/book.ts';
import { readAnswers, type Answer, type AnswerValue, type QuestionId } from './answers.ts';
import { DATES_ON_REQUEST } from './catalogue.ts';
import { EXPERT } from './front-door.ts';
import { START, type Interview } from './interview.ts';

/** What no field of a case says: the answer at the front door, and the questions left open on purpose. */
export interface StoppedInterview {
  readonly event?: string;
  readonly open: readonly string[];
}

/** The answers of an interview as fields of a case, half-known relatives included, and what no field says. */
export function stopped(
  book: Book,
  { added, answers, kept }: Interview,
): { fields: RawFields; rest: StoppedInterview } {
  const all = [...added, ...answers, ...kept.filter(({ id }) => !answers.some((answer) => answer.id === id))];
  const known = readAnswers(book, all);
  const given = [...known.fields].filter(([name, value]) => value !== undefined && name !== 'on');
  const family = known.family.map((relative) => ({ ...relative }));
  return {
    fields: { ...Object.fromEntries(given), ...(family.length > 0 && { family }) },
    rest: {
      ...(known.event !== undefined && { event: known.event }),
      open: all.filter(({ value }) => value === undefined).map(({ id }) => id),
    },
  };
}

/**
 * An interview that goes on from a case file: each answer is taken again when its question comes up, as if it
 * had been given before a change. Values that no longer fit their question are asked anew.
 */
export function resumed(
  fields: RawFields,
  rest: StoppedInterview | undefined,
  domains: CaseDomains,
): Interview {
  const onRequest = (id: QuestionId) => DATES_ON_REQUEST.some((name) => name === id);
  const values = FIELD_NAMES.flatMap((name): Answer[] => {
    const given = fields[name];
    if (given === undefined || given === null || name === 'on') return [];
    if (name === 'family') return relatives(given);
    if (given === UNKNOWN) return [{ id: name, value: UNKNOWN }];
    return [{ id: name, value: fieldValue(name, given, domains) }].filter(({ value }) => value !== undefined);
  });
  const named = fields.procedure !== undefined && fields.procedure !== null;
  const event = rest?.event ?? (named ? EXPERT : undefined);
  const open = (rest?.open ?? []).map((id): Answer => ({ id: id as QuestionId, value: undefined }));
  const kept: Answer[] = [
    ...(event === undefined ? [] : [{ id: 'event' as const, value: event }]),
    ...values.filter(({ id }) => !onRequest(id)),
    ...open,
  ];
  return {
    ...START,
    kept,
    added: values.filter(({ id }) => onRequest(id)),
    earlier: new Map(kept.map(({ id, value }) => [id, value])),
  };
}

function fieldValue(name: Exclude<FieldName, 'family'>, given: unknown, domains: CaseDomains): AnswerValue {
  const read = readField(name, given, domains);
  return 'value' in read ? read.value : undefined;
}

function relatives(given: unknown): Answer[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((member: unknown, index): Answer[] => {
    const { relation, born, income } = (member ?? {}) as RawFields;
    const part = (name: 'relation' | 'born' | 'income', value: AnswerValue): Answer => ({
      id: `family.${index}.${name}`,
      value,
    });
    return [
      ...(typeof relation === 'string' ? [part('relation', relation)] : []),
      ...(typeof born === 'string' ? [part('born', born)] : []),
      ...(typeof income === 'boolean' ? [part('income', income)] : []),
    ];
  });
}
