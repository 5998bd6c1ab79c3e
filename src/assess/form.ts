/** Assessment → what to write in each box of each printed form, for everyone who fills one in. */
import type { FormModule, FormRow, FormWrite } from '../rulebook/form.ts';
import { FORM_NOTES } from '../rulebook/form.ts';
import { applies } from '../rulebook/condition.ts';
import type { Compiled, Rulebook } from '../rulebook/rulebook.ts';
import { withoutOverridden } from '../rulebook/overrides.ts';
import type { AlternativeAnswer, Assessment, DisputeLine, Line, PaymentLine } from './assessment.ts';
import { decideCase } from './decisions.ts';
import { disputeLines } from './disputes.ts';
import { fill, type Filling } from './form-values.ts';
import { joinSources, lineOf, weaker } from './lines.ts';
import { collect, TableGap } from './tables.ts';

/** One box: what is written there and how, or why it stays blank. */
export interface BoxLine extends Line {
  readonly box: string;
  readonly label: string;
  /** `constant`, `case`, `blank`, or the key of an instruction. */
  readonly how: string;
  /** The text to copy, where there is one. */
  readonly write: string | null;
  /** Why the box stays blank. */
  readonly blank?: string;
  readonly cells?: number;
  readonly note?: string;
}

export interface FormPart {
  readonly label: string;
  readonly first?: number;
  readonly last?: number;
  readonly boxes: readonly BoxLine[];
}

/** One paper to fill in by one person. */
export interface FormGuide {
  readonly person: string;
  readonly module: string;
  readonly label: string;
  readonly sections: readonly FormPart[];
  readonly payment?: PaymentLine;
}

/** All papers of a case, remarks on them, and where sources disagree on a box. */
export interface FormAnswer {
  readonly guides: readonly FormGuide[];
  readonly slips: readonly FormGuide[];
  readonly notes: readonly Line[];
  readonly disputes: readonly DisputeLine[];
}

/**
 * The forms of an answer, box by box. It is worked out apart from the assessment, which is asked for many
 * times over by the interview and by batches that print no form.
 */
export function formOf(answer: Assessment, rulebook: Rulebook): FormAnswer {
  const people = decideCase(answer.case, rulebook).people.map(({ person: { id }, facts }) => ({
    id,
    facts: withCounts(rulebook, answer, id, facts),
  }));
  const papers = Object.entries(rulebook.book.modules).flatMap(([id, module]) => {
    const lines: readonly (Line | PaymentLine)[] =
      module.of === 'forms' ? answer.forms : answer.fees.payments;
    return lines
      .filter((line) => line.id === id)
      .map((line) => {
        const person = line.person ?? '';
        const facts = people.find((one) => one.id === person)?.facts ?? [];
        const payment = 'cents' in line ? line : undefined;
        return guideOf(id, module, { rulebook, answer, person, facts, ...(payment && { payment }) });
      });
  });
  const guides = papers.filter(({ payment }) => payment === undefined);
  const order = (guide: FormGuide) => people.findIndex(({ id }) => id === guide.person);
  const notes = collect(rulebook, FORM_NOTES, people[0]?.facts ?? []).flatMap((row) =>
    row.add.map((id) => lineOf(row, id)),
  );
  return {
    guides: [...guides].sort((a, b) => order(a) - order(b)),
    slips: papers.filter(({ payment }) => payment !== undefined),
    notes: answer.permit ? notes : [],
    disputes: disputeLines(rulebook, papers.flatMap(linesOf), (id) =>
      answer.disputes.some((dispute) => dispute.id === id),
    ),
  };
}

function linesOf(guide: FormGuide): readonly Line[] {
  return guide.sections.flatMap(({ boxes }) => boxes);
}

/** A vector with the counts that only forms ask for. */
export function withCounts(
  rulebook: Rulebook,
  answer: Assessment,
  person: string,
  facts: readonly number[],
): number[] {
  const { family } = answer.case;
  return facts.map((value, position) => {
    const derive = rulebook.facts[position]?.fact.derive;
    if (derive?.how !== 'counted') return value;
    switch (derive.count) {
      case 'forms':
        return answer.forms.filter((line) => line.person === person).length;
      case 'carried':
        return answer.kits.find((kit) => kit.person === person)?.carries.length ?? 0;
      case 'relatives':
        return family.filter(({ relation }) => (derive.relation ?? relation) === relation).length;
    }
  });
}

function guideOf(id: string, module: FormModule, filling: Filling): FormGuide {
  const rules = filling.rulebook.modules.get(id);
  const sections = module.sections.map(({ label, first, last, boxes }) => ({
    label,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    boxes: boxes.map(({ box, is, label: printed, cells, note }): BoxLine => {
      const row = rowFor(rules?.get(box) ?? [], filling.facts, `${id} ${box}`);
      return {
        ...written(row, is, filling),
        box,
        label: printed,
        ...(cells !== undefined && { cells }),
        ...(note !== undefined && { note }),
      };
    }),
  }));
  const { person, payment } = filling;
  return { person, module: id, label: module.label, sections, ...(payment && { payment }) };
}

/** The rule of a box: its exception that applies, else the rule for everybody. */
function rowFor(
  rows: readonly Compiled<FormRow>[],
  facts: readonly number[],
  name: string,
): Compiled<FormRow> {
  const left = withoutOverridden(rows.filter((row) => applies(row.boxes, facts)));
  const [row, ...more] = left;
  if (!row || more.length > 0)
    throw new TableGap(
      name,
      left.map((one) => one.id),
    );
  return row;
}

/** What a rule writes, as a line with its own doubt and that of the value. */
function written(row: Compiled<FormRow>, id: string, filling: Filling) {
  const line = lineOf(row, id, filling.person);
  const others = otherReadings(row, filling);
  const { write } = row;
  // an amount that offices disagree on is disputed on the slip as well
  const amounts = write.how === 'value' && write.of === 'figures' ? filling.payment?.alternatives : undefined;
  const alternatives = others ?? amounts;
  const base = { ...line, ...(alternatives && { alternatives }) };
  switch (write.how) {
    case 'blank':
      return { ...base, how: 'blank', write: null, blank: write.why };
    case 'constant':
      return { ...base, how: 'constant', write: write.text };
    case 'instruction':
      return { ...base, how: write.key, write: null };
    case 'value': {
      const filled = fill(write, filling);
      if (!filled) return { ...base, how: write.or, write: null };
      const { text, backed } = filled;
      return {
        ...base,
        ...(backed && {
          sources: joinSources(line.sources, backed.sources),
          sure: weaker(line.sure, backed.sure),
        }),
        how: 'case',
        write: text,
      };
    }
  }
}

function otherReadings(row: FormRow, filling: Filling): AlternativeAnswer[] | undefined {
  return row.alternatives?.map((other, index) => ({
    ...other,
    value: textOf(row.others?.[index] ?? null, filling),
  }));
}

function textOf(write: FormWrite | null, filling: Filling): string | null {
  if (write?.how === 'constant') return write.text;
  return write?.how === 'value' ? (fill(write, filling)?.text ?? null) : null;
}
