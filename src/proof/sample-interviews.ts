/** Interviews held for the certificate: those of worked examples, and some answered at random from a fixed seed. */
import type { RawFields } from '../case/read-case.ts';
import type { Answer, AnswerValue } from '../questions/answers.ts';
import { EXPERT, eventsOf } from '../questions/front-door.ts';
import { nextQuestion, type Asked, type Setting } from '../questions/next.ts';
import { valuesToTry } from '../questions/values-to-try.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** Questions of the interviews that were held. */
export interface Sample {
  readonly held: number;
  readonly longest: number;
  readonly mean: number;
}

/** Interviews of either kind. */
const EACH = 10;
/** More questions than any interview has. */
const GIVEN_UP = 100;
/** A generator of numbers that are the same on every machine. */
const GENERATOR = { factor: 1_103_515_245, step: 12_345, size: 2 ** 31 } as const;

type Respond = (asked: Asked) => AnswerValue;

/** Holds the interviews. Each ends, as is proved elsewhere. */
export function sampleInterviews(rulebook: Rulebook, cases: readonly RawFields[]): Sample {
  const setting = { rulebook, on: rulebook.book.read };
  const every = Math.max(1, Math.floor(cases.length / EACH));
  const scripts = cases.filter((_, index) => index % every === 0).slice(0, EACH);
  const next = numbers();
  const lengths = [
    ...scripts.map((raw) => lengthOf(setting, (asked) => fromCase(raw, asked, setting))),
    ...scripts.map(() => lengthOf(setting, (asked) => atRandom(next, asked, setting))),
  ];
  const sum = lengths.reduce((total, length) => total + length, 0);
  return {
    held: lengths.length,
    longest: Math.max(0, ...lengths),
    mean: Math.round((sum / Math.max(1, lengths.length)) * 10) / 10,
  };
}

function lengthOf(setting: Setting, respond: Respond): number {
  const answers: Answer[] = [];
  while (answers.length < GIVEN_UP) {
    const asked = nextQuestion(setting, answers);
    if (!asked) break;
    answers.push({ id: asked.id, value: respond(asked) });
  }
  return answers.length;
}

/** What the case holds; the front door is passed as by somebody who names the procedure. */
function fromCase(raw: RawFields, asked: Asked, setting: Setting): AnswerValue {
  if (asked.id === 'event') return EXPERT;
  const [name = '', index, part = ''] = asked.id.split('.');
  const family = (raw.family ?? []) as readonly RawFields[];
  const value = index === undefined ? raw[name] : family[Number(index)]?.[part];
  if (value !== undefined || asked.optional) return value as AnswerValue;
  return optionsFor(asked, setting)[0];
}

function atRandom(next: () => number, asked: Asked, setting: Setting): AnswerValue {
  // one relative is enough to be asked all that is asked about one
  if (asked.id.endsWith('.relation') && asked.id !== 'family.0.relation') return undefined;
  const options = optionsFor(asked, setting);
  return options[next() % options.length];
}

function optionsFor(
  { id, leads, members, optional, latest }: Asked,
  setting: Setting,
): readonly AnswerValue[] {
  const { rulebook, on } = setting;
  if (id === 'event') return [...eventsOf(rulebook.book), EXPERT];
  if (leads) return leads;
  const values = members ?? (valuesToTry({ rulebook, raw: {}, on }, id) as readonly AnswerValue[]);
  const fitting = values.filter(
    (value) => value !== undefined && (latest === undefined || String(value) <= latest),
  );
  return optional ? [undefined, ...fitting] : fitting;
}

function numbers(): () => number {
  let state = 1;
  return () => {
    state = (state * GENERATOR.factor + GENERATOR.step) % GENERATOR.size;
    return state;
  };
}
