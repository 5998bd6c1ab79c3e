/**
 * The proof that every interview ends: all ways through the questions without which there is no case are walked.
 * Each question has an answer, none comes twice, and what comes out is a case. After them only fields that were
 * not asked yet and further relatives are asked for, and of either there is an end: whoever answers says so.
 */
import { kebab, type CaseDomains, FIELD_KINDS, FIELD_NAMES, type FieldName } from '../case/case.ts';
import { InputError } from '../errors.ts';
import { isAsked, rawFields, readAnswers, type Answer, type AnswerValue } from '../questions/answers.ts';
import { EXPERT, eventsOf } from '../questions/front-door.ts';
import { nextNeeded, type Asked, type Setting } from '../questions/next.ts';
import type { Book } from '../rulebook/book.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import type { Finding } from './finding.ts';

/** What the walk came to. */
export interface InterviewProof {
  readonly findings: readonly Finding[];
  /** More questions than any interview of somebody without relatives has. */
  readonly most: number;
  /** Ways through the questions without which there is no case. */
  readonly ways: number;
}

/** Questions about each relative. */
export const PER_RELATIVE = 3;
/** The question whether anybody else applies. */
const ANYBODY = 1;
/** Faults shown before the walk is given up. */
const MOST_FAULTS = 5;

interface Walk {
  readonly setting: Setting;
  readonly domains: CaseDomains;
  /** Choices on which it hangs which other question is asked. */
  readonly turning: ReadonlySet<string>;
}

/** Walks all interviews of a book. */
export function proveInterview(rulebook: Rulebook): InterviewProof {
  const { book } = rulebook;
  const setting = { rulebook, on: book.read };
  const walk: Walk = { setting, domains: caseDomains(book), turning: turningFields(book) };
  const findings: Finding[] = [];
  let most = 0;
  let ways = 0;
  const visit = (answers: readonly Answer[]): void => {
    if (findings.length >= MOST_FAULTS) return;
    const step = nextStep(walk, answers);
    if ('fault' in step) findings.push(fault(walk, answers, step.fault));
    else if ('done' in step) {
      ways++;
      most = Math.max(most, answers.length + stillAsked(book, answers) + ANYBODY);
    } else for (const value of step.values) visit([...answers, { id: step.asked.id, value }]);
  };
  visit([]);
  return { findings, most, ways };
}

/** Choices that some condition of another question names, and those of the front door. */
function turningFields(book: Book): ReadonlySet<string> {
  const conditions = Object.values(book.fields).flatMap(({ required = [], allowed = [], askWhen = [] }) => [
    ...required,
    ...allowed.map(({ when }) => when),
    ...askWhen,
  ]);
  return new Set(['event', ...conditions.flatMap((when) => Object.keys(when))]);
}

type Step =
  | { readonly fault: string }
  | { readonly done: true }
  | { readonly asked: Asked; readonly values: readonly AnswerValue[] };

function nextStep({ setting, domains, turning }: Walk, answers: readonly Answer[]): Step {
  const { book } = setting.rulebook;
  const known = readAnswers(book, answers);
  let asked: Asked | undefined;
  try {
    asked = nextNeeded(setting, known, domains);
  } catch (error) {
    if (error instanceof InputError) return { fault: 'the answers make no case' };
    throw error;
  }
  if (!asked) return { done: true };
  const { id } = asked;
  if (answers.some((answer) => answer.id === id)) return { fault: `${id} is asked again and again` };
  const values = valuesFor(setting, asked);
  if (values.length === 0) return { fault: `${id} has no answer` };
  const door = known.event !== EXPERT && (id === 'from' || id === 'reason');
  return { asked, values: door || turning.has(kebab(id)) ? values : values.slice(0, 1) };
}

/** Every answer to a choice; to another question one that can be given. */
function valuesFor(
  { rulebook: { book }, on }: Setting,
  { id, leads, members }: Asked,
): readonly AnswerValue[] {
  if (id === 'event') return [...eventsOf(book), EXPERT];
  if (leads ?? members) return leads ?? members ?? [];
  switch (FIELD_KINDS[id as FieldName]) {
    case 'reason':
      return Object.keys(book.reasons);
    case 'country':
      return book.countries;
    case 'boolean':
      return [false, true];
    case 'integer':
      return book.fields[kebab(id)]?.range ?? [];
    case 'date':
      return [on];
    default:
      return [];
  }
}

/** Fields that are asked for beyond those that were, relatives left out. */
function stillAsked(book: Book, answers: readonly Answer[]): number {
  const known = readAnswers(book, answers);
  const left = FIELD_NAMES.filter(
    (name: FieldName) =>
      FIELD_KINDS[name] !== 'family' && !known.fields.has(name) && isAsked(book, name, known),
  );
  return left.length;
}

function fault({ setting: { rulebook, on } }: Walk, answers: readonly Answer[], what: string): Finding {
  const { book } = rulebook;
  const event = answers.find(({ id }) => id === 'event')?.value;
  const place = book.events.find((row) => row.event === event)?.place ?? { file: 'book.yaml' };
  const given = answers.map(({ id, value }) => `${id}: ${String(value ?? 'none')}`).join(', ');
  return {
    kind: 'interview',
    verdict: 'refuted',
    place,
    message: `an interview does not end: ${what}, after { ${given} }`,
    case: rawFields(readAnswers(book, answers), on),
  };
}
