/** Every question once: what is asked, why, and what can be answered, in one language. */
import { FIELD_KINDS, kebab, UNKNOWN, type FieldName } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { Messages, WizardMessages } from '../messages/messages.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import type { Book } from '../rulebook/book.ts';
import { wordingOf } from '../rulebook/wording.ts';
import type { AnswerValue, QuestionId, RelativePart } from './answers.ts';
import type { Choice } from './choices.ts';
import { EXPERT, eventsOf } from './front-door.ts';
import type { Asked } from './next.ts';

/** A question in words, ready to be asked in either way. */
export interface Question {
  readonly kind: 'choice' | 'date' | 'integer' | 'boolean';
  readonly text: string;
  readonly why?: string;
  readonly choices: readonly Choice[];
  /** The choices are read as a whole even when they are many. */
  readonly whole?: boolean;
  /** However few, the choices are searched by typing: by codes and everyday words. */
  readonly search?: boolean;
  /** What not knowing the answer is called; absent where the answer must be known. */
  readonly unknown?: string;
  /** Where an answer that must be known can be found. */
  readonly mustKnow?: string;
  /** What leaving it open is called; absent where an answer is needed. */
  readonly skip?: string;
  /** Smallest and largest number. */
  readonly range?: readonly [number, number];
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
}

/** Dates that no question asks for, or not in every interview; they can be added at the review. */
export const DATES_ON_REQUEST = [
  'filed',
  'appointment',
  'cardReady',
  'moved',
  'refusalNotified',
  'jobEnd',
  'on',
] as const;
export type DateOnRequest = (typeof DATES_ON_REQUEST)[number];

export interface Catalogue {
  readonly messages: Messages;
  /** The question as it comes up in an interview. */
  question(asked: Asked): Question;
  /** The question for a date that is added at the review. */
  dateOnRequest(id: DateOnRequest): Question;
  /** A short name of what was asked. */
  label(id: QuestionId): string;
  /** An answer in words. */
  answer(id: QuestionId, value: AnswerValue): string;
}

/** The field whose questions are about other people. */
const FAMILY = 'family';

/** The catalogue of a rule book. Wording that is missing shows its id: the check of the book reports it. */
export function makeCatalogue(book: Book, messages: Messages): Catalogue {
  const { wizard } = messages;
  const find = (kind: string, id: string, ...parts: string[]) => {
    const text = wordingOf(book, messages.language, kind, id, ...parts)?.text;
    return text === undefined ? undefined : withoutMarks(text);
  };
  const say = (kind: string, id: string, ...parts: string[]) =>
    find(kind, id, ...parts) ?? parts.at(-1) ?? id;
  const choicesOf = (id: QuestionId): readonly Choice[] =>
    choices(book, id, (member) => memberText(id, member));
  const memberText = (id: QuestionId, member: string): string => {
    if (id === 'event') return member === EXPERT ? wizard.expert : say('events', member);
    const field = fieldOf(id);
    switch (FIELD_KINDS[field]) {
      case 'reason':
        return say('reasons', member);
      case 'country':
        return say('countries', member);
      case 'province':
        return book.provinces[member] ?? member;
      default:
        return say('fields', id.endsWith('.relation') ? 'relation' : kebab(field), member);
    }
  };
  const words = ({ id, about }: Pick<Asked, 'id' | 'about'>): Pick<Question, 'text' | 'why'> => {
    const own = ownWords(wizard, id, about !== undefined);
    const name = id.endsWith('.relation') ? FAMILY : kebab(fieldOf(id));
    const why = own?.why ?? find('fields', name, 'why');
    const variant = about === undefined ? undefined : find('fields', name, `about-${about}`);
    const text = own?.text ?? variant ?? find('fields', name, 'question') ?? name;
    return { text, ...(why !== undefined && { why }) };
  };
  const mustKnowOf = (id: QuestionId) =>
    find('fields', id.endsWith('.relation') ? FAMILY : kebab(fieldOf(id)), 'must-know');
  return {
    messages,
    question: (asked) => {
      const { id, members, latest } = asked;
      const range = book.fields[kebab(fieldOf(id))]?.range;
      const all = choicesOf(id);
      return {
        ...words(asked),
        kind: kindOf(id),
        choices: members ? all.filter(({ value }) => members.includes(value)) : all,
        ...(id === 'event' && { whole: true }),
        ...(FIELD_KINDS[fieldOf(id)] === 'reason' && { search: true }),
        ...standing(wizard, asked, mustKnowOf(id)),
        ...(range && { range }),
        ...(latest !== undefined && { latest }),
      };
    },
    dateOnRequest: (id) => ({
      kind: 'date',
      text: find('fields', kebab(id), 'label') ?? id,
      choices: [],
      skip: wizard.skip,
      ...(id === 'on' && { earliest: book.earliest }),
    }),
    label: (id) => labelOf(wizard, id) ?? find('fields', kebab(fieldOf(id)), 'label') ?? fieldOf(id),
    answer: (id, value) => {
      if (value === undefined) return skipped(wizard, id);
      if (value === UNKNOWN) return wizard.unknown;
      if (typeof value === 'boolean') return value ? messages.yes : messages.no;
      if (typeof value === 'number') return String(value);
      return kindOf(id) === 'date' ? messages.day(value as PlainDate) : memberText(id, value);
    },
  };
}

/** The field that a question is about; for a relative the field of the same name. */
function fieldOf(id: QuestionId): FieldName {
  return id.split('.').at(-1) as FieldName;
}

function kindOf(id: QuestionId): Question['kind'] {
  const kind = id === 'event' ? 'choice' : FIELD_KINDS[fieldOf(id)];
  return kind === 'date' || kind === 'integer' || kind === 'boolean' ? kind : 'choice';
}

/** All members of a choice with every name by which one can be found. */
function choices(book: Book, id: QuestionId, label: (member: string) => string): Choice[] {
  const field = fieldOf(id);
  const question = kebab(field);
  const choice = (value: string, more: Pick<Choice, 'names' | 'words'> = {}): Choice => ({
    value,
    label: label(value),
    ...more,
    words: [...(more.words ?? []), ...(book.words[question]?.[value] ?? [])],
  });
  if (id === 'event') {
    const named = (event: string) => choice(event, { names: namesEverywhere(book, 'events', event) });
    return [...eventsOf(book).map(named), choice(EXPERT)];
  }
  switch (id.endsWith('.relation') ? 'choice' : FIELD_KINDS[field]) {
    case 'choice':
      return (book.fields[question]?.values ?? []).map((value) =>
        choice(value, { names: namesEverywhere(book, 'fields', question, value) }),
      );
    case 'reason':
      return Object.entries(book.reasons).map(([value, { code, names, words }]) =>
        choice(value, {
          names: [...(code === null ? [] : [code, String(Number(code))]), ...names],
          words: [...words, ...namesEverywhere(book, 'reasons', value)],
        }),
      );
    case 'country':
      return book.countries.map((value) =>
        choice(value, { names: namesEverywhere(book, 'countries', value) }),
      );
    case 'province': {
      const former = Object.entries(book.formerProvinces);
      return Object.keys(book.provinces).map((value) =>
        choice(value, { names: former.flatMap(([code, current]) => (current === value ? [code] : [])) }),
      );
    }
    default:
      return [];
  }
}

/** What an answer is called in all languages of the book. */
function namesEverywhere(book: Book, kind: string, id: string, ...parts: string[]): string[] {
  return Object.keys(book.texts).flatMap((language) => {
    const text = wordingOf(book, language, kind, id, ...parts)?.text;
    return text === undefined ? [] : withoutMarks(text);
  });
}

/** Questions about what is no field: the program's own words. */
function ownWords(
  wizard: WizardMessages,
  id: QuestionId,
  ofAnother: boolean,
): { text: string; why?: string } | undefined {
  if (id === 'event') return { text: wizard.happened, why: wizard.whyHappened };
  if (id.endsWith('.relation'))
    return id === `${FAMILY}.0.relation`
      ? undefined
      : { text: ofAnother ? wizard.anotherAlso : wizard.anotherRelative };
  if (id.startsWith(`${FAMILY}.`)) {
    return id.endsWith('.born')
      ? { text: wizard.relativeBorn, why: wizard.whyRelativeBorn }
      : { text: wizard.relativeIncome, why: wizard.whyRelativeIncome };
  }
  return undefined;
}

function labelOf(wizard: WizardMessages, id: QuestionId): string | undefined {
  if (id === 'event') return wizard.happenedLabel;
  const [, index, part] = id.split('.');
  return index === undefined ? undefined : wizard.relativeLabel[part as RelativePart](Number(index) + 1);
}

/**
 * Not knowing, leaving open, or where to find the answer. A list in which one can say that one does not know has
 * no need to be left open.
 */
function standing(
  wizard: WizardMessages,
  asked: Asked,
  mustKnow: string | undefined,
): Pick<Question, 'unknown' | 'mustKnow' | 'skip'> {
  const { id, optional, unknown = false } = asked;
  const typed = kindOf(id) === 'integer';
  const skips = optional && (!unknown || typed);
  return {
    ...(unknown && { unknown: wizard.unknown }),
    ...(mustKnow !== undefined && { mustKnow }),
    ...(skips && { skip: typed ? wizard.noLength : skipWord(wizard, asked) }),
  };
}

function skipWord(wizard: WizardMessages, { id, leads }: Asked): string {
  return id.endsWith('.relation') || leads ? skipped(wizard, id) : wizard.skip;
}

/** How an answer left open reads. */
function skipped(wizard: WizardMessages, id: QuestionId): string {
  if (id.endsWith('.relation')) return wizard.nobody;
  return id === 'from' ? wizard.noPermit : wizard.notProvided;
}
