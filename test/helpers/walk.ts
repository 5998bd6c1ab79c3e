/** A whole interview in a real terminal: the engine says what comes next, a script answers, keys are pressed. */
import type { AnswerValue, QuestionId } from '../../src/questions/answers.ts';
import type { Question } from '../../src/questions/catalogue.ts';
import type { Catalogue } from '../../src/questions/catalogue.ts';
import type { Choice } from '../../src/questions/choices.ts';
import { LONG_LIST } from '../../src/questions/asker.ts';
import { answered, fits, START, turn } from '../../src/questions/interview.ts';
import { listed, valueOf } from '../../src/questions/parse.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { flat, KEYS, type Terminal } from './pty.ts';
import { ownSetting, type Script } from './interview.ts';

/** Interviews in which together every question comes up; what a script does not name is left open. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  'a trained worker with a family': {
    ...{ event: 'finished-studies', from: 'training', reason: 'employment', contract: 'fixed-term' },
    ...{ expiry: '2027-01-15', born: '1990-05-04', citizenship: 'IN', domestic: false, months: 12 },
    ...{ jobEnd: '2026-11-13', 'family.0.relation': 'parent', 'family.0.born': '1960-05-04' },
    ...{ 'family.0.income': true, 'family.1.relation': 'spouse', 'family.1.born': '1990-05-04' },
    'family.1.income': false,
  },
  'a husband who came as a tourist': {
    ...{ event: 'other', procedure: 'first-issue', reason: 'family-cohesion', entry: '2026-11-13' },
    ...{
      born: '1990-05-04',
      citizenship: 'IN',
      months: 12,
      from: 'training',
      visa: 'c',
      office: 'post-office',
    },
  },
  'a trainee of a group': {
    ...{ event: 'arrived', reason: 'intra-company-transfer', entry: '2026-11-13', born: '1990-05-04' },
    ...{ citizenship: 'IN', role: 'trainee', months: 12, visa: 'd' },
  },
  'a child is born': {
    ...{ event: 'other', procedure: 'update', reason: 'static-family-of-italian', change: 'child' },
    ...{ expiry: '2027-01-15', born: '1990-05-04', citizenship: 'IN', from: 'sport-competition' },
    office: 'questura',
  },
  'somebody married': {
    ...{ event: 'married', from: 'citizenship-pending', expiry: '2027-01-15', born: '1990-05-04' },
    ...{ citizenship: 'IN', months: 12, income: false },
    office: 'questura',
  },
  'a parent of an Italian child renews': {
    ...{ event: 'expiring', from: 'parent-of-italian-minor', expiry: '2027-01-15', born: '1990-05-04' },
    ...{ citizenship: 'IN', province: 'MB' },
  },
};

export const MODES = ['number', 'word', 'arrow'] as const;
export type Mode = (typeof MODES)[number];

/** One question of a walk, as it stands on the screen, with the answer that the script gives. */
export interface Step {
  readonly id: QuestionId;
  readonly question: Question;
  readonly value: AnswerValue;
  /** The lines of its list; none where something is typed. */
  readonly list: readonly Choice[];
  /** How the list is asked: chosen from, or searched by typing. */
  readonly asked: 'line' | 'select' | 'search';
}

/** The questions that a script meets, in order. */
export function walk(script: Script, catalogue: Catalogue): Step[] {
  const setting = ownSetting();
  const steps: Step[] = [];
  let now = turn(setting, START);
  while (now.asked) {
    const question = catalogue.question(now.asked);
    const value = script[now.asked.id];
    if (!fits(now.asked, value)) throw new Error(`${now.asked.id} cannot be ${String(value)}`);
    const list = listed(question, catalogue.messages);
    const long = list.length > LONG_LIST || question.search === true;
    steps.push({
      id: now.asked.id,
      question,
      value,
      list,
      asked: list.length === 0 ? 'line' : long ? 'search' : 'select',
    });
    now = turn(setting, answered(now.interview, now.asked, value));
  }
  return steps;
}

/** Sees the question with its reason, and answers it. */
export async function answer(terminal: Terminal, step: Step, mode: Mode, messages: Messages): Promise<void> {
  const { question, asked } = step;
  await terminal.see(flat(question.text), flat(question.why ?? ''));
  if (asked === 'line') await type(terminal, step, mode, messages);
  else if (asked === 'select') await choose(terminal, step, mode, messages);
  else await search(terminal, step, mode, messages);
}

/** How a line is typed in each mode. */
function typed({ question, value }: Step, mode: Mode): string {
  if (value === undefined) return '';
  const text = String(value);
  if (question.kind !== 'date' || mode === 'word') return text;
  const [year = '', month = '', day = ''] = text.split('-').map((part) => part.replace(/^0/, ''));
  return mode === 'number' ? `${day}/${month}/${year}` : `${day} ${month} ${year}`;
}

async function type(terminal: Terminal, step: Step, mode: Mode, messages: Messages): Promise<void> {
  await terminal.see(messages.wizard.lineKeys);
  const text = typed(step, mode);
  if (text === '') terminal.press(KEYS.enter);
  else await terminal.type(text);
}

/** The place of the answer in its list. */
function placeOf({ question, value, list }: Step): number {
  return list.findIndex((choice) => valueOf(question, choice) === value);
}

async function choose(terminal: Terminal, step: Step, mode: Mode, { wizard }: Messages): Promise<void> {
  const at = placeOf(step);
  const chosen = async (index: number) => {
    await terminal.see(`❯ ${index + 1}. ${flat(step.list[index]?.label ?? '')}`, wizard.menuKeys);
  };
  await chosen(0);
  if (mode === 'arrow') {
    // there and back, so that the keys are seen to move both ways
    const last = step.list.length - 1;
    for (let index = 1; index <= Math.max(at, Math.min(1, last)); index++) {
      terminal.press(KEYS.down);
      await chosen(index);
    }
    if (at === 0 && last > 0) {
      terminal.press(KEYS.up);
      await chosen(0);
    }
  } else {
    if (at === 0 && step.list.length > 1) {
      // a line that is chosen already would not be drawn again
      terminal.press(KEYS.down);
      await chosen(1);
    }
    terminal.press(mode === 'number' ? String(at + 1) : beginning(step.list, at));
    await chosen(at);
  }
  terminal.press(KEYS.enter);
}

/** Letters behind the prompt that stand in its line at any width. */
const SEEN_WHOLE = 10;

async function search(terminal: Terminal, step: Step, mode: Mode, { wizard }: Messages): Promise<void> {
  const at = placeOf(step);
  const label = step.list[at]?.label ?? '';
  await terminal.see('❯', wizard.searchKeys);
  if (mode === 'arrow') {
    terminal.press(KEYS.down);
    await terminal.see('❯', wizard.searchKeys);
    terminal.press(KEYS.up);
    await terminal.see('❯', wizard.searchKeys);
  }
  const number = step.question.whole === true ? `${at + 1}` : undefined;
  const text = mode === 'number' && number !== undefined ? number : flat(label);
  terminal.press(text);
  // a line that was first already is drawn while the menu still searches: the prompt is back only after that
  const typed = `> ${text.slice(0, SEEN_WHOLE)}`.trimEnd();
  await terminal.see(
    typed,
    `❯ ${number === undefined ? '' : `${number}. `}${flat(label)}`,
    wizard.searchKeys,
  );
  terminal.press(KEYS.enter);
}

/** As many first letters of a line as tell it from those before it. */
function beginning(list: readonly Choice[], at: number): string {
  const label = list[at]?.label ?? '';
  const length = Array.from(label, (_, end) => end).find((end) => {
    const text = label.slice(0, end + 1).toLowerCase();
    return list.findIndex((other) => other.label.toLowerCase().startsWith(text)) === at;
  });
  return label.slice(0, (length ?? 0) + 1);
}

/** Something that is no answer: it is refused in words and stays to be corrected. A short list takes nothing else. */
export async function answerWrongly(
  terminal: Terminal,
  { question, asked }: Step,
  { wizard }: Messages,
): Promise<void> {
  const wrong = 'zzqx';
  if (asked === 'select') return;
  if (asked === 'search') {
    await terminal.see('❯', wizard.searchKeys);
    terminal.press(wrong);
    await terminal.see(flat(wizard.notFound(wrong)));
  } else {
    const [least, most] = question.range ?? [1, 1];
    await terminal.see(wizard.lineKeys);
    await terminal.type(wrong);
    await terminal.see(
      flat(question.kind === 'date' ? wizard.notADate(wrong) : wizard.notAnInteger(wrong, least, most)),
    );
    await terminal.see(`> ${wrong}`);
  }
  terminal.press('\u007f'.repeat(wrong.length));
  await terminal.see(flat(question.text));
}

/** Back to the question before, where the answer stands ready, and forward again. */
export async function backAndForth(
  terminal: Terminal,
  before: Step,
  here: Step,
  { wizard }: Messages,
): Promise<void> {
  const keys = { line: wizard.lineKeys, select: wizard.menuKeys, search: wizard.searchKeys };
  await terminal.see(keys[here.asked]);
  terminal.press(KEYS.escape);
  await terminal.see(flat(before.question.text), keys[before.asked]);
  terminal.press(KEYS.enter);
  await terminal.see(flat(here.question.text));
}

/** What answers a question in plain lines: the place in the list, or the text. */
export function plainAnswer(step: Step): string {
  return step.asked === 'line'
    ? typed(step, 'number')
    : step.asked === 'select' || step.question.whole === true
      ? String(placeOf(step) + 1)
      : flat(step.list[placeOf(step)]?.label ?? '');
}
