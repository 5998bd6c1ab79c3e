/** Rule files → one book. Says of everything that cannot be read where it stands. */
import { lineText, placeOf, readYaml, yamlValue, type YamlText } from '../case/yaml-file.ts';
import { RulebookError, type RuleProblem } from '../errors.ts';
import { FIELD_KINDS, kebab, type FieldName } from '../case/case.ts';
import type {
  Book,
  Box,
  CollectRow,
  DecisionRow,
  DisputeEntry,
  EventRow,
  Example,
  Fact,
  Place,
} from './book.ts';
import { boxes, listOf, sourceRefs, type Sets } from './notation.ts';
import type { RawFile } from './read-folder.ts';
import { ruleFile, textFile, type CollectInput, type DecisionInput, type RuleFile } from './schema.ts';
import { formatIssues } from './zod-issues.ts';

interface ParsedFile {
  readonly path: string;
  readonly yaml: YamlText;
  readonly content: RuleFile;
}

/** A book with its worked examples, which the compiled file leaves out. */
export interface MergedBook {
  readonly book: Omit<Book, 'digest'>;
  readonly examples: readonly Example[];
}

/**
 * Merges the files of a rules folder. Throws {@link RulebookError} with every file that cannot be
 * parsed or has the wrong shape, and every id that two files define.
 */
export function mergeRules(files: readonly RawFile[]): MergedBook {
  const problems: RuleProblem[] = [];
  const parsed: ParsedFile[] = [];
  const texts: Record<string, Record<string, Record<string, never>>> = {};
  for (const file of files) {
    const language = /^text\/([a-z-]+)\//.exec(file.path)?.[1];
    const read = readYaml(file.text);
    if ('fault' in read) {
      problems.push(problemAt(file, read.fault));
      continue;
    }
    const value = yamlValue(read.ok);
    if ('fault' in value) {
      problems.push(problemAt(file, value.fault));
      continue;
    }
    const shape = language === undefined ? ruleFile : textFile;
    const result = shape.safeParse(value.ok ?? {});
    if (!result.success) {
      for (const issue of formatIssues(result.error)) {
        problems.push(problemAt(file, { ...placeOf(read.ok, issue.path), message: issue.message }));
      }
    } else if (language === undefined) {
      parsed.push({ path: file.path, yaml: read.ok, content: result.data as RuleFile });
    } else {
      mergeTexts(texts, language, result.data as never, (path, message) =>
        problems.push(problemAt(file, { ...placeOf(read.ok, path), message })),
      );
    }
  }
  if (problems.length > 0) throw new RulebookError(problems);
  const merged = assemble(parsed, texts, (file, path, message) =>
    problems.push(
      problemAt({ path: file.path, text: file.yaml.text }, { ...placeOf(file.yaml, path), message }),
    ),
  );
  if (problems.length > 0) throw new RulebookError(problems);
  return merged;
}

type Report = (file: ParsedFile, path: PropertyKey[], message: string) => void;

function assemble(files: readonly ParsedFile[], texts: Book['texts'], report: Report): MergedBook {
  const header = files.map((file) => file.content.book).find((book) => book !== undefined);
  if (!header) {
    throw new RulebookError([{ file: 'book.yaml', message: 'no file says which version the book has' }]);
  }
  const sets = collectRecord(files, 'sets', report, (set: readonly string[]) => set);
  const decisions: Record<string, DecisionRow[]> = {};
  const collections: Record<string, CollectRow[]> = {};
  const events: EventRow[] = [];
  const examples: Example[] = [];
  const ids = new Set<string>();
  for (const file of files) {
    const scope = boxes(file.content.scope, {}, sets)[0] ?? {};
    const base = file.path.replace(/\.yaml$/, '');
    for (const [table, rows] of Object.entries(file.content.rules ?? {})) {
      rows.forEach((row, index) => {
        const path = ['rules', table, index];
        const place = { file: file.path, line: placeOf(file.yaml, path).line };
        const name = 'give' in row ? row.give : [row.pile, listOf(row.add)[0]].filter(Boolean).join('/');
        const id = `${base}/${table}/${row.id ?? name ?? index}`;
        if (ids.has(id)) report(file, path, `a second rule is called ${id}: give this one an id of its own`);
        ids.add(id);
        try {
          if ('give' in row) (decisions[table] ??= []).push(decisionRow(row, id, base, table, scope, sets, place));
          else (collections[table] ??= []).push(collectRow(row, id, scope, sets, place));
        } catch (error) {
          report(file, [...path, 'when'], (error as Error).message);
        }
      });
    }
    file.content.events?.forEach((row, index) => {
      const place = { file: file.path, line: placeOf(file.yaml, ['events', index]).line };
      events.push(eventRow(row, index, sets, place));
    });
    file.content.examples?.forEach((example, index) => {
      const place = { file: file.path, line: placeOf(file.yaml, ['examples', index]).line };
      examples.push({ ...example, place });
    });
  }
  const reasons = collectRecord(files, 'reasons', report, (reason) => reason);
  const declared = collectRecord(files, 'fields', report, (field) => ({
    ...(field.values && { values: field.values }),
    ...(field.required && { required: field.required.map(listsOf) }),
    ...(field.allowed && {
      allowed: field.allowed.map(({ when, values }) => ({ when: listsOf(when), values })),
    }),
    ...(field.range && { range: field.range }),
    ...(field.ask !== undefined && { ask: field.ask }),
  }));
  const provinces = collectRecord(files, 'provinces', report, (name: string) => name);
  const book: MergedBook['book'] = {
    version: header.version,
    earliest: header.earliest,
    read: header.read,
    fields: declared,
    facts: {
      ...fieldFacts(declared, Object.keys(reasons), Object.keys(provinces)),
      ...collectRecord(files, 'facts', report, (fact) => fact as Fact),
    },
    tables: collectRecord(files, 'tables', report, (table) => table as Book['tables'][string]),
    reasons,
    countries: files.flatMap((file) => file.content.countries ?? []),
    provinces,
    formerProvinces: collectRecord(files, 'former-provinces', report, (name: string) => name),
    outcomes: collectRecord(files, 'outcomes', report, (entry) => entry as Book['outcomes'][string]),
    routes: collectRecord(files, 'routes', report, (entry) => entry as Book['routes'][string]),
    piles: files.flatMap((file) => file.content.piles ?? []),
    payments: collectRecord(files, 'payments', report, ({ source, ...rest }) => ({
      ...rest,
      sources: sourceRefs(source),
    })) as Book['payments'],
    week: files.map((file) => file.content.week).find((week) => week !== undefined) ?? {
      rest: [],
      disputed: [],
    },
    holidays: collectRecord(files, 'holidays', report, ({ source, ...rest }) => ({
      ...rest,
      sources: sourceRefs(source),
    })) as Book['holidays'],
    values: collectRecord(files, 'values', report, (value) => ({
      unit: value.unit,
      lookedUpOn: value['looked-up-on'],
      series: value.series.map(({ source, dispute, ...entry }) => ({
        ...entry,
        sources: sourceRefs(source),
        ...(dispute !== undefined && { disputes: listOf(dispute) }),
      })),
    })) as unknown as Book['values'],
    decisions,
    collections,
    disputes: collectRecord(files, 'disputes', report, (entry, place): DisputeEntry => ({
      positions: Object.entries(entry.positions).map(([id, refs]) => ({ id, sources: sourceRefs(refs) })),
      shown: entry.shown,
      ...(entry.when !== undefined && { when: boxes(entry.when, {}, sets) }),
      place,
    })),
    events,
    sources: collectRecord(files, 'sources', report, (source) => source as unknown as Book['sources'][string]),
    texts,
  };
  return { book, examples };
}

function decisionRow(
  row: DecisionInput,
  id: string,
  base: string,
  table: string,
  scope: Box,
  sets: Sets,
  place: Place,
): DecisionRow {
  const parent = row.overrides;
  return {
    ...rowBase(row, id, scope, sets, place),
    give: row.give,
    ...(parent !== undefined && { overrides: parent.includes('/') ? parent : `${base}/${table}/${parent}` }),
    ...(row.ceiling !== undefined && { ceiling: row.ceiling }),
    ...(row.asked !== undefined && { asked: row.asked }),
    ...(row['extend-by'] !== undefined && { extendBy: row['extend-by'] }),
    ...(row.advice !== undefined && { advice: row.advice }),
  };
}

function collectRow(row: CollectInput, id: string, scope: Box, sets: Sets, place: Place): CollectRow {
  return {
    ...rowBase(row, id, scope, sets, place),
    add: listOf(row.add),
    ...(row.pile !== undefined && { pile: row.pile }),
    ...(row.count !== undefined && { count: row.count }),
    ...(row.amount !== undefined && { amount: row.amount }),
    ...(row.from !== undefined && { from: row.from }),
    ...(row.term !== undefined && { term: row.term }),
    ...(row.latest !== undefined && { latest: row.latest }),
    ...(row.headline !== undefined && { headline: row.headline }),
    ...(row.order !== undefined && { order: row.order }),
    ...(row.with !== undefined && { with: listOf(row.with) }),
  };
}

function rowBase(row: DecisionInput | CollectInput, id: string, scope: Box, sets: Sets, place: Place) {
  return {
    id,
    when: boxes(row.when, scope, sets),
    sources: sourceRefs(row.source),
    sure: row.sure,
    ...(row.dispute !== undefined && { disputes: listOf(row.dispute) }),
    ...(row.alternatives && {
      alternatives: row.alternatives.map(({ when, value, source }) => ({
        when,
        value,
        sources: sourceRefs(source),
      })),
    }),
    ...(row.practice !== undefined && { practice: row.practice }),
    place,
  };
}

function eventRow(
  row: NonNullable<RuleFile['events']>[number],
  index: number,
  sets: Sets,
  place: Place,
): EventRow {
  const members = (input: string | null | readonly (string | null)[] | undefined) =>
    listOf(input).flatMap((item) =>
      item?.startsWith('$') ? [...(sets[item.slice(1)] ?? [item])] : [item],
    );
  return {
    id: `events/${row.event}/${index}`,
    event: row.event,
    ...(row.held !== undefined && { held: members(row.held) }),
    procedure: row.procedure,
    ...(row.reason !== undefined && { reason: row.reason }),
    ...(row.among !== undefined && { among: members(row.among) as string[] }),
    ...(row.change !== undefined && { change: row.change }),
    place,
  };
}

/** Facts that every field of a case is by itself, under its own name. */
function fieldFacts(
  fields: Book['fields'],
  reasons: readonly string[],
  provinces: readonly string[],
): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const [name, kind] of Object.entries(FIELD_KINDS) as [FieldName, string][]) {
    const id = kebab(name);
    const derive = { how: 'field', field: name } as const;
    const required = fields[id]?.required?.some((when) => Object.keys(when).length === 0) ?? false;
    if (kind === 'choice') facts[id] = { kind: 'enum', values: fields[id]?.values ?? [], optional: !required, derive };
    if (kind === 'reason') facts[id] = { kind: 'enum', values: reasons, optional: !required, derive };
    if (kind === 'province') facts[id] = { kind: 'enum', values: provinces, optional: true, derive };
    if (kind === 'boolean') facts[id] = { kind: 'boolean', optional: false, derive };
    if (kind === 'integer') facts[id] = { kind: 'integer', range: fields[id]?.range ?? [0, 0], optional: true, derive };
    if (kind === 'date' && name !== 'on') facts[id] = { kind: 'date', optional: true, derive };
  }
  return facts;
}

function listsOf(when: Readonly<Record<string, string | string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(when).map(([key, value]) => [key, listOf(value)]));
}

/** One section of all files as a single map; an id that two files define is a problem. */
function collectRecord<K extends keyof RuleFile, Out>(
  files: readonly ParsedFile[],
  section: K,
  report: Report,
  convert: (
    entry: NonNullable<RuleFile[K]> extends Record<string, infer Entry> ? Entry : never,
    place: Place,
  ) => Out,
): Record<string, Out> {
  const merged: Record<string, Out> = {};
  for (const file of files) {
    for (const [id, entry] of Object.entries(file.content[section] ?? {})) {
      if (Object.hasOwn(merged, id)) report(file, [section, id], `${section}: ${id} is defined twice`);
      const place = { file: file.path, line: placeOf(file.yaml, [section, id]).line };
      merged[id] = convert(entry as never, place);
    }
  }
  return merged;
}

function mergeTexts(
  texts: Record<string, Record<string, Record<string, never>>>,
  language: string,
  content: Record<string, Record<string, never>>,
  report: (path: PropertyKey[], message: string) => void,
): void {
  const own = (texts[language] ??= {});
  for (const [kind, entries] of Object.entries(content)) {
    const merged = (own[kind] ??= {});
    for (const [id, entry] of Object.entries(entries)) {
      if (Object.hasOwn(merged, id)) report([kind, id], `the wording ${kind}.${id} is written twice`);
      merged[id] = entry;
    }
  }
}

function problemAt(
  file: { path: string; text: string },
  at: { line: number; column: number; message: string },
): RuleProblem {
  return {
    file: file.path,
    line: at.line,
    column: at.column,
    message: at.message,
    excerpt: lineText(file.text, at.line),
  };
}
