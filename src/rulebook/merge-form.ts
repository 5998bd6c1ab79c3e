/** Printed forms as people write them → boxes with rules, each with its place. */
import { placeOf, type YamlText } from '../case/yaml-file.ts';
import type { Box, Place } from './book.ts';
import type {
  CodeTable,
  CountryCode,
  FormBook,
  FormBox,
  FormModule,
  FormRow,
  FormSection,
  FormWrite,
  ValueKind,
} from './form.ts';
import { boxes as conditionBoxes, listOf, sourceRefs, type Sets } from './notation.ts';
import type {
  CodeTableInput,
  CountryCodesInput,
  FormBoxInput,
  FormModuleInput,
  WriteInput,
} from './schema-form.ts';
import type { RuleFile, WhenInput } from './schema.ts';

/** Where a form stands, and how to find the place of a part of it. */
interface FormContext {
  readonly id: string;
  readonly sets: Sets;
  placeOf(path: readonly PropertyKey[]): Place;
}

type SectionInput = FormModuleInput['sections'][number];
type RuleInput = Pick<FormBoxInput, 'write' | 'blank' | 'source' | 'sure' | 'dispute' | 'alternatives'>;

/** A form with its rules in the long form. Throws with the name of a set or case that nobody declared. */
function formModuleOf(input: FormModuleInput, context: FormContext): FormModule {
  const cases = new Map(
    Object.entries(input.cases ?? {}).map(([id, when]) => [id, conditionBoxes(when, {}, context.sets)]),
  );
  return {
    label: input.label,
    of: input.of,
    sections: input.sections.map((section, index) => sectionOf(section, index, cases, context)),
  };
}

function sectionOf(
  section: SectionInput,
  index: number,
  cases: ReadonlyMap<string, Box[]>,
  context: FormContext,
): FormSection {
  const numbers = section.boxes.flatMap((entry) => {
    const number = 'heading' in entry ? entry.heading : entry.box;
    return typeof number === 'number' ? [number] : [];
  });
  const boxes = section.boxes.flatMap((entry, at): FormBox[] => {
    if ('heading' in entry) return [];
    const place = context.placeOf(['modules', context.id, 'sections', index, 'boxes', at]);
    return [boxOf(entry, section, cases, { ...context, place })];
  });
  return {
    label: section.label,
    ...(numbers.length > 0 && { first: Math.min(...numbers), last: Math.max(...numbers) }),
    headings: section.boxes.flatMap((entry) => ('heading' in entry ? [entry.heading] : [])),
    boxes,
  };
}

function boxOf(
  entry: FormBoxInput,
  section: SectionInput,
  cases: ReadonlyMap<string, Box[]>,
  { id, sets, place }: FormContext & { place: Place },
): FormBox {
  const base = `form/${id}/${entry.box}`;
  const row = (rule: RuleInput, when: readonly Box[], name: string, overrides?: string): FormRow => {
    const write = writeOf(rule);
    const dispute = rule.dispute ?? (rule.sure === undefined ? entry.dispute : undefined);
    const others = rule.alternatives;
    return {
      id: name,
      when,
      give: write.how,
      ...(overrides !== undefined && { overrides }),
      write,
      sources: sourceRefs(rule.source ?? entry.source ?? section.source),
      sure: rule.sure ?? entry.sure ?? section.sure,
      ...(dispute !== undefined && { disputes: listOf(dispute) }),
      ...(others && {
        alternatives: others.map(({ when: circumstances, source }) => ({
          when: circumstances,
          value: null,
          sources: sourceRefs(source),
        })),
        others: others.map((other) => (other.write === undefined ? null : written(other.write))),
      }),
      place,
    };
  };
  const exceptions = (entry.unless ?? []).map((rule, index) =>
    row(rule, conditionOf(rule, cases, sets), `${base}/${index + 1}`, base),
  );
  return {
    box: String(entry.box),
    is: entry.is,
    label: entry.label,
    ...(entry.cells !== undefined && { cells: entry.cells }),
    ...(entry.note !== undefined && { note: entry.note }),
    rows: [row(entry, [{}], base), ...exceptions],
  };
}

/** The named cases of a rule, each narrowed by its own `when`. */
function conditionOf(
  rule: { in?: string | string[] | undefined; when?: WhenInput | undefined },
  cases: ReadonlyMap<string, Box[]>,
  sets: Sets,
): Box[] {
  const own = conditionBoxes(rule.when, {}, sets);
  if (rule.in === undefined) return own;
  return listOf(rule.in).flatMap((name) => {
    const found = cases.get(name);
    if (!found) throw new Error(`no case is called ${name}`);
    return found.flatMap((named) => own.map((box) => ({ ...named, ...box })));
  });
}

function writeOf(rule: RuleInput): FormWrite {
  if (rule.write === undefined) return { how: 'blank', why: rule.blank ?? '' };
  return written(rule.write);
}

function written(write: WriteInput): FormWrite {
  if (typeof write === 'string') {
    return /^[a-z]/.test(write) ? { how: 'instruction', key: write } : { how: 'constant', text: write };
  }
  const { who, nth, digits, or, ...kinds } = write;
  const [[kind, of] = ['number', ''] as const] = Object.entries(kinds) as [ValueKind, string][];
  return {
    how: 'value',
    kind,
    of,
    ...(who !== undefined && { who }),
    ...(nth !== undefined && { nth }),
    ...(digits !== undefined && { digits }),
    or,
  };
}

/** Rows of the country table, sorted by code. */
function countryCodesOf(groups: readonly CountryCodesInput[]): CountryCode[] {
  return groups
    .flatMap(({ codes, source, sure, dispute }) =>
      Object.entries(codes).map(([code, [iso, name]]) => ({
        code,
        iso,
        name,
        sources: sourceRefs(source),
        sure,
        ...(dispute !== undefined && { disputes: listOf(dispute) }),
      })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A small table in the order in which it is written. */
function codeTableOf({ entries, source, sure, dispute }: CodeTableInput): CodeTable {
  return {
    entries: Object.entries(entries).map(([id, code]) => ({ id, code })),
    sources: sourceRefs(source),
    sure,
    ...(dispute !== undefined && { disputes: listOf(dispute) }),
  };
}

interface FormFile {
  readonly path: string;
  readonly yaml: YamlText;
  readonly content: Pick<RuleFile, 'modules' | 'country-codes' | 'code-tables'>;
}

/** The sections about forms of all files; what cannot be read is reported at its place. */
export function formSections<File extends FormFile>(
  files: readonly File[],
  sets: Sets,
  report: (file: File, path: PropertyKey[], message: string) => void,
): FormBook {
  const modules: Record<string, FormModule> = {};
  const codeTables: Record<string, CodeTable> = {};
  for (const file of files) {
    const at = (path: readonly PropertyKey[]) => ({ file: file.path, line: placeOf(file.yaml, path).line });
    for (const [id, input] of Object.entries(file.content.modules ?? {})) {
      if (Object.hasOwn(modules, id)) report(file, ['modules', id], `modules: ${id} is defined twice`);
      try {
        modules[id] = formModuleOf(input, { id, sets, placeOf: at });
      } catch (error) {
        report(file, ['modules', id], (error as Error).message);
      }
    }
    for (const [id, input] of Object.entries(file.content['code-tables'] ?? {})) {
      if (Object.hasOwn(codeTables, id)) report(file, ['code-tables', id], `${id} is defined twice`);
      codeTables[id] = codeTableOf(input);
    }
  }
  return {
    modules,
    codeTables,
    countryCodes: countryCodesOf(files.flatMap(({ content }) => content['country-codes'] ?? [])),
  };
}
