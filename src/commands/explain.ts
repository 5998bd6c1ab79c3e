/** What `rules why` and `check --why` say of a case: the rules behind a line, or those that hang on a question. */
import { explainableIds, explainLine, type RuleReport } from '../assess/why.ts';
import { FIELD_NAMES, kebab, type Case, type FieldName } from '../case/case.ts';
import { suggest } from '../case/reasons.ts';
import { InputError } from '../errors.ts';
import type { Messages } from '../messages/messages.ts';
import { makeCatalogue } from '../questions/catalogue.ts';
import { rulesHangingOn, type HangingRule } from '../questions/hanging.ts';
import type { SourceRef } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** Rules shown that do not apply, nearest first: enough to see what keeps the line away. */
const SHOWN_MISSES = 3;

/**
 * Explains a line (by its id or that of a rule) or a question (by the name of its field) of a case. Throws
 * {@link InputError} at a name that is neither; `path` is where it was given.
 */
export function explained(
  theCase: Case,
  rulebook: Rulebook,
  messages: Messages,
  { name, path, format }: { readonly name: string; readonly path: string; readonly format: 'text' | 'json' },
): string {
  const ids = explainableIds(rulebook);
  const field = FIELD_NAMES.find((known) => known === name || kebab(known) === name);
  if (!ids.includes(name) && field === undefined) {
    const suggestion = suggest(name, [...ids, ...FIELD_NAMES.map(kebab)]);
    throw new InputError([
      { code: 'unknown-value', path, value: name, ...(suggestion !== undefined && { suggestion }) },
    ]);
  }
  // a line of the same name has the id of its rule as another
  if (field !== undefined) {
    const rules = rulesHangingOn(theCase, rulebook, field);
    return format === 'json'
      ? `${JSON.stringify(rules, null, 2)}\n`
      : `${hanging(rules, field, rulebook, messages)}\n`;
  }
  const reports = explainLine(theCase, rulebook, name);
  return format === 'json'
    ? `${JSON.stringify(reports, null, 2)}\n`
    : `${explanation(reports, rulebook, messages)}\n`;
}

function hanging(
  rules: readonly HangingRule[],
  field: FieldName,
  { book }: Rulebook,
  messages: Messages,
): string {
  const { why } = messages;
  const { text } = makeCatalogue(book, messages).question({ id: field, optional: false });
  if (rules.length === 0) return `${text}\n  ${why.nothingHangs}`;
  const part = (decides: HangingRule['decides'], heading: string) => {
    const found = rules.filter((rule) => rule.decides === decides);
    const lines = found.map(
      ({ gives, rule, place, people }) => `    ${gives.join(', ')}: ${rule} (${place}), ${people.join(', ')}`,
    );
    return found.length === 0 ? [] : [`  ${heading}`, ...lines];
  };
  return [text, ...part('whether', why.decidesWhether), ...part('value', why.decidesValue)].join('\n');
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
