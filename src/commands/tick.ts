/** `permesso tick FILE [DOCUMENT…]`: marks the papers of a case file that are in hand, and the dates that are done. */
import { assess } from '../assess/assess.ts';
import type { Tick } from '../desk/desk.ts';
import { newsOf, seenOf } from '../desk/news.ts';
import { papersOf, progressOf } from '../desk/progress.ts';
import { entriesOf, namedPapers, withTicks } from '../desk/ticking.ts';
import { tickOfDate, withTickedDates } from '../desk/ticks.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import { visible } from '../messages/problems.ts';
import { tell } from '../tell.ts';
import { wrap } from '../questions/wrap.ts';
import { entryName, progressLines } from '../render/view-news.ts';
import { makeWords } from '../render/words.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';
import { caseOfFile, readCaseFile } from './read-input.ts';
import { FORMATS, renderAnswer, styleOf } from './render-answer.ts';
import { saveCase } from './save-case.ts';

/**
 * Ticks (or with `undo` unticks) papers and dates, by name or on a list, and says how far the file is. The answer that the
 * file kept stays: what has changed since is still told. Throws {@link InputError}, and then nothing was written.
 */
export async function tick(
  io: Io,
  path: string,
  documents: readonly string[],
  flags: CommonFlags & { readonly undo?: boolean },
): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, FORMATS);
  const rulebook = await rulebookFlag(flags);
  const on = onFlag(flags);
  const file = await readCaseFile(io, path);
  const answer = assess(caseOfFile(file, path, rulebook, io.today(), on), rulebook);
  const { piles } = rulebook.book;
  const words = makeWords(answer, rulebook, messages);
  const papers = papersOf(answer, piles, file.desk.ticked);
  const entries = entriesOf(papers, answer.deadlines, file.desk.ticked);
  let ticked: readonly Tick[];
  if (documents.length > 0) {
    const dates = answer.deadlines
      .map(tickOfDate)
      .map(({ document, ...rest }) => ({ ...rest, id: document }));
    ticked = withTicks(file.desk.ticked, namedPapers(documents, [...papers, ...dates]), flags.undo !== true);
  } else {
    const { chooseTicks } = await import('./tick-list.ts');
    const labels = entries.map((entry) => withoutMarks(entryName(entry, words)));
    const chosen = await chooseTicks(io, messages, entries, labels);
    const set = (inHand: boolean) =>
      entries.flatMap(({ tick: one }, index) => (chosen[index] === inHand ? [one] : []));
    const [got, missing] = [true, false].map((inHand) =>
      // what stays as it was is not written anew
      set(inHand).filter((one) => entries.find((entry) => entry.tick === one)?.ticked !== inHand),
    );
    ticked = withTicks(withTicks(file.desk.ticked, missing ?? [], false), got ?? [], true);
  }
  const desk = { ...file.desk, ticked };
  const changed = JSON.stringify(ticked) !== JSON.stringify(file.desk.ticked);
  if (changed) {
    const seen = desk.seen ?? seenOf(file.fields, answer);
    const saving = { path, fields: file.fields, desk: { ...desk, seen }, origin: { path, file } };
    await saveCase(saving, messages, 'FILE');
  }
  const news = newsOf(desk, file.fields, answer, rulebook, true);
  const note = changed ? messages.caseFile.tick.written(visible(path)) : messages.caseFile.tick.unchanged;
  if (flags.quiet !== true) io.stderr.write(`${note}\n`);
  if (format === 'text') {
    const progress = progressOf(withTickedDates(answer, ticked), piles, ticked);
    const lines = progressLines(progress, words).map((line) => wrap(withoutMarks(line), io.stdout.width));
    await deliver(io, `${lines.join('\n')}\n`, flags);
    const count = news.changes?.lines.length ?? 0;
    if (count > 0)
      await tell(io, `${messages.caseFile.changesHint(count)}\n  permesso check --case ${visible(path)}\n`);
    return EXIT.done;
  }
  await deliver(
    io,
    await renderAnswer(answer, rulebook, messages, format, { ...styleOf(io, flags), news }),
    flags,
  );
  return EXIT.done;
}
