/** The command tree: names, flags, help. Every action only loads a command and calls it. */
import { Command, CommanderError, Option } from 'commander';
import { FIELD_KINDS, FIELD_NAMES, kebab } from './case/case.ts';
import { suggest } from './case/reasons.ts';
import type { CommonFlags } from './commands/options.ts';
import { InputError } from './errors.ts';
import { helpLayout, wrapCommand, wrapParagraphs } from './help-layout.ts';
import type { Io } from './io.ts';
import type { Messages } from './messages/messages.ts';
import { VERSION } from './version.ts';

/** What a run of the tree ends with. */
export interface CliResult {
  exitCode: number;
}

const EXAMPLES = [
  'permesso',
  'permesso check --procedure first-issue --reason study --months 12 --entry 2026-11-20 --born 2003-05-04 --citizenship IN',
  'permesso check --case case.yaml --lang it',
  'permesso agenda cases --within 30d',
  'permesso batch cases.jsonl --out answers.jsonl',
];

/** Builds the tree for one run. The exit code of the action lands in `result`. */
export function buildCli(io: Io, messages: Messages, result: CliResult): Command {
  const { help } = messages;
  const program = new Command('permesso')
    .description(help.description)
    .version(VERSION, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.help)
    .addHelpText('before', () => examplesText(help.examples, io))
    // flags that stand before a command are the program's, those after it the command's; both count
    .enablePositionalOptions()
    .allowExcessArguments(true);
  const run =
    (work: (flags: CommonFlags, args: string[]) => Promise<number>) =>
    async (...values: unknown[]) => {
      const command = values.at(-1) as Command;
      const args = values
        .slice(0, -2)
        .flat()
        .filter((value) => typeof value === 'string');
      result.exitCode = await work(flagsOf(command), args);
    };
  answerFlags(common(program, help), help)
    .option('--like <file>', help.like)
    .option('--resume <file>', help.resume)
    .action(
      run(async (flags) => {
        refuseUnknownCommand(program);
        return (await import('./commands/start.ts')).start(io, flags, messages);
      }),
    );
  caseFlags(answerFlags(common(program.command('check').description(help.check), help), help), help).action(
    run(async (flags) => (await import('./commands/check.ts')).check(io, flags)),
  );
  batchFlags(
    common(program.command('batch').argument('[file]', help.file).description(help.batch), {
      ...help,
      format: messages.batch.help.format,
      out: messages.batch.help.out,
    }),
    io,
    messages.batch.help,
  ).action(run(async (flags, [file]) => (await import('./commands/batch.ts')).batch(io, file, flags)));
  tickCommand(program, io, help, result);
  common(
    program
      .command('codes')
      .argument('[table]', help.codesTable)
      .argument('[word]', help.codesWord)
      .description(help.codes),
    help,
  ).action(
    run(async (flags, [table = '', word = '']) =>
      (await import('./commands/codes.ts')).codes(io, table, word, flags),
    ),
  );
  common(program.command('terms').argument('[word]', help.termsWord).description(help.terms), help).action(
    run(async (flags, [word = '']) => (await import('./commands/terms.ts')).terms(io, word, flags)),
  );
  common(program.command('verify').argument('<file>', help.verifyFile).description(help.verify), help).action(
    run(async (flags, [file = '']) => (await import('./commands/verify.ts')).verify(io, file, flags)),
  );
  rulesCommands(program.command('rules').description(help.rules), io, help, run);
  deskCommands(program, io, messages, run);
  const all = [program, ...program.commands, ...program.commands.flatMap((command) => command.commands)];
  for (const command of all) configured(command, io);
  return program;
}

function examplesText(heading: string, { stdout }: Io): string {
  return `${[heading, ...EXAMPLES.map((example) => wrapCommand(example, stdout.width))].join('\n')}\n`;
}

/** `tick` takes any number of papers after the file. */
function tickCommand(program: Command, io: Io, help: Messages['help'], result: CliResult): void {
  answerFlags(
    common(
      program
        .command('tick')
        .argument('<file>', help.tickFile)
        .argument('[document...]', help.tickDocument)
        .description(help.tick),
      help,
    ),
    help,
  )
    .option('--undo', help.undo)
    .action(async (file: string, documents: string[], _options: unknown, command: Command) => {
      const { tick } = await import('./commands/tick.ts');
      result.exitCode = await tick(io, file, documents, flagsOf(command));
    });
}

type Run = (
  work: (flags: CommonFlags, args: string[]) => Promise<number>,
) => (...values: unknown[]) => Promise<void>;

/** What helps at a desk with many cases and at a shell: the agenda, completion and the manual. */
function deskCommands(program: Command, io: Io, messages: Messages, run: Run): void {
  const { help } = messages;
  common(program.command('agenda').argument('<cases...>', help.agendaCases).description(help.agenda), {
    ...help,
    format: help.agendaFormat,
  })
    .option('--within <time>', help.within)
    .option('--label <text>', help.agendaLabel)
    .option('--only-open', help.onlyOpen)
    .option('--out-delimiter <character>', messages.batch.help.outDelimiter)
    .option('--bom', messages.batch.help.bom)
    .action(run(async (flags, paths) => (await import('./commands/agenda.ts')).agenda(io, paths, flags)));
  common(
    program.command('completion').argument('<shell>', help.shell).description(help.completion),
    help,
  ).action(
    run(async (flags, [shell = '']) =>
      (await import('./commands/completion.ts')).completion(io, shell, flags),
    ),
  );
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(
      run(async (_flags, words) =>
        (await import('./commands/completion.ts')).completeWords(io, program, words, messages),
      ),
    );
  common(program.command('version').description(help.versions), help).action(
    run(async (flags) => (await import('./commands/version.ts')).version(io, flags)),
  );
  common(program.command('man').description(help.man), help).action(
    run(async (flags) => (await import('./commands/man.ts')).man(io, program, flags)),
  );
}

function rulesCommands(rules: Command, io: Io, help: Messages['help'], run: Run): void {
  common(rules.command('check').description(help.rulesCheck), help).action(
    run(async (flags) => (await import('./commands/rules-check.ts')).rulesCheck(io, flags)),
  );
  common(
    rules.command('list').argument('[what]', help.listWhat, 'rules').description(help.rulesList),
    help,
  ).action(
    run(async (flags, [what = '']) => (await import('./commands/rules-list.ts')).rulesList(io, what, flags)),
  );
  common(
    rules.command('stale').option('--days <days>', help.staleDays, '180').description(help.rulesStale),
    help,
  ).action(run(async (flags) => (await import('./commands/rules-stale.ts')).rulesStale(io, flags)));
  common(rules.command('show').argument('<id>', help.showId).description(help.rulesShow), help).action(
    run(async (flags, [id = '']) => (await import('./commands/rules-list.ts')).rulesShow(io, id, flags)),
  );
  common(
    rules
      .command('diff')
      .argument('<a>', help.diffState)
      .argument('<b>', help.diffState)
      .description(help.rulesDiff),
    help,
  ).action(
    run(async (flags, [a = '', b = '']) =>
      (await import('./commands/rules-diff.ts')).rulesDiff(io, a, b, flags),
    ),
  );
  common(
    rules
      .command('why')
      .argument('<case>', help.whyCase)
      .argument('[line]', help.whyLine)
      .description(help.rulesWhy),
    help,
  ).action(
    run(async (flags, [path = '', line]) =>
      (await import('./commands/rules-why.ts')).rulesWhy(io, path, line, flags),
    ),
  );
}

/** Flags of a command and of those above it; the command's own win. */
function flagsOf(command: Command): CommonFlags {
  const above = command.parent ? flagsOf(command.parent) : {};
  return { ...above, ...command.opts() };
}

function refuseUnknownCommand(program: Command): void {
  const [word] = program.args;
  if (word === undefined) return;
  const allowed = program.commands.map((command) => command.name());
  const suggestion = suggest(word, allowed);
  throw new InputError([
    {
      code: 'unknown-value',
      path: 'command',
      value: word,
      allowed,
      ...(suggestion !== undefined && { suggestion }),
    },
  ]);
}

/** Errors come back as exceptions, and everything is written through the Io. */
function configured(command: Command, io: Io): Command {
  return command
    .exitOverride((error: CommanderError) => {
      throw error;
    })
    .showSuggestionAfterError()
    .configureHelp(helpLayout(io.stdout.width))
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

/** How one answer is shown. */
function answerFlags(command: Command, help: Messages['help']): Command {
  return command.option('--big', help.big).option('--count', help.count);
}

/** How many cases are read and answered. */
function batchFlags(command: Command, io: Io, help: Messages['batch']['help']): Command {
  return command
    .option('--input <kind>', help.input)
    .option('--encoding <name>', help.encoding)
    .option('--delimiter <character>', help.delimiter)
    .option('--fields <names>', help.fields)
    .option('--carry <names>', help.carry)
    .option('--out-delimiter <character>', help.outDelimiter)
    .option('--bom', help.bom)
    .option('--strict', help.strict)
    .option('--jobs <number>', help.jobs)
    .option('--resume', help.resume)
    .option('--print-template', help.printTemplate)
    .addHelpText('after', () => wrapParagraphs(help.after, io.stdout.width));
}

/** Every field of a case as a flag of the same name. */
function caseFlags(command: Command, help: Messages['help']): Command {
  command
    .option('--case <file>', help.case)
    .option('--event <event>', help.event)
    .option('--section <section>', help.section)
    .option('--save <file>', help.save)
    .option('--label <text>', help.label)
    .option('--print-template', help.printTemplate)
    .option('--nearby', help.nearby)
    .option('--why <line>', help.why);
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
