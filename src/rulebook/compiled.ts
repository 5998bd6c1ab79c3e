/**
 * The rule book as it was compiled when the program was built: the law in one file, its rows in another, the wording of
 * each language in one more.
 */
import { readFileSync } from 'node:fs';
import { RulebookError } from '../errors.ts';
import type { Book, CollectRow, DecisionRow, RowBase, Texts } from './book.ts';
import type { FormBox, FormModule, FormRow, FormSection } from './form.ts';
import { RowKeeper, RowOpener, type KeptBoxes, type KeptParts, type KeptRow } from './kept-rows.ts';
import type { Compiled, Rulebook } from './rulebook.ts';

/** Names of the files, beside the program's own. */
const LAW = 'rulebook.json';
const ROWS = 'rulebook-rows.jsonl';

type KeptTables = Readonly<Record<string, readonly KeptRow[]>>;
type KeptModule = Omit<FormModule, 'sections'> & {
  readonly sections: readonly (Omit<FormSection, 'boxes'> & {
    readonly boxes: readonly (Omit<FormBox, 'rows'> & { readonly rows: readonly KeptRow[] })[];
  })[];
};

/** The law as its file has it. */
interface KeptLaw extends KeptParts {
  /** What of the book has neither rows nor wording. */
  readonly book: Omit<Book, 'texts' | 'decisions' | 'collections' | 'modules'>;
  readonly languages: readonly string[];
  readonly facts: Rulebook['facts'];
  readonly decisions: KeptTables;
  readonly collections: KeptTables;
  readonly modules: Readonly<Record<string, KeptModule>>;
  /** Conditions of disputes and of what is impossible, in the order of the book. */
  readonly disputes: readonly KeptBoxes[];
  readonly impossible: readonly KeptBoxes[];
}

/** The files of a compiled book: name and content. */
export function compiledFiles(rulebook: Rulebook): [name: string, content: string][] {
  const { texts, decisions: _, collections: __, modules: ___, ...book } = rulebook.book;
  const languages = Object.keys(texts);
  const keeper = new RowKeeper();
  const tables = (all: ReadonlyMap<string, readonly Compiled<RowBase>[]>) =>
    Object.fromEntries([...all].map(([table, rows]) => [table, rows.map((row) => keeper.row(row))]));
  const decisions = tables(rulebook.decisions);
  const collections = tables(rulebook.collections);
  const modules = Object.fromEntries(
    Object.entries(rulebook.book.modules).map(([id, module]): [string, KeptModule] => {
      const rowsOf = (box: FormBox) => rulebook.modules.get(id)?.get(box.box) ?? [];
      const kept = module.sections.map((section) => ({
        ...section,
        boxes: section.boxes.map((box) => ({ ...box, rows: rowsOf(box).map((row) => keeper.row(row)) })),
      }));
      return [id, { ...module, sections: kept }];
    }),
  );
  const disputes = rulebook.disputes.map(({ boxes }) => keeper.boxes(boxes));
  const impossible = rulebook.impossible.map(({ boxes }) => keeper.boxes(boxes));
  const law: KeptLaw = {
    book,
    languages,
    facts: rulebook.facts,
    decisions,
    collections,
    modules,
    disputes,
    impossible,
    ...keeper.parts,
  };
  return [
    [LAW, ascii(JSON.stringify(law))],
    [ROWS, ascii(keeper.lines.join('\n'))],
    ...languages.map((language): [string, string] => [
      textFile(language),
      ascii(JSON.stringify(texts[language])),
    ]),
  ];
}

/** JSON with everything beyond ASCII escaped: it is read without decoding, in half the time. */
function ascii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Reads the compiled book, ready to answer; a row and the wording of a language are parsed when they are first asked
 * for. Throws `RulebookError` when the program was not built. `folder` is where the program lies.
 */
export function loadCompiled(folder = new URL('.', import.meta.url)): Rulebook {
  const law = JSON.parse(read(folder, LAW)) as KeptLaw;
  const opener = new RowOpener(law, read(folder, ROWS).split('\n'));
  const decisions = openTables<DecisionRow>(law.decisions, opener);
  const collections = openTables<CollectRow>(law.collections, opener);
  const { modules, byBox } = openModules(law.modules, opener);
  const { facts } = law;
  const impossible = law.book.impossible ?? [];
  return {
    book: {
      ...law.book,
      decisions: Object.fromEntries(decisions),
      collections: Object.fromEntries(collections),
      modules,
      texts: textsOf(law.languages, folder),
    },
    facts,
    positions: new Map(facts.map(({ id }, index) => [id, index])),
    decisions,
    collections,
    modules: byBox,
    disputes: Object.entries(law.book.disputes).map(([id, entry], index) => ({
      id,
      entry,
      boxes: opener.boxes(law.disputes[index] ?? []),
    })),
    impossible: impossible.map((entry, index) => ({
      entry,
      boxes: opener.boxes(law.impossible[index] ?? []),
    })),
  };
}

function openTables<Row extends RowBase>(kept: KeptTables, opener: RowOpener) {
  return new Map(
    Object.entries(kept).map(([table, rows]) => [table, rows.map((row) => opener.row<Row>(row))]),
  );
}

/** The forms as the book has them, and their rows by form and box. */
function openModules(kept: KeptLaw['modules'], opener: RowOpener) {
  const byBox = new Map<string, Map<string, readonly Compiled<FormRow>[]>>();
  const modules: Record<string, FormModule> = {};
  for (const [id, module] of Object.entries(kept)) {
    const rowsOf = new Map<string, readonly Compiled<FormRow>[]>();
    byBox.set(id, rowsOf);
    const sections = module.sections.map((section) => ({
      ...section,
      boxes: section.boxes.map((box) => {
        const rows = box.rows.map((row) => opener.row<FormRow>(row));
        rowsOf.set(box.box, rows);
        return { ...box, rows };
      }),
    }));
    modules[id] = { ...module, sections };
  }
  return { modules, byBox };
}

function textsOf(languages: readonly string[], folder: URL): Record<string, Texts> {
  const texts: Record<string, Texts> = {};
  for (const language of languages) {
    let content: Texts | undefined;
    Object.defineProperty(texts, language, {
      enumerable: true,
      get: () => (content ??= JSON.parse(read(folder, textFile(language))) as Texts),
    });
  }
  return texts;
}

function textFile(language: string): string {
  return `rulebook-${language}.json`;
}

function read(folder: URL, name: string): string {
  try {
    return readFileSync(new URL(name, folder), 'latin1');
  } catch {
    throw new RulebookError([{ file: name, message: 'is missing: run “npm run build”' }]);
  }
}
