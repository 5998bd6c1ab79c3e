/** `permesso agenda CASE…`: the dates of many saved cases in one list or one calendar. */
import { assess } from '../assess/assess.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { PlainDate } from '../case/plain-date.ts';
import { agendaOf, dayWithin, type Agenda, type AgendaCase } from '../desk/agenda.ts';
import { withTickedDates } from '../desk/ticks.ts';
import { InputError } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import { inputErrorText, problemText, visible } from '../messages/problems.ts';
import { tell } from '../tell.ts';
import { foldFor } from '../render/fold.ts';
import { inkFor } from '../render/ink.ts';
import { agendaView, type UnreadFile } from '../render/view-agenda.ts';
import { delimiterFlag } from './batch-flags.ts';
import { Progress } from './batch-progress.ts';
import { caseFiles, readFound, type FoundFile } from './case-files.ts';
import { caseOfFile } from './read-input.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { warnOfOldRules } from './old-rules.ts';
import { deliver } from './output.ts';
import { agendaJson, agendaRows } from '../render/agenda-data.ts';
import { rowWriter } from './csv-rows.ts';
import { renderHtml } from '../render/html.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { icsCalendar, icsEvents } from '../render/ics.ts';

const FORMATS = ['text', 'json', 'csv', 'markdown', 'html', 'ics'] as const;
type Format = (typeof FORMATS)[number];

export type AgendaFlags = CommonFlags & {
  readonly within?: string;
  readonly label?: string;
  readonly onlyOpen?: boolean;
  readonly outDelimiter?: string;
  readonly bom?: boolean;
};

/**
 * Prints the agenda as of `--on`, or today, whatever day a file names. A file that cannot be read is told on the error
 * stream, and in formats that are passed on; the exit code says so too. Throws {@link InputError} for a flag.
 */
export async function agenda(io: Io, paths: readonly string[], flags: AgendaFlags): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, FORMATS);
  const on = onFlag(flags) ?? io.today();
  const until = withinFlag(flags.within, on);
  const rulebook = await rulebookFlag(flags);
  const { files, failures } = await caseFiles(paths);
  const unread = [...failures];
  const cases: AgendaCase[] = [];
  const progress = new Progress(io, messages.batch, flags.quiet === true, 0);
  for (const [index, file] of files.entries()) {
    try {
      const read = await caseOf(io, file, on, rulebook);
      if (read) cases.push(read);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unread.push(error);
    }
    progress.update({ records: index + 1, refused: unread.length, share: (index + 1) / files.length });
  }
  progress.end();
  for (const failure of unread) await tell(io, inputErrorText(failure, messages));
  const named = unread.map(({ origin = '', problems }): UnreadFile => ({
    file: visible(origin),
    message: problems.map((problem) => problemText(problem, messages)).join('; '),
  }));
  const made = agendaOf(cases, on, {
    ...(until !== undefined && { until }),
    ...(flags.label !== undefined && { label: flags.label }),
    onlyOpen: flags.onlyOpen === true,
  });
  await deliver(io, await rendered(made, { rulebook, messages, format, unread: named, io, flags }), flags);
  await warnOfOldRules(io, on, rulebook.book, messages, flags);
  if (unread.length === 0) return EXIT.done;
  if (flags.quiet !== true)
    io.stderr.write(`${messages.agenda.unreadCount(unread.length, unread.length + cases.length)}\n`);
  return cases.length === 0 ? EXIT.unusable : EXIT.someRefused;
}

/** The case of a file with its answer as of a day. Throws {@link InputError} with everything wrong in the file. */
async function caseOf(
  io: Io,
  found: FoundFile,
  on: PlainDate,
  rulebook: Rulebook,
): Promise<AgendaCase | undefined> {
  const file = await readFound(io, found);
  if (!file) return undefined;
  const { label, ticked } = file.desk;
  const answer = assess(caseOfFile(file, found.path, rulebook, on, on), rulebook);
  return {
    file: found.path,
    name: found.name,
    ...(label !== undefined && { label }),
    answer: withTickedDates(answer, ticked),
  };
}

/** The last day of `--within`. Throws {@link InputError} when it is no length of time. */
function withinFlag(within: string | undefined, on: PlainDate): PlainDate | undefined {
  if (within === undefined) return undefined;
  const until = dayWithin(on, within);
  if (until === undefined)
    throw new InputError([
      { code: 'unknown-value', path: '--within', value: within, allowed: ['30d', '6w', '2m'] },
    ]);
  return until;
}

interface Rendering {
  readonly rulebook: Rulebook;
  readonly messages: Messages;
  readonly format: Format;
  readonly unread: readonly UnreadFile[];
  readonly io: Io;
  readonly flags: AgendaFlags;
}

async function rendered(made: Agenda, rendering: Rendering): Promise<string> {
  const { rulebook, messages, format, unread, io, flags } = rendering;
  if (format === 'json') {
    return `${JSON.stringify(agendaJson(made, rulebook, messages, unread), null, 2)}\n`;
  }
  if (format === 'csv') {
    const write = await rowWriter(delimiterFlag('--out-delimiter', flags.outDelimiter) ?? ';');
    return `${flags.bom === true ? '\ufeff' : ''}${write(agendaRows(made, rulebook, messages))}`;
  }
  if (format === 'ics') return calendarOf(made, rulebook, messages);
  // on a terminal the error stream has told them already
  const view = agendaView(made, rulebook, messages, format === 'text' ? [] : unread);
  if (format === 'html') {
    return renderHtml(view, { first: messages.view.first });
  }
  if (format === 'markdown') return renderMarkdown(view);
  const ink = await inkFor(flags.out === undefined ? io.stdout.colour : 0);
  return renderText(view, { width: io.stdout.width, ink, plain: io.plain, fold: await foldFor(view) });
}

/** One calendar: an event has the same identifier as long as its file keeps its name in the folder. */
function calendarOf(made: Agenda, rulebook: Rulebook, messages: Messages): string {
  const shown = new Set(made.entries.map(({ line }) => line));
  const taken = new Set<string>();
  const events = made.cases.flatMap(({ answer, file, name, label }) => {
    // files of one name in two folders that were named one by one
    const owner = taken.has(name) ? file : name;
    taken.add(owner);
    return icsEvents(answer, rulebook, messages, {
      owner,
      name: label ?? name,
      isShown: (line) => shown.has(line),
    });
  });
  return icsCalendar(events, messages, { rulebook: rulebook.book.digest });
}
