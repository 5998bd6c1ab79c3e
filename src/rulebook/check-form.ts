/** What must hold of the printed forms: every box once, everything named exists. */
import type { Report } from './check.ts';
import type { FormModule, FormWrite } from './form.ts';
import { FORM_NOTES, formRows, writesOf } from './form.ts';
import type { Rulebook } from './rulebook.ts';

/** The numbers of a form run from the first to the last without a gap, each once, in the order of the sections. */
export function boxesAreNumbered({ book }: Rulebook, report: Report): void {
  for (const [id, module] of Object.entries(book.modules)) {
    const numbers = numbersOf(module);
    numbers.forEach((number, index) => {
      if (number !== index + 1)
        report({ file: `form ${id}` }, `box ${index + 1} is missing or stands elsewhere`);
    });
    const names = module.sections.flatMap(({ boxes }) => boxes.map(({ box }) => box));
    for (const name of new Set(names)) {
      if (names.indexOf(name) !== names.lastIndexOf(name))
        report({ file: `form ${id}` }, `box ${name} stands twice`);
    }
  }
}

function numbersOf(module: FormModule): number[] {
  return module.sections.flatMap(({ boxes, headings }) =>
    [...headings, ...boxes.map(({ box }) => Number(box)).filter(Number.isInteger)].sort((a, b) => a - b),
  );
}

/** Fields, facts, reasons and forms that boxes name. */
export function boxesPointSomewhere({ book }: Rulebook, report: Report): void {
  for (const row of formRows(book)) {
    for (const write of writesOf(row)) {
      const wrong = dangling(book, write);
      if (wrong !== undefined) report(row.place, `${row.id}: ${wrong}`);
    }
  }
  for (const [id, { of }] of Object.entries(book.modules)) {
    const known =
      of === 'payments'
        ? Object.keys(book.payments)
        : (book.collections.forms ?? []).flatMap(({ add }) => add);
    if (!known.includes(id)) report({ file: `form ${id}` }, `no line of ${of} is called ${id}`);
  }
}

function dangling(book: Rulebook['book'], write: FormWrite): string | undefined {
  if (write.how !== 'value') return undefined;
  const fact = book.facts[write.of];
  if (write.kind === 'day' && fact?.kind !== 'date') return `no day is called ${write.of}`;
  if (write.kind === 'code' && fact?.kind !== 'enum') return `no field is called ${write.of}`;
  if (write.kind === 'code-of' && !(write.of in book.reasons)) return `no reason is called ${write.of}`;
  if (write.kind === 'number' && fact?.kind !== 'integer') return `no number is called ${write.of}`;
  return undefined;
}

/** Counts that only forms know are read by no other table, where they would be unknown for ever. */
export function countsStayOnForms(rulebook: Rulebook, report: Report): void {
  for (const [table, rows] of [...rulebook.decisions, ...rulebook.collections]) {
    if (table === FORM_NOTES) continue;
    for (const row of rows) {
      for (const { fact } of row.boxes.flat()) {
        const tested = rulebook.facts[fact];
        if (tested?.fact.derive.how === 'counted')
          report(row.place, `${row.id} tests ${tested.id}, a count of forms`);
      }
    }
  }
}
