/** Rule files → one book. Says of everything that cannot be read where it stands. */
import { lineText, placeOf, readYaml, yamlValue, type YamlText } from '../case/yaml-file.ts';
import { RulebookError, type RuleProblem } from '../errors.ts';
import type {
  Book,
  CollectRow,
  DecisionRow,
  DisputeEntry,
  Edge,
  Example,
  Fact,
  Place,
  Test,
} from './book.ts';
import type { CoverageRow } from './coverage.ts';
import { backed, fieldEntry, valueEntry } from './entries.ts';
import { fieldFacts } from './field-facts.ts';
import { given, givenList } from './given.ts';
import { formSections } from './merge-form.ts';
import { asWritten, boxes, listOf, sourceRefs, type Sets } from './notation.ts';
import type { RawFile } from './read-folder.ts';
import { collectRow, decisionRow, eventRow } from './rows.ts';
import { ruleFile, textFile, type RuleFile } from './schema.ts';
import { withShares } from './shares.ts';
import { formatIssues } from './zod-issues.ts';

interface ParsedFile {
  readonly path: string;
  readonly yaml: YamlText;
  readonly content: RuleFile;
}

/** The conditions of a test as they stand in a rule file: a set that is named counts as one. */
export interface WrittenTest {
  readonly not: boolean;
  readonly units: readonly WrittenUnit[];
}

/** One item of a condition, or a set with all its members. */
export interface WrittenUnit {
  readonly text: string;
  readonly any: Test['any'];
}

/** The boxes of each rule by its id, without what the scope of its file adds. */
export type Written = ReadonlyMap<string, readonly Readonly<Record<string, WrittenTest>>[]>;

/** A book with its worked examples, their edges and its coverage, which the compiled file leaves out. */
export interface MergedBook {
  readonly book: Omit<Book, 'digest'>;
  readonly examples: readonly Example[];
  readonly edges: readonly Edge[];
  readonly coverage: readonly CoverageRow[];
  readonly written: Written;
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
      parsed.push({ path: file.path, yaml: read.ok, content: result.data });
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
  const fields = collectRecord(files, 'fields', report, fieldEntry);
  const reasons = collectRecord(files, 'reasons', report, (reason) => reason);
  const provinces = collectRecord(files, 'provinces', report, (name: string) => name);
  const declared = collectRecord(files, 'facts', report, (fact) => fact as Fact);
  const { written, ...rows } = placedRows(files, sets, report);
  const impossible = placedList(files, 'impossible', ({ when, because }, _, place) => ({
    when: boxes(when, {}, sets),
    because,
    place,
  }));
  const book: MergedBook['book'] = {
    version: header.version,
    earliest: header.earliest,
    read: header.read,
    newLength: header['new-length'],
    ...rows,
    ...formSections(files, sets, report),
    fields,
    reasons,
    provinces,
    facts: { ...fieldFacts(fields, Object.keys(reasons), Object.keys(provinces)), ...declared },
    tables: collectRecord(files, 'tables', report, (table) => table as Book['tables'][string]),
    words: collectRecord(files, 'words', report, (members: Record<string, string[]>) => members),
    countries: files.flatMap((file) => file.content.countries ?? []),
    formerProvinces: collectRecord(files, 'former-provinces', report, (name: string) => name),
    outcomes: collectRecord(files, 'outcomes', report, (entry) => entry as Book['outcomes'][string]),
    routes: collectRecord(files, 'routes', report, (entry) => entry as Book['routes'][string]),
    piles: files.flatMap((file) => file.content.piles ?? []),
    handedInPiles: files.flatMap((file) => file.content['handed-in-piles'] ?? []),
    payments: collectRecord(files, 'payments', report, backed) as Book['payments'],
    week: files.map((file) => file.content.week).find((week) => week !== undefined) ?? {
      rest: [],
      disputed: [],
    },
    holidays: collectRecord(files, 'holidays', report, backed) as Book['holidays'],
    values: withShares(collectRecord(files, 'values', report, valueEntry)),
    disputes: collectRecord(files, 'disputes', report, (entry, place): DisputeEntry => ({
      positions: Object.entries(entry.positions).map(([id, refs]) => ({ id, sources: sourceRefs(refs) })),
      shown: entry.shown,
      ...given({ when: entry.when && boxes(entry.when, {}, sets) }),
      place,
    })),
    ...(impossible.length > 0 && { impossible }),
    terms: collectRecord(files, 'terms', report, (term) => term),
    sources: collectRecord(files, 'sources', report, (source) => source as Book['sources'][string]),
    texts,
  };
  return {
    book,
    written,
    examples: placedList(files, 'examples', (example, _, place) => ({ ...example, place })),
    edges: placedList(files, 'edges', ({ says, to, ...edge }, _, place) => ({
      ...edge,
      ...given({ to: givenList(to) }),
      says: listOf(says),
      place,
    })),
    coverage: placedList(files, 'coverage', ({ 'left-out': leftOut, ...row }, _, place) => ({
      ...row,
      ...given({ leftOut }),
      place,
    })),
  };
}

/** Rules and events, each with its place; a rule's id is its file, its table and its own name. */
function placedRows(files: readonly ParsedFile[], sets: Sets, report: Report) {
  const decisions: Record<string, DecisionRow[]> = {};
  const collections: Record<string, CollectRow[]> = {};
  const ids = new Set<string>();
  const written = new Map<string, readonly Readonly<Record<string, WrittenTest>>[]>();
  for (const file of files) {
    const scope = boxes(file.content.scope, {}, sets)[0] ?? {};
    for (const [table, rows] of Object.entries(file.content.rules ?? {})) {
      rows.forEach((row, index) => {
        const path = ['rules', table, index];
        const base = `${file.path.replace(/\.yaml$/, '')}/${table}`;
        const name = 'give' in row ? row.give : [row.pile, listOf(row.add)[0]].filter(Boolean).join('/');
        const id = `${base}/${row.id ?? name}`;
        if (ids.has(id)) report(file, path, `a second rule is called ${id}: give this one an id of its own`);
        ids.add(id);
        const context = {
          id,
          base,
          scope,
          sets,
          place: { file: file.path, line: placeOf(file.yaml, path).line },
        };
        try {
          written.set(id, asWritten(row.when, sets));
          if ('give' in row) (decisions[table] ??= []).push(decisionRow(row, context));
          else (collections[table] ??= []).push(collectRow(row, context));
        } catch (error) {
          report(file, [...path, 'when'], (error as Error).message);
        }
      });
    }
  }
  const events = placedList(files, 'events', (row, index, place) => eventRow(row, index, sets, place));
  return { decisions, collections, events, written };
}

/** A list section of all files, each entry with its number in its file and its place. */
function placedList<K extends 'events' | 'examples' | 'edges' | 'coverage' | 'impossible', Out>(
  files: readonly ParsedFile[],
  section: K,
  convert: (entry: NonNullable<RuleFile[K]>[number], index: number, place: Place) => Out,
): Out[] {
  return files.flatMap((file) => {
    const entries: readonly NonNullable<RuleFile[K]>[number][] = file.content[section] ?? [];
    return entries.map((entry, index) =>
      convert(entry, index, { file: file.path, line: placeOf(file.yaml, [section, index]).line }),
    );
  });
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
