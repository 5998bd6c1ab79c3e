/** `permesso rules diff A B`: who gets another answer under another state of the law, and what. */
import { parsePlainDate, type PlainDate } from '../case/plain-date.ts';
import { declaredDifferently, holidayChanges } from '../compare/beside.ts';
import { compareBooks, compareDays, type BookComparison } from '../compare/compare-books.ts';
import { label, told, type DiffWords, type ToldDifference } from '../compare/differences-in-words.ts';
import { EXIT } from '../exit-codes.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { compareMessages } from '../messages/compare.ts';
import { messagesOf } from '../messages/language.ts';
import type { SourceRef } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { wordingOf } from '../rulebook/wording.ts';
import { formatFlag, languageFlag, rulebookFlag, rulesFolder, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';

/** Everything that differs, in words. */
interface Report {
  readonly changes: readonly ToldDifference[];
  readonly beside: readonly string[];
  readonly undecided: readonly string[];
}

/**
 * Compares two days, two folders of rules, or a day's law in the own book and in a folder. Exit code 1 when
 * some line has too many combinations to tell apart, so that “nothing differs” is always proved.
 */
export async function rulesDiff(io: Io, a: string, b: string, flags: CommonFlags): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, ['text', 'json']);
  const [one, two] = [await stateOf(a, 'A'), await stateOf(b, 'B')];
  const own = one.rulebook && two.rulebook ? undefined : await rulebookFlag(flags);
  const [before, after] = [one.rulebook ?? own, two.rulebook ?? own];
  if (!before || !after) throw new Error('no rule book to compare');
  const comparison =
    one.day && two.day
      ? compareDays(before, one.day, two.day)
      : compareBooks(before, after, one.day ?? two.day);
  const words: DiffWords = {
    book: after.book,
    earlier: before.book,
    messages,
    universe: comparison.universe,
  };
  const report = reportOf(comparison, words, one.day, two.day, before, after);
  if (format === 'json') {
    const same = report.changes.length + report.beside.length + report.undecided.length === 0;
    const json = { schema: 1, a, b, same, ...report };
    await deliver(io, `${JSON.stringify(json, null, 2)}\n`, flags);
  } else await deliver(io, text(a, b, report, words, two.day), flags);
  return report.undecided.length === 0 ? EXIT.done : EXIT.failed;
}

/** A day, or a folder of rules. Throws {@link InputError} when it is neither. */
async function stateOf(given: string, path: string): Promise<{ day?: PlainDate; rulebook?: Rulebook }> {
  const day = parsePlainDate(given);
  if (day !== undefined) return { day };
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) throw new InputError([{ code: 'no-such-day', path, value: given }]);
  const { loadFolder } = await import('../rulebook/load.ts');
  return { rulebook: loadFolder(rulesFolder(given)).rulebook };
}

function reportOf(
  { differences, undecided }: BookComparison,
  words: DiffWords,
  a: PlainDate | undefined,
  b: PlainDate | undefined,
  before: Rulebook,
  after: Rulebook,
): Report {
  const { diff } = compareMessages(words.messages.language);
  const holidays = a && b ? holidayChanges(after.book, a, b) : [];
  const declared = before === after ? [] : declaredDifferently(before.book, after.book);
  return {
    changes: differences.map((difference) => told(difference, words)),
    beside: [
      ...holidays.map(({ id, begins }) => {
        const wording = wordingOf(after.book, words.messages.language, 'holidays', id);
        const name = withoutMarks(wording?.text ?? id);
        return begins ? diff.holidayBegins(name) : diff.holidayEnds(name);
      }),
      ...declared.map((what) => diff.structure(what)),
    ],
    undecided,
  };
}

function text(
  a: string,
  b: string,
  { changes, beside, undecided }: Report,
  words: DiffWords,
  day: PlainDate | undefined,
): string {
  const { diff } = compareMessages(words.messages.language);
  const groups = new Map<string, ToldDifference[]>();
  for (const change of changes) {
    const from =
      change.by !== undefined && day
        ? `, ${diff.fromDay(label(change.by, words), words.messages.day(day))}`
        : '';
    const key = `${change.people}${from}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const count = groups.size + beside.length;
  const paragraphs = [...groups].map(([people, lines]) =>
    [people, ...lines.map((line) => `  - ${line.change} ${cited(line.sources, words)}`)].join('\n'),
  );
  const heading = count + undecided.length === 0 ? diff.same(a, b) : diff.heading(a, b, count);
  return `${[heading, ...paragraphs, ...beside, ...undecided.map(diff.undecided), diff.equalFacts].join('\n\n')}\n`;
}

function cited(sources: readonly SourceRef[], { book, earlier }: DiffWords): string {
  const titles = sources.map(({ id, at }) => {
    const title = book.sources[id]?.title ?? earlier.sources[id]?.title ?? id;
    return at === undefined ? title : `${title}, ${at}`;
  });
  return `[${titles.join('; ')}]`;
}
