/** The columns of a CSV: which field of a case each holds, and which are only carried through. */
import { FIELD_NAMES, kebab, type CaseDomains, type FieldName } from '../case/case.ts';
import { suggest } from '../case/reasons.ts';
import type { Problem } from '../errors.ts';
import { cellsOf } from './cells.ts';

/** What a column means. */
export type Column =
  | { readonly field: Exclude<FieldName, 'family'> }
  | { readonly family: 'all' }
  /** One thing about one person, counted from 0. */
  | { readonly family: 'relation' | 'born' | 'income'; readonly person: number }
  | { readonly carried: string };

/** Which of the other columns go through to the answers: all of them, or these. */
export type Carry = 'all' | readonly string[];

/** People whose columns a template shows; a file may have columns for more. */
const TEMPLATE_PEOPLE = 2;
const PERSON_PARTS = ['relation', 'born', 'income'] as const;
/** People that a file may have columns for. */
const MOST_PEOPLE = 99;

/** The header of a template: every field, and a few people. */
export function templateColumns(): string[] {
  const fields = FIELD_NAMES.filter((name) => name !== 'family').map(kebab);
  const people = Array.from({ length: TEMPLATE_PEOPLE }, (_, person) =>
    PERSON_PARTS.map((part) => `family-${person + 1}-${part}`),
  );
  return [...fields, ...people.flat()];
}

/**
 * Reads a header, or says everything that is wrong with it. `named` are columns that the output names; those and
 * the carried ones are found whatever their capitals, and are called as they were asked for.
 */
export function readHeader(
  header: string,
  delimiter: string,
  carry: Carry,
  named: readonly string[],
  domains: CaseDomains,
): { readonly columns: readonly Column[] } | { readonly problems: readonly Problem[] } {
  const read = cellsOf(header, delimiter);
  if ('fault' in read) return { problems: [{ code: read.fault, path: '', line: 1, column: read.cell }] };
  const names = read.cells.map((cell) => cell.trim());
  // an empty name at the end is what a trailing separator leaves
  while (names.at(-1) === '') names.pop();
  const asked = [...(carry === 'all' ? [] : carry), ...named];
  const columns = names.map((name) => columnOf(name, asked));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  columns.forEach((column, index) => {
    const name = names[index] ?? '';
    const key = JSON.stringify(column);
    if (seen.has(key)) problems.push({ code: 'column-twice', path: '', value: name });
    seen.add(key);
    if ('carried' in column && carry !== 'all' && !carry.includes(column.carried))
      problems.push(unknownColumn(name));
  });
  for (const name of new Set(asked)) {
    if (!columns.some((column) => 'carried' in column && column.carried === name))
      problems.push({ code: 'no-such-column', path: '--carry', value: name, allowed: names });
  }
  for (const [field, conditions] of Object.entries(domains.required)) {
    const always = conditions.some(({ when }) => Object.keys(when ?? {}).length === 0);
    const there = columns.some((column) => 'field' in column && kebab(column.field) === field);
    if (always && !there) problems.push({ code: 'column-missing', path: '', value: field });
  }
  return problems.length > 0 ? { problems } : { columns };
}

function unknownColumn(name: string): Problem {
  const known = [...FIELD_NAMES.map(kebab), ...PERSON_PARTS.map((part) => `family-1-${part}`)];
  const suggestion = suggest(name, known);
  return { code: 'unknown-column', path: '', value: name, ...(suggestion !== undefined && { suggestion }) };
}

/** Capitals, hyphens, underscores and spaces in names do not matter: `Job End` is `job-end` is `jobEnd`. */
function columnOf(name: string, asked: readonly string[]): Column {
  const plain = squeezed(name);
  const field = FIELD_NAMES.find((known) => squeezed(known) === plain);
  if (field === 'family') return { family: 'all' };
  if (field !== undefined) return { field };
  const [, person, part] = /^family(\d{1,2})(relation|born|income)$/.exec(plain) ?? [];
  const known = PERSON_PARTS.find((one) => one === part);
  const number = Number(person);
  if (known && number >= 1 && number <= MOST_PEOPLE) return { family: known, person: number - 1 };
  return { carried: asked.find((one) => squeezed(one) === plain) ?? name };
}

function squeezed(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}
