/** The command tree → a manual page. */
import type { PlainDate } from '../case/plain-date.ts';
import type { CommandShape, OptionShape } from '../completion/shape.ts';
import { EXIT } from '../exit-codes.ts';
import type { ManualMessages } from '../messages/desk-words.ts';
import { macroArguments, textLines } from './mdoc.ts';

/** The month names of mdoc, which are English in every page. */
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export interface ManualSetting {
  readonly words: ManualMessages;
  /** Day on which the rules were last read: the date of the page. */
  readonly read: PlainDate;
  /** What an option of a command means where its help says nothing, such as a field of a case; and its values. */
  readonly meaning: (option: OptionShape, command: CommandShape) => Meaning;
}

export interface Meaning {
  readonly text: string;
  readonly values: readonly string[];
}

/** The page in mdoc, ending with a newline. */
export function manualPage(program: CommandShape, setting: ManualSetting): string {
  const { words, read } = setting;
  const commands = program.commands.flatMap(callable).filter(({ name }) => name !== 'help');
  const shared = program.options.filter(({ long }) =>
    commands.every((command) => command.options.some((option) => option.long === long)),
  );
  const own = (command: CommandShape) =>
    command.options.filter(({ long }) => !shared.some((option) => option.long === long));
  const lines = [
    `.Dd ${MONTHS[Number(read.slice(5, 7)) - 1] ?? ''} ${Number(read.slice(8))}, ${read.slice(0, 4)}`,
    '.Dt PERMESSO 1',
    '.Os',
    '.Sh NAME',
    '.Nm permesso',
    `.Nd ${macroArguments(words.summary)}`,
    '.Sh SYNOPSIS',
    '.Nm',
    '.Op Ar options',
    ...commands.flatMap((command) => ['.Nm', `.Cm ${command.path.join(' ')}`, ...synopsis(command)]),
    '.Sh DESCRIPTION',
    ...textLines(program.description),
    ...textLines(words.intro),
    `.Ss ${macroArguments(words.commands)}`,
    '.Bl -tag -width Ds',
    ...commands.flatMap((command) => [
      `.It Cm ${command.path.join(' ')}`,
      ...textLines(sentence(command.description)),
      ...command.arguments.flatMap(({ name, description }) => [
        '.Pp',
        `.Ar ${name} :`,
        ...textLines(sentence(description)),
      ]),
    ]),
    '.El',
    `.Ss ${macroArguments(words.common)}`,
    ...optionList(shared, program, setting),
    ...[program, ...commands].flatMap((command) => {
      const options = own(command);
      if (options.length === 0) return [];
      const name = ['permesso', ...command.path].join(' ');
      return [`.Ss ${macroArguments(words.ofCommand(name))}`, ...optionList(options, command, setting)];
    }),
    '.Sh ENVIRONMENT',
    '.Bl -tag -width PERMESSO_DEBUG',
    ...Object.entries(words.environment).flatMap(([name, text]) => [`.It Ev ${name}`, ...textLines(text)]),
    '.El',
    '.Sh EXIT STATUS',
    '.Bl -tag -width 999',
    ...Object.entries(EXIT).flatMap(([key, code]) => [
      `.It ${code}`,
      ...textLines(words.exit[key as keyof typeof EXIT]),
    ]),
    '.El',
    '.Sh EXAMPLES',
    ...Object.entries(words.examples).flatMap(([command, text], index) => [
      ...(index === 0 ? [] : ['.Pp']),
      ...textLines(text),
      `.Dl ${macroArguments(command)}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The commands that do something: those below a command that only groups them, else the command itself. */
function callable(command: CommandShape): CommandShape[] {
  const below = command.commands.filter(({ name }) => name !== 'help');
  return below.length > 0 ? below.flatMap(callable) : [command];
}

function synopsis(command: CommandShape): string[] {
  return [
    '.Op Ar options',
    ...command.arguments.map(({ name, required, variadic }) => {
      const more = variadic ? ' ...' : '';
      return required ? `.Ar ${name}${more}` : `.Op Ar ${name}${more}`;
    }),
  ];
}

function optionList(
  options: readonly OptionShape[],
  command: CommandShape,
  setting: ManualSetting,
): string[] {
  const entries = options.flatMap((option) => {
    const { text, values } = setting.meaning(option, command);
    return [
      `.It ${flags(option)}`,
      ...textLines(sentence(text)),
      ...(values.length === 0 ? [] : textLines(`${setting.words.allowed} ${values.join(', ')}.`)),
    ];
  });
  return ['.Bl -tag -width Ds', ...entries, '.El'];
}

/** `Fl q , Fl \-quiet`, with the name of the value. */
function flags({ short, long, value }: OptionShape): string {
  const names = [short, long].flatMap((flag) =>
    flag === undefined ? [] : [`Fl ${flag.slice(1).replaceAll('-', '\\-')}`],
  );
  const name =
    value && (value.optional ? ` Op Ar ${macroArguments(value.name)}` : ` Ar ${macroArguments(value.name)}`);
  return `${names.join(' , ')}${name ?? ''}`;
}

/** Help texts are notes without a full stop; a page has whole lines. */
function sentence(text: string): string {
  return text === '' || /[.!?…:-]$/.test(text) ? text : `${text}.`;
}
