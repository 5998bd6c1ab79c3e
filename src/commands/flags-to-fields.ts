/** Case flags as the fields of a case: text becomes the numbers and truth values that a file would hold. */
import { FIELD_KINDS, FIELD_NAMES, type FieldName } from '../case/case.ts';
import type { RawFields } from '../case/read-case.ts';
import { InputError, type Problem } from '../errors.ts';

const OWN_INCOME = 'income';

/** The fields that were given as flags. Throws {@link InputError} for a `--family` that cannot be read. */
export function fieldsOfFlags(flags: Readonly<Record<string, unknown>>): RawFields {
  const fields: Record<string, unknown> = {};
  for (const name of FIELD_NAMES) {
    const value = flags[name];
    if (value === undefined) continue;
    fields[name] = name === 'family' ? relatives(value as readonly string[]) : typed(name, value);
  }
  return fields;
}

function typed(name: FieldName, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const kind = FIELD_KINDS[name];
  if (kind === 'integer' && /^\s*-?\d+\s*$/.test(value)) return Number(value);
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

/** `child:2020-02-01` or `child:2020-02-01:income`, once for each person. */
function relatives(values: readonly string[]): Record<string, unknown>[] {
  const problems: Problem[] = [];
  const people = values.map((value, index) => {
    const [relation, born, income, ...rest] = value.split(':');
    if (born === undefined || rest.length > 0 || (income !== undefined && income !== OWN_INCOME)) {
      problems.push({ code: 'bad-family', path: `family.${index}`, value });
    }
    return { relation, born, income: income === OWN_INCOME };
  });
  if (problems.length > 0) throw new InputError(problems);
  return people;
}
