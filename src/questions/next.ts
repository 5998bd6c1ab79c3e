/** Answers so far → the next question that can still change the result. Pure. */
import { assess } from '../assess/assess.ts';
import { FIELD_NAMES, kebab, type CaseDomains, type FieldName } from '../case/case.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { readCase, type RawFields } from '../case/read-case.ts';
import { InputError } from '../errors.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { isAsked, rawFields, readAnswers, type Answer, type Known, type QuestionId } from './answers.ts';
import { asksHeld, EXPERT, eventsOf, heldFor } from './front-door.ts';
import { openQuestions } from './open.ts';
import { worthAsking, type Probe } from './worth.ts';

/** A question as it comes up in this interview. */
export interface Asked {
  readonly id: QuestionId;
  /** It may be left open: not provided, none, nobody. */
  readonly optional: boolean;
  /** Members that can be chosen here, where they are fewer than all. */
  readonly members?: readonly string[];
  /** Choices that lead somewhere; any other is refused with these. `undefined` stands for none. */
  readonly leads?: readonly (string | undefined)[];
  /** A date that cannot lie after this day. */
  readonly latest?: PlainDate;
  /** The answer can be that it is not known. */
  readonly unknown?: boolean;
  /** Of whom the question speaks, where that is not who answers it. */
  readonly about?: string;
}

/** What the questions are about: the law, and the day as of which it is read. */
export interface Setting {
  readonly rulebook: Rulebook;
  readonly on: PlainDate;
}

/**
 * The next question, or `undefined` when no further answer can change the result. Throws {@link InputError}
 * when the answers cannot make a case.
 */
export function nextQuestion(setting: Setting, answers: readonly Answer[]): Asked | undefined {
  const { book } = setting.rulebook;
  const known = readAnswers(book, answers);
  const asked = nextOf(setting, known);
  const about = book.events.find(({ event }) => event === known.event)?.about;
  const unknown = asked !== undefined && book.fields[kebab(asked.id)]?.unknown === true;
  return asked && { ...asked, ...(unknown && { unknown }), ...(about !== undefined && { about }) };
}

function nextOf(setting: Setting, known: Known): Asked | undefined {
  const domains = caseDomains(setting.rulebook.book);
  const raw = rawFields(known, setting.on);
  const needed = nextNeeded(setting, known, domains, raw);
  if (needed) return needed;
  const soFar: SoFar = { ...setting, domains, raw, known };
  return nextOfFamily(soFar) ?? nextOptional(soFar);
}

/**
 * The next question without whose answer there is no case: at the front door, or about a field that must be there.
 * Throws {@link InputError} when the answers cannot make a case.
 */
export function nextNeeded(
  setting: Setting,
  known: Known,
  domains: CaseDomains,
  raw: RawFields = rawFields(known, setting.on),
): Asked | undefined {
  const door = atTheDoor(setting, known);
  if (door) return door;
  const read = readCase(raw, domains, setting.on);
  if ('ok' in read) return undefined;
  const wrong = read.problems.filter(({ code }) => code !== 'missing');
  if (wrong.length > 0) throw new InputError(wrong);
  const [first] = read.problems.map(({ path }) => path as FieldName).sort(byPlace(setting));
  return first === undefined ? undefined : required(setting, first, known, domains);
}

/** A case that has everything it must have. */
interface SoFar extends Probe {
  readonly known: Known;
}

/** The questions on which the result still hangs, as far as three values can tell. */
function openNow({ rulebook, known, on, raw, domains }: SoFar): Set<QuestionId> {
  const read = readCase(raw, domains, on);
  return 'ok' in read ? openQuestions(rulebook, known, on, assess(read.ok, rulebook)) : new Set();
}

/** What happened, the permit held where the event hangs on it, and the reason where the procedure does. */
function atTheDoor({ rulebook: { book } }: Setting, known: Known): Asked | undefined {
  const { event, meaning } = known;
  if (event === undefined) {
    return book.events.length === 0
      ? undefined
      : { id: 'event', optional: false, members: [...eventsOf(book), EXPERT] };
  }
  if (event === EXPERT) return undefined;
  if (asksHeld(book, event) && !known.fields.has('from')) {
    const leads = heldFor(book, event);
    return { id: 'from', optional: leads.includes(undefined), leads };
  }
  if (meaning?.procedure !== undefined || known.fields.has('reason')) return undefined;
  return { id: 'reason', optional: false, ...(meaning?.among && { members: meaning.among }) };
}

function required({ rulebook, on }: Setting, name: FieldName, known: Known, domains: CaseDomains): Asked {
  if (name === 'born') return { id: name, optional: false, latest: on };
  if (name === 'reason' && known.meaning?.among)
    return { id: name, optional: false, members: known.meaning.among };
  const members = allowed(rulebook, name, known, domains);
  return { id: name, optional: false, ...(members && { members }) };
}

/** Members of a choice that go with the other answers, where the book narrows them. */
function allowed(
  { book }: Rulebook,
  name: FieldName,
  known: Known,
  domains: CaseDomains,
): readonly string[] | undefined {
  const narrower = domains.allowed[kebab(name)]?.find(({ when = {} }) =>
    Object.entries(when).every(([field, members]) =>
      members.includes(String(known.fields.get(field as FieldName))),
    ),
  );
  return narrower?.values ?? book.fields[kebab(name)]?.values;
}

/** Once somebody is named: when they were born, their income where it matters, and who else. */
function nextOfFamily(soFar: SoFar): Asked | undefined {
  const { family, familyDone } = soFar.known;
  const index = family.length - 1;
  const last = family[index];
  if (!last || familyDone) return undefined;
  if (last.born === undefined) return { id: `family.${index}.born`, optional: false, latest: soFar.on };
  const income = `family.${index}.income` as const;
  const open = last.income === undefined && openNow(soFar).has(income);
  if (open && worthAsking(soFar, [income]) !== undefined) return { id: income, optional: false };
  return { id: `family.${index + 1}.relation`, optional: true };
}

function nextOptional(soFar: SoFar): Asked | undefined {
  const { rulebook, known, domains } = soFar;
  const open = openNow(soFar);
  const candidates = FIELD_NAMES.filter((name) => open.has(name) && isAsked(rulebook.book, name, known)).sort(
    byPlace(soFar),
  );
  const id = worthAsking(soFar, candidates);
  if (id === undefined) return undefined;
  if (id === 'family') return { id: 'family.0.relation', optional: true };
  const members = allowed(rulebook, id as FieldName, known, domains);
  return { id, optional: true, ...(members && { members }) };
}

/** By place in the interview; fields without one come last. */
function byPlace({ rulebook }: Setting): (a: FieldName, b: FieldName) => number {
  const place = (name: FieldName) => rulebook.book.fields[kebab(name)]?.ask ?? Infinity;
  return (a, b) => (place(a) === place(b) ? 0 : place(a) - place(b));
}
