/** A command line as far as it is typed → what can come next. Pure; values come from whoever knows them. */
import type { ArgumentShape, CommandShape, OptionShape } from './shape.ts';

export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What the shell itself completes when there are no words to offer. */
export type Fallback = 'none' | 'files' | 'folders';

export interface Completion {
  readonly candidates: readonly Candidate[];
  readonly fallback: Fallback;
}

/** Where values are wanted: of an option, or of an argument of a command. */
export interface Place {
  readonly program: CommandShape;
  readonly command: CommandShape;
  readonly option?: OptionShape;
  readonly argument?: ArgumentShape;
  /** The arguments before this one. */
  readonly before: readonly string[];
}

/** The values that can stand in a place. */
export type Values = (place: Place) => Completion;

const NOTHING: Completion = { candidates: [], fallback: 'none' };
const END_OF_OPTIONS = '--';

/** Where a walk along the words has got to. */
interface Position {
  readonly program: CommandShape;
  readonly command: CommandShape;
  /** Arguments of the command so far. */
  readonly given: readonly string[];
  readonly used: ReadonlySet<string>;
  /** The option whose value comes next. */
  readonly pending?: OptionShape;
  readonly ended: boolean;
}

/**
 * What can stand in place of the last word, which may be empty. `words` are those after the program's name;
 * candidates are whole words that begin with what is typed.
 */
export function complete(program: CommandShape, words: readonly string[], values: Values): Completion {
  const last = words.at(-1) ?? '';
  const at = words.slice(0, -1).reduce(step, start(program, program));
  const { command, given, pending } = at;
  if (pending && !(pending.value?.optional === true && last.startsWith('-'))) {
    return beginning(values({ program, command, option: pending, before: given }), last);
  }
  if (!at.ended && last.startsWith('-')) {
    const equals = last.indexOf('=');
    if (equals < 0)
      return { candidates: optionsLeft(at).filter(({ value }) => value.startsWith(last)), fallback: 'none' };
    const option = optionOf(command, last.slice(0, equals));
    if (!option?.value) return NOTHING;
    const found = values({ program, command, option, before: given });
    const named = found.candidates.map((one) => ({ ...one, value: `${option.long}=${one.value}` }));
    return beginning({ ...found, candidates: named }, last);
  }
  return beginning(operands(at, values), last);
}

/** Commands, or the values of the next argument; where there is neither, the options. */
function operands(at: Position, values: Values): Completion {
  const { program, command, given } = at;
  const commands =
    given.length === 0 ? command.commands.map(({ name, description }) => ({ value: name, description })) : [];
  const argument = command.arguments[given.length] ?? lastIfVariadic(command.arguments);
  const found = argument ? values({ program, command, argument, before: given }) : NOTHING;
  const offered = [...commands, ...found.candidates];
  if (offered.length > 0 || found.fallback !== 'none' || at.ended) return { ...found, candidates: offered };
  return { candidates: optionsLeft(at), fallback: 'none' };
}

function step(at: Position, word: string): Position {
  const { command, given, pending, used } = at;
  if (pending && !(pending.value?.optional === true && word.startsWith('-'))) return without(at);
  const now = pending ? without(at) : at;
  if (at.ended) return { ...now, given: [...given, word] };
  if (word === END_OF_OPTIONS) return { ...now, ended: true };
  if (word.startsWith('-') && word !== '-') {
    const option = optionOf(command, word.split('=', 1)[0] ?? '');
    if (!option) return now;
    const more = { ...now, used: new Set([...used, option.long]) };
    return option.value && !word.includes('=') ? { ...more, pending: option } : more;
  }
  const child = given.length === 0 ? command.commands.find(({ name }) => name === word) : undefined;
  if (child) return start(at.program, child);
  return { ...now, given: [...given, word] };
}

function start(program: CommandShape, command: CommandShape): Position {
  return { program, command, given: [], used: new Set(), ended: false };
}

function without({ pending: _pending, ...rest }: Position): Position {
  return rest;
}

function optionOf(command: CommandShape, word: string): OptionShape | undefined {
  return command.options.find(({ short, long }) => long === word || short === word);
}

/** The options not yet given, by their long names. */
function optionsLeft({ command, used }: Position): Candidate[] {
  return command.options
    .filter(({ long, repeats }) => repeats || !used.has(long))
    .map(({ long, description }) => ({ value: long, description }));
}

function lastIfVariadic(all: readonly ArgumentShape[]): ArgumentShape | undefined {
  const last = all.at(-1);
  return last?.variadic === true ? last : undefined;
}

function beginning({ candidates, fallback }: Completion, typed: string): Completion {
  return { candidates: candidates.filter(({ value }) => value.startsWith(typed)), fallback };
}
