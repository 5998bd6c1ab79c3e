/** An empty case with comments, made from the fields of a case and what the rule book says about them. Pure. */
import { FIELD_KINDS, FIELD_NAMES, kebab, type FieldCondition, type FieldName } from '../case/case.ts';
import type { Messages } from '../messages/messages.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import { caseDomains, type Rulebook } from '../rulebook/rulebook.ts';
import { wordingOf } from '../rulebook/wording.ts';

/** The command that lists what is too long for a comment. */
const LIST_REASONS = 'permesso rules list reasons';

/** The template as YAML: every field once, empty, under what it means and what it may hold. */
export function templateOf(rulebook: Rulebook, messages: Messages): string {
  const { template } = messages.caseFile;
  const fields = FIELD_NAMES.filter((name) => name !== 'on').map((name) =>
    fieldBlock(name, rulebook, messages),
  );
  return [
    template.heading.map((line) => `# ${line}`).join('\n'),
    ...fields,
    `# ${template.label}\nlabel:`,
    `# ${template.notes}\nnotes:`,
    `# ${template.ticked}\nticked:\n`,
  ].join('\n\n');
}

function fieldBlock(name: FieldName, { book }: Rulebook, messages: Messages): string {
  const { template } = messages.caseFile;
  const label = wordingOf(book, messages.language, 'fields', kebab(name), 'label')?.text ?? name;
  const domains = caseDomains(book);
  const needed = (domains.required[name] ?? domains.required[kebab(name)] ?? []).map((condition) =>
    neededText(condition, messages),
  );
  const [least, most] = book.fields[kebab(name)]?.range ?? [1, 1];
  const what = {
    choice: () => template.oneOf(domains.choices[name] ?? []),
    reason: () => template.byProgram(LIST_REASONS),
    date: () => template.date,
    boolean: () => template.yesNo,
    integer: () => template.number(least, most),
    country: () => template.country,
    province: () => template.province,
    family: () => template.family,
  }[FIELD_KINDS[name]]();
  const comment = [withoutMarks(label), what, ...new Set(needed)].join('; ');
  const relations = template.oneOf(domains.choices.relation ?? []);
  const person =
    name === 'family'
      ? `\n#  - relation:    # ${relations}\n#    born:        # ${template.date}\n#    income:      # ${template.yesNo}`
      : '';
  return `# ${comment}\n${name}:${person}`;
}

function neededText({ when }: FieldCondition, { caseFile: { template } }: Messages): string {
  if (when === undefined || Object.keys(when).length === 0) return template.required;
  const conditions = Object.entries(when).map(([field, members]) => `${field} ${members.join(' / ')}`);
  return template.requiredWhen(conditions.join(', '));
}
