/** The section of what depends on answers that nobody could give, and the words for a line that hangs on them. */
import type { Assessment, Condition, Dependence, DependentAnswer } from '../assess/assessment.ts';
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
    const label = words.part('fields', kebab(one.field), 'label');
    const findOut = withoutMarks(words.part('fields', kebab(one.field), 'find-out'));
    return {
      text: words.messages.depends.on(label),
      details: [
        ...one.answers.map((given) => answerText(one, given, words)),
        words.messages.depends.findOut(findOut),
      ],
      note: '',
    };
  });
  return { id: 'depends', heading: words.messages.view.depends, groups: [{ marker: 'bullet', items }] };
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

function answerText({ field, answers }: Dependence, given: DependentAnswer, words: Words): string {
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
  const named = added.slice(0, MOST_NAMED).map(({ list, id }) => withoutMarks(words.say(list, id).text));
  const parts = [
    ...(given.permit ? [] : [depends.noPermit]),
    ...(given.months && field !== 'months' && differs(({ months }) => months) ? [length] : []),
    ...(differs(({ totalCents }) => totalCents) ? [messages.total(total)] : []),
    ...(differs(({ routes }) => routes) ? given.routes.map((route) => words.say('routes', route).text) : []),
    ...given.dates.map(({ id, date }) => `${words.say('deadlines', id).text}: ${messages.day(date)}`),
    ...(named.length === 0 ? [] : [depends.added(named, added.length - named.length)]),
  ];
  const result = parts.length === 0 ? depends.nothingMore : parts.join('; ');
  return `${valuesText(field, given.values, words)} → ${result}`;
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
