/** `permesso rules why CASE [LINE]`: the rule behind a line, and what keeps a line away. */
import { suggest } from '../case/reasons.ts';
import { assess } from '../assess/assess.ts';
import { explainableIds, explainLine, type RuleReport } from '../assess/why.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { messagesOf } from '../messages/language.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { SourceRef } from '../rulebook/book.ts';
import { formatFlag, languageFlag, onFlag, rulebookFlag, type CommonFlags } from './options.ts';
import { deliver } from './output.ts';
import { caseOfFile, readCaseFile } from './read-input.ts';

/** Rules shown that do not apply, nearest first: enough to see what keeps the line away. */
const SHOWN_MISSES = 3;

/** Explains one line of a case, or lists the lines that can be asked about. */
export async function rulesWhy(
  io: Io,
  path: string,
  line: string | undefined,
  flags: CommonFlags,
): Promise<number> {
  const messages = await messagesOf(languageFlag(flags, io));
  const format = formatFlag(flags, ['text', 'json']);
  const rulebook = await rulebookFlag(flags);
  const file = await readCaseFile(io, path);
  const on = onFlag(flags);
  const theCase = caseOfFile(file, path, rulebook, io.today(), on);
  if (line === undefined) {
    const answer = assess(theCase, rulebook);
    const lists = [
      answer.forms,
      answer.documents,
      answer.fees.lines,
      answer.deadlines,
      answer.steps,
      answer.rights,
      answer.warnings,
    ];
    const ids = [...new Set(lists.flat().map(({ id, rule }) => `${id}\t${rule}`))];
    await deliver(
      io,
      format === 'json' ? `${JSON.stringify(ids.map((row) => row.split('\t')))}\n` : `${ids.join('\n')}\n`,
      flags,
    );
    return 0;
  }
  refuseUnknownLine(rulebook, line);
  const reports = explainLine(theCase, rulebook, line);
  const text =
    format === 'json' ? JSON.stringify(reports, null, 2) : explanation(reports, rulebook, messages);
  await deliver(io, `${text}\n`, flags);
  return 0;
}

function refuseUnknownLine(rulebook: Rulebook, line: string): void {
  const ids = explainableIds(rulebook);
  if (ids.includes(line)) return;
  const suggestion = suggest(line, ids);
  throw new InputError([
    { code: 'unknown-value', path: 'LINE', value: line, ...(suggestion !== undefined && { suggestion }) },
  ]);
}

function explanation(reports: readonly RuleReport[], rulebook: Rulebook, messages: Messages): string {
  const { why } = messages;
  const hits = reports.filter(({ applies }) => applies);
  const misses = reports.filter(({ applies }) => !applies).slice(0, SHOWN_MISSES);
  return [
    ...(hits.length === 0 ? [why.absent] : []),
    ...[...hits, ...misses].map((report) => paragraph(report, rulebook, messages)),
  ].join('\n\n');
}

function paragraph(report: RuleReport, rulebook: Rulebook, messages: Messages): string {
  const { why } = messages;
  const tests = report.tests
    .filter((test) => report.applies || !test.holds)
    .map((test) => `  ${test.fact}: ${test.is} (${test.holds ? why.asked : why.butAsked} ${test.asks})`);
  const values = report.values.map((value) => {
    const amount = value.unit === 'cents' ? messages.money(value.is) : `${value.is} ${value.unit}`;
    return `  ${value.id} = ${amount}, ${why.since} ${value.from} ${cited(value.sources, rulebook)}`;
  });
  return [
    `${report.applies ? why.applies : why.doesNotApply}: ${report.rule} (${report.place}), ${report.person}`,
    ...tests,
    ...values,
    `  ${messages.sure[report.sure]} ${cited(report.sources, rulebook)}`,
    ...report.disputes.map((id) => `  ${why.dispute}: ${id}`),
  ].join('\n');
}

function cited(sources: readonly SourceRef[], rulebook: Rulebook): string {
  const titles = sources.map(
    ({ id, at }) => `${rulebook.book.sources[id]?.title ?? id}${at === undefined ? '' : `, ${at}`}`,
  );
  return `[${titles.join('; ')}]`;
}
