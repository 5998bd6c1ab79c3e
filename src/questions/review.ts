/** “Check your answers”: what was said, and changing or adding one thing. */
import { readAnswers, type QuestionId } from './answers.ts';
import type { Asker } from './asker.ts';
import { DATES_ON_REQUEST, type Catalogue, type DateOnRequest, type Question } from './catalogue.ts';
import { add, back, change, type Interview } from './interview.ts';
import type { Setting } from './next.ts';

/** One line of the list. */
export interface ReviewItem {
  readonly label: string;
  readonly value: string;
  /** What changing it means: the place of an answer, or a date that was added; nothing for what follows from others. */
  readonly target?: number | DateOnRequest;
}

/** The answers in the order in which they were asked, with what the front door made of them. */
export function reviewItems(setting: Setting, catalogue: Catalogue, interview: Interview): ReviewItem[] {
  const { answers, added } = interview;
  const item = (id: QuestionId, value: Parameters<Catalogue['answer']>[1]) => ({
    label: catalogue.label(id),
    value: catalogue.answer(id, value),
  });
  const { meaning } = readAnswers(setting.rulebook.book, answers);
  const derived = (['procedure', 'reason', 'change'] as const).filter(
    (name) => meaning?.[name] !== undefined && !answers.some(({ id }) => id === name),
  );
  const [first, ...rest] = answers.map(({ id, value }, target) => ({ ...item(id, value), target }));
  return [
    ...(first ? [first] : []),
    ...derived.map((name) => item(name, meaning?.[name])),
    ...rest,
    ...added.map(({ id, value }) => ({ ...item(id, value), target: id as DateOnRequest })),
  ];
}

/**
 * Shows the list and asks what to do. Gives the interview to go on with, `done` when the result is wanted, `save` when it is
 * to be saved first.
 */
export async function review(
  setting: Setting,
  catalogue: Catalogue,
  asker: Asker,
  interview: Interview,
): Promise<Interview | 'done' | 'save'> {
  const { wizard, caseFile } = catalogue.messages;
  const items = reviewItems(setting, catalogue, interview);
  asker.say(`\n${wizard.reviewHeading}`);
  for (const { label, value } of items) asker.say(`- ${label}: ${value}`);
  const reply = await asker.ask(
    menu(wizard.reviewQuestion, [
      wizard.reviewShow,
      wizard.reviewChange,
      wizard.reviewAdd,
      caseFile.reviewSave,
    ]),
  );
  if (reply === 'back') return back(interview) ?? interview;
  const [show, changeOne, save] = ['0', '1', '3'];
  if (reply.value === show) return 'done';
  if (reply.value === save) return 'save';
  if (reply.value === changeOne) {
    const changeable = items.filter(({ target }) => target !== undefined);
    const lines = changeable.map(({ label, value }) => `${label}: ${value}`);
    const which = await asker.ask(menu(wizard.reviewWhich, lines));
    if (which === 'back') return interview;
    const target = changeable[Number(which.value)]?.target;
    if (typeof target === 'number') return change(interview, target);
    return target === undefined ? interview : askDate(catalogue, asker, interview, target);
  }
  const unasked = DATES_ON_REQUEST.filter((id) => interview.answers.every((answer) => answer.id !== id));
  const dates = unasked.map((id) => catalogue.label(id));
  const which = await asker.ask(menu(wizard.reviewAddWhich, dates));
  const date = which === 'back' ? undefined : unasked[Number(which.value)];
  return date === undefined ? interview : askDate(catalogue, asker, interview, date);
}

async function askDate(
  catalogue: Catalogue,
  asker: Asker,
  interview: Interview,
  id: DateOnRequest,
): Promise<Interview> {
  const given = interview.added.find((answer) => answer.id === id);
  const question = catalogue.dateOnRequest(id);
  const reply = await asker.ask(question, given && { value: given.value });
  if (reply === 'back') return interview;
  asker.echo(question, catalogue.answer(id, reply.value));
  return add(interview, id, reply.value);
}

/** A question of the program's own, answered by the place of the line chosen. */
function menu(text: string, lines: readonly string[]): Question {
  return {
    kind: 'choice',
    text,
    choices: lines.map((label, index) => ({ value: String(index), label })),
    whole: true,
  };
}
