/** Problems with the input as sentences. */
import type { InputError, Problem, RuleProblem } from '../errors.ts';
import { kebab } from '../case/case.ts';
import type { Messages } from './messages.ts';

/** Members shown in an error before it says how many more there are. */
const SHOWN_MEMBERS = 60;

/** One problem in one line: where, what, what would be allowed. */
export function problemText(problem: Problem, messages: Messages): string {
  const { error } = messages;
  const what = error.problem[problem.code](problem);
  const hint = problem.suggestion === undefined ? [] : [error.suggestion(problem.suggestion)];
  const place =
    problem.line === undefined || problem.column === undefined
      ? []
      : [error.place(problem.line, problem.column)];
  const subject = problem.path === '' ? '' : `${pathName(problem)} `;
  return visible(
    [
      ...place.map((where) => `${where}:`),
      `${subject}${what}`,
      ...[...hint, ...allowedText(problem, messages)].map((part) => `(${part})`),
    ].join(' '),
  );
}

/** All problems of an input, under a heading that counts them. */
export function inputErrorText(failure: InputError, messages: Messages): string {
  const origin = failure.origin === undefined ? undefined : visible(failure.origin);
  const lines = failure.problems.map((problem) => `- ${problemText(problem, messages)}`);
  return `${messages.error.heading(failure.problems.length, origin)}\n${lines.join('\n')}\n`;
}

/** A place in the rules, what is wrong there, and the line itself. */
export function ruleProblemText(problem: RuleProblem): string {
  const { line, column, excerpt } = problem;
  const at = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  const shown =
    excerpt === undefined || column === undefined ? '' : `\n    ${excerpt}\n    ${' '.repeat(column - 1)}^`;
  return visible(`${problem.file}${at}: ${problem.message}`) + shown;
}

function pathName(problem: Problem): string {
  // flags and the arguments of a command stand as they are; fields are named like their flags
  return /^-|^[A-Z]+$/.test(problem.path) ? problem.path : kebab(problem.path);
}

function allowedText({ allowed, code }: Problem, messages: Messages): string[] {
  const told = code === 'date-too-early' || code === 'date-after-answer-day';
  if (allowed === undefined || allowed.length === 0 || told) return [];
  const shown = allowed.slice(0, SHOWN_MEMBERS);
  const more = allowed.length - shown.length;
  return [messages.error.allowed([...shown, ...(more > 0 ? [messages.error.more(more)] : [])])];
}

/** Text that came from outside, with everything that could steer a terminal made visible. */
export function visible(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
