/** Printed forms as people write them → boxes with rules, each with its place. */
import { placeOf, type YamlText } from '../case/yaml-file.ts';
import type { Box, Place, Sure } from './book.ts';
import type {
  CodeTable,
  FormBook,
  FormBox,
  FormModule,
  FormRow,
  FormSection,
  FormWrite,
  ValueKind,
} from './form.ts';
import { given, givenList } from './given.ts';
import { codeTableOf, countryCodesOf } from './merge-codes.ts';
import { boxes as conditionBoxes, listOf, sourceRefs, type Sets } from './notation.ts';
import type { FormBoxInput, FormModuleInput, WriteInput } from './schema-form.ts';
import type { RuleFile, WhenInput } from './schema.ts';

/** Where a form stands, and how to find the place of a part of it. */
interface FormContext {
  readonly id: string;
  readonly sets: Sets;
  placeOf(path: readonly PropertyKey[]): Place;
}

interface BoxContext extends FormContext {
  readonly cases: ReadonlyMap<string, readonly Box[]>;
  readonly place: Place;
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
    sections: input.sections.map((section, index) => sectionOf(section, index, { ...context, cases })),
  };
}

function sectionOf(
  section: SectionInput,
  index: number,
  context: FormContext & Pick<BoxContext, 'cases'>,
): FormSection {
  const numbers = section.boxes.flatMap((entry) => {
    const number = 'heading' in entry ? entry.heading : entry.box;
    return typeof number === 'number' ? [number] : [];
  });
  const boxes = section.boxes.flatMap((entry, at): FormBox[] => {
    if ('heading' in entry) return [];
    const place = context.placeOf(['modules', context.id, 'sections', index, 'boxes', at]);
    return [boxOf(entry, section, { ...context, place })];
  });
  return {
    label: section.label,
    ...(numbers.length > 0 && { first: Math.min(...numbers), last: Math.max(...numbers) }),
    headings: section.boxes.flatMap((entry) => ('heading' in entry ? [entry.heading] : [])),
    boxes,
  };
}

function boxOf(entry: FormBoxInput, section: SectionInput, context: BoxContext): FormBox {
  const { id } = context;
  const base = `form/${id}/${entry.box}`;
  const own: RuleInput = entry.write === undefined && entry.blank === undefined ? { ...section } : entry;
  const closed: RuleInput = { blank: section.blank, source: section.source, sure: section.sure };
  const narrow = section.for === undefined ? undefined : { in: section.for };
  const parent = narrow === undefined ? base : `${base}/filled`;
  const row = (rule: RuleInput, when: readonly Box[], name: string, overrides?: string) =>
    rowOf(rule, { ...inherited(entry, section, rule), when, id: name, overrides, place: context.place });
  const rows = [
    row(narrow === undefined ? own : closed, [{}], base),
    ...(narrow === undefined ? [] : [row(own, conditionOf(narrow, context), parent, base)]),
    ...(section.otherwise ?? []).map((rule, index) =>
      row(rule, conditionOf(rule, context), `${base}/otherwise-${index + 1}`, base),
    ),
    ...(entry.unless ?? []).map((rule, index) => {
      const when = both(
        narrow === undefined ? [{}] : conditionOf(narrow, context),
        conditionOf(rule, context),
      );
      return row(rule, when, `${base}/${index + 1}`, parent);
    }),
  ];
  return {
    box: String(entry.box),
    is: entry.is,
    label: entry.label,
    ...given({ cells: entry.cells, note: entry.note }),
    rows,
  };
}

interface Backing {
  readonly source: string | string[];
  readonly sure: Sure;
  readonly dispute: string | string[] | undefined;
}

/** What a rule rests on: its own sources, those of its box, those of its section. */
function inherited(entry: FormBoxInput, section: SectionInput, rule: RuleInput): Backing {
  // a rule that is as sure as its box shares the box's dispute
  return {
    source: rule.source ?? entry.source ?? section.source,
    sure: rule.sure ?? entry.sure ?? section.sure,
    dispute: rule.dispute ?? (rule.sure === undefined ? entry.dispute : undefined),
  };
}

function rowOf(
  rule: RuleInput,
  at: Backing & { when: readonly Box[]; id: string; overrides: string | undefined; place: Place },
): FormRow {
  const write = writeOf(rule);
  const others = rule.alternatives;
  return {
    id: at.id,
    when: at.when,
    give: write.how,
    write,
    sources: sourceRefs(at.source),
    sure: at.sure,
    ...given({
      overrides: at.overrides,
      disputes: givenList(at.dispute),
      alternatives: others?.map(({ when, source }) => ({ when, value: null, sources: sourceRefs(source) })),
      others: others?.map((other) => (other.write === undefined ? null : written(other.write))),
    }),
    place: at.place,
  };
}

/** The boxes in which two conditions hold together. A fact that both test is narrowed by the second. */
function both(first: readonly Box[], second: readonly Box[]): Box[] {
  return first.flatMap((one) => second.map((other) => ({ ...one, ...other })));
}

/** The named cases of a rule, each narrowed by its own `when`. */
function conditionOf(
  rule: { in?: string | string[] | undefined; when?: WhenInput | undefined },
  { cases, sets }: BoxContext,
): Box[] {
  const own = conditionBoxes(rule.when, {}, sets);
  if (rule.in === undefined) return own;
  return both(
    listOf(rule.in).flatMap((name) => {
      const found = cases.get(name);
      if (!found) throw new Error(`no case is called ${name}`);
      return found;
    }),
    own,
  );
}

function writeOf(rule: RuleInput): FormWrite {
  if (rule.write !== undefined) return written(rule.write);
  if (rule.blank === undefined) throw new Error('a box that is not written on stays blank for a reason');
  return { how: 'blank', why: rule.blank };
}

function written(write: WriteInput): FormWrite {
  if (typeof write === 'string') {
    return /^[a-z]/.test(write) ? { how: 'instruction', key: write } : { how: 'constant', text: write };
  }
  const { relation, carried, digits, or, ...kinds } = write;
  const [[kind, of] = ['number', ''] as const] = Object.entries(kinds) as [ValueKind, string][];
  return {
    how: 'value',
    kind,
    of,
    ...given({ relation, carried, digits }),
    or,
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
  const countries = new Set<string>();
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
    for (const [index, { codes }] of (file.content['country-codes'] ?? []).entries()) {
      for (const code of Object.keys(codes)) {
        if (countries.has(code))
          report(file, ['country-codes', index, 'codes', code], `${code} stands twice`);
        countries.add(code);
      }
    }
  }
  return {
    modules,
    codeTables,
    countryCodes: countryCodesOf(files.flatMap(({ content }) => content['country-codes'] ?? [])),
  };
}
