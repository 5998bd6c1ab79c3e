/** The command tree as data: what completion and the man page are made from, so that neither can fall behind. */
import type { Argument, Command, Option } from 'commander';

export interface OptionShape {
  /** `-q`, where there is a short form. */
  readonly short?: string;
  /** `--quiet`. */
  readonly long: string;
  /** What stands for the value (`file` of `--out <file>`); none for a switch. */
  readonly value?: { readonly name: string; readonly optional: boolean };
  readonly description: string;
  /** Whether it can be given again. */
  readonly repeats: boolean;
}

export interface ArgumentShape {
  readonly name: string;
  readonly required: boolean;
  readonly variadic: boolean;
  readonly description: string;
}

export interface CommandShape {
  readonly name: string;
  /** The words that call it, without the program's name. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly OptionShape[];
  readonly arguments: readonly ArgumentShape[];
  readonly commands: readonly CommandShape[];
}

/** The shape of a command and of everything below it; what is hidden from the help is left out. */
export function shapeOf(command: Command, path: readonly string[] = []): CommandShape {
  const help = command.createHelp();
  return {
    name: command.name(),
    path,
    description: command.description(),
    options: help.visibleOptions(command).map(optionShape),
    arguments: command.registeredArguments.map(argumentShape),
    commands: help.visibleCommands(command).map((child) => shapeOf(child, [...path, child.name()])),
  };
}

function optionShape(option: Option): OptionShape {
  const name = /[<[](.+)[>\]]/.exec(option.flags)?.[1]?.replace(/\.\.\.$/, '');
  return {
    ...(option.short !== undefined && { short: option.short }),
    long: option.long ?? option.flags,
    ...(name !== undefined && { value: { name, optional: option.optional } }),
    description: option.description,
    // only an option that collects has a parser of its own
    repeats: option.variadic || option.parseArg !== undefined,
  };
}

function argumentShape(argument: Argument): ArgumentShape {
  return {
    name: argument.name(),
    required: argument.required,
    variadic: argument.variadic,
    description: argument.description,
  };
}
