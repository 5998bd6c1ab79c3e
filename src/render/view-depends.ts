/** The section of what depends on answers that nobody could give, and the words for a line that hangs on them. */
import type {
  Assessment,
  Condition,
  DeadlineLine,
  Dependence,
  DependentAnswer,
  Line,
} from '../assess/assessment.ts';
import { kebab } from '../case/case.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import type { Item, Section } from './view.ts';
import type { Words } from './words.ts';

/** Most lines that are named for one answer; the lists of the result have them all. */
const MOST_NAMED = 6;

/** Lists whose lines are named; dates are told with their day, rights belong to no list of things to do. */
const NAMED: readonly string[] = ['forms', 'documents', 'steps', 'warnings'];

/** One item for each open question: what comes out with each answer, and how to find out. */
export function dependsSection(answer: Assessment, words: Words): Section {
  const items = (answer.depends ?? []).map((one): Item => {
    const { label, findOut } = questionOf(one, words);
    const { on, findOut: how } = words.messages.depends;
    const answers = one.answers.map((given) => answerText(answer, one, given, words));
    return { text: on(label), details: [...answers, how(findOut)], note: '' };
  });
  return { id: 'depends', heading: words.messages.view.depends, groups: [{ marker: 'bullet', items }] };
}

/** The same for programs; `undefined` where everything is known. */
export function dependsJson(answer: Assessment, words: Words): unknown {
  return answer.depends?.map((one) => {
    const { label, findOut } = questionOf(one, words);
    const answers = one.answers.map((given) => ({
      ...given,
      text: withoutMarks(answerText(answer, one, given, words)),
    }));
    return { field: one.field, text: label, findOut, answers };
  });
}

function questionOf({ field }: Dependence, words: Words): { label: string; findOut: string } {
  const name = kebab(field);
  return {
    label: words.part('fields', name, 'label'),
    findOut: withoutMarks(words.part('fields', name, 'find-out')),
  };
}

/** What is to be done by a date; what holds with some answers only does not look certain. */
export function dateName({ id, values, only, met }: DeadlineLine, words: Words): string {
  const { text } = words.say('deadlines', id, values);
  return only === undefined || met === true ? text : `${text} (${words.messages.depends.perhaps})`;
}

/** The names of the open questions, for the first screen. */
export function openQuestions(answer: Assessment, words: Words): string[] {
  return (answer.depends ?? []).map(({ field }) => words.part('fields', kebab(field), 'label'));
}

/** `only if: Kind of contract: fixed-term`. */
export function conditionText(only: readonly Condition[], words: Words): string {
  const conditions = only.map(
    ({ field, values }) =>
      `${words.part('fields', kebab(field), 'label')}: ${valuesText(field, values, words)}`,
  );
  return conditions.length === 0
    ? words.messages.depends.onAnswers
    : words.messages.depends.onlyIf(conditions);
}

function answerText(
  answer: Assessment,
  { field, answers }: Dependence,
  given: DependentAnswer,
  words: Words,
): string {
  const { messages } = words;
  const { depends } = messages;
  const differs = (of: (one: DependentAnswer) => unknown) =>
    new Set(answers.map((one) => JSON.stringify(of(one)))).size > 1;
  const [least, most] = given.totalCents;
  const total =
    least === most ? messages.money(least) : depends.range(messages.money(least), messages.money(most));
  const [shortest, longest] = given.months ?? [0, 0];
  const length =
    shortest === longest ? depends.months(longest) : depends.range(String(shortest), depends.months(longest));
  const added = given.lines.filter(({ list }) => NAMED.includes(list));
  const say = (list: string, id: string) => words.say(list, id, valuesOf(answer, list, id)).text;
  const named = added.slice(0, MOST_NAMED).map(({ list, id }) => withoutMarks(say(list, id)));
  const parts = [
    ...(given.permit ? [] : [depends.noPermit]),
    ...(given.months && field !== 'months' && differs(({ months }) => months) ? [length] : []),
    ...(differs(({ totalCents }) => totalCents) ? [messages.total(total)] : []),
    ...(differs(({ routes }) => routes) ? given.routes.map((route) => words.say('routes', route).text) : []),
    ...given.dates.map(({ id, date }) => `${say('deadlines', id)}: ${messages.day(date)}`),
    ...(named.length === 0 ? [] : [depends.added(named, added.length - named.length)]),
  ];
  const result = parts.length === 0 ? depends.nothingMore : parts.join('; ');
  return `${valuesText(field, given.values, words)} → ${result}`;
}

/** The numbers that the wording of a line mentions. */
function valuesOf(answer: Assessment, list: string, id: string): Line['values'] {
  const lines = answer[list as 'documents' | 'deadlines' | 'steps' | 'forms' | 'warnings'] as readonly Line[];
  return lines.find((line) => line.id === id)?.values;
}

/** Answers in words: `1–12` for months in a row, the name of everything else. */
function valuesText(field: string, values: Condition['values'], words: Words): string {
  const { messages } = words;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length > 0) {
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    return least === most
      ? messages.depends.months(least)
      : messages.depends.range(String(least), messages.depends.months(most));
  }
  const name = (value: string | number | boolean | null): string => {
    if (value === null) return messages.depends.elsewhere;
    if (typeof value === 'boolean') return value ? messages.yes : messages.no;
    const text = String(value);
    if (field === 'province') return words.book.provinces[text] ?? text;
    return withoutMarks(words.part('fields', kebab(field), text));
  };
  return values.map(name).join(', ');
}
