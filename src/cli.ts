/** The command tree: names, flags, help. Every action only loads a command and calls it. */
import { Command, CommanderError, Option } from 'commander';
import { FIELD_KINDS, FIELD_NAMES, kebab } from './case/case.ts';
import type { Io } from './io.ts';
import type { Messages } from './messages/messages.ts';

/** What a run of the tree ends with. */
export interface CliResult {
  exitCode: number;
}

const EXAMPLES = `
  permesso
  permesso check --procedure first-issue --reason study --months 12 --entry 2026-11-20 --born 2003-05-04 --citizenship IN
  permesso check --case case.yaml --lang it
  permesso batch cases.jsonl --out answers.jsonl
  permesso rules check
`;

const VERSION = '0.1.0';

/** Builds the tree for one run. The exit code of the action lands in `result`. */
export function buildCli(io: Io, messages: Messages, result: CliResult): Command {
  const { help } = messages;
  const program = configured(new Command('permesso'), io)
    .description(help.description)
    .version(VERSION, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(`help [command]`, help.help)
    .addHelpText('before', `${help.examples}${EXAMPLES}`);
  common(program, help).action(async (flags) => {
    result.exitCode = await (await import('./commands/start.ts')).start(io, flags, messages);
  });
  caseFlags(common(program.command('check').description(help.check), help), help).action(async (flags) => {
    result.exitCode = await (await import('./commands/check.ts')).check(io, flags);
  });
  common(program.command('batch').argument('[file]', help.file).description(help.batch), help).action(
    async (file: string | undefined, flags) => {
      result.exitCode = await (await import('./commands/batch.ts')).batch(io, file, flags);
    },
  );
  const rules = program.command('rules').description(help.rules);
  common(rules.command('check').description(help.rulesCheck), help).action(async (flags) => {
    result.exitCode = await (await import('./commands/rules-check.ts')).rulesCheck(io, flags);
  });
  common(rules.command('list').argument('[what]', help.listWhat, 'rules').description(help.rulesList), help).action(
    async (what: string, flags) => {
      result.exitCode = await (await import('./commands/rules-list.ts')).rulesList(io, what, flags);
    },
  );
  common(rules.command('show').argument('<id>', help.showId).description(help.rulesShow), help).action(
    async (id: string, flags) => {
      result.exitCode = await (await import('./commands/rules-list.ts')).rulesShow(io, id, flags);
    },
  );
  for (const command of [program, ...program.commands, ...rules.commands]) configured(command, io);
  return program;
}

/** Errors come back as exceptions, and everything is written through the Io. */
function configured(command: Command, io: Io): Command {
  return command
    .exitOverride((error: CommanderError) => {
      throw error;
    })
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.width,
      getErrHelpWidth: () => io.stderr.width,
      getOutHasColors: () => io.stdout.colour > 0,
      getErrHasColors: () => io.stderr.colour > 0,
    });
}

function common(command: Command, help: Messages['help']): Command {
  return command
    .option('--format <format>', help.format)
    .option('--out <file>', help.out)
    .option('--force', help.force)
    .option('--lang <code>', help.lang)
    .option('--on <date>', help.on)
    .option('--rules <dir>', help.rulesDir)
    .option('-q, --quiet', help.quiet)
    .option('--no-color', help.noColor)
    .option('--plain', help.plain);
}

/** Every field of a case as a flag of the same name. */
function caseFlags(command: Command, help: Messages['help']): Command {
  command.option('--case <file>', help.case).option('--event <event>', help.event);
  for (const name of FIELD_NAMES) {
    if (name === 'on') continue;
    if (name === 'family') command.addOption(familyOption(help));
    else if (FIELD_KINDS[name] === 'boolean') command.option(`--${kebab(name)} [${name}]`);
    else command.option(`--${kebab(name)} <${FIELD_KINDS[name]}>`);
  }
  return command;
}

function familyOption(help: Messages['help']): Option {
  return new Option('--family <relation:born[:income]>', help.family).argParser(
    (value: string, before: string[] | undefined) => [...(before ?? []), value],
  );
}
