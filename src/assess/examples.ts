/** Worked examples of the book: a case, and what must come out. */
import type { RuleProblem } from '../errors.ts';
import type { Example } from '../rulebook/book.ts';
import { applies } from '../rulebook/condition.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { caseReader, type CaseReader } from './answered.ts';
import type { Assessment, Line } from './assessment.ts';
import { assess } from './assess.ts';
import { APPLICANT } from './facts.ts';
import { formOf, type FormGuide } from './form.ts';

type Expected = Readonly<Record<string, unknown>>;

/** What an example may speak of, and how the assessment answers it. */
const READERS: Readonly<Record<string, (answer: Assessment, expected: unknown) => unknown>> = {
  permit: (answer) => answer.permit,
  code: (answer) => answer.permit?.code ?? null,
  maxMonths: (answer) => answer.permit?.maxMonths ?? null,
  route: (answer) => answer.route,
  totalCents: (answer) => answer.fees.totalCents,
  /** Amounts of the slips: the payments into an account. */
  slips: (answer) =>
    answer.fees.payments.filter(({ account }) => account !== undefined).map(({ cents }) => cents),
  /** Amounts of any kind of payment, by its id. */
  payments: (answer, expected) =>
    Object.fromEntries(
      Object.keys(expected as Expected).map((id) => [
        id,
        answer.fees.payments.filter((payment) => payment.id === id).map(({ cents }) => cents),
      ]),
    ),
  /** Other amounts of the slips, as the answer prints them. */
  slipAlternatives: (answer) =>
    answer.fees.payments.flatMap((payment) => (payment.alternatives ?? []).map((other) => other.value)),
  forms: (answer) => answer.forms.filter(({ person }) => person === APPLICANT).map(({ id }) => id),
  /** Forms of each relative, in order. */
  familyForms: (answer) =>
    answer.case.family.map((_, index) =>
      answer.forms.filter(({ person }) => person === `family-${index + 1}`).map(({ id }) => id),
    ),
  kits: (answer) => answer.kits.map(({ person, carries }) => [person, ...carries]),
  deadlines: (answer, expected) =>
    Object.fromEntries(
      Object.keys(expected as Expected).map((id) => {
        const line = answer.deadlines.find((deadline) => deadline.id === id);
        return [id, line ? [line.date, ...(line.latest ? [line.latest] : [])] : null];
      }),
    ),
  /** Dated values that the wording of lines mentions, by the id of the line. */
  values: (answer, expected) =>
    Object.fromEntries(
      Object.entries(expected as Readonly<Record<string, Expected>>).map(([id, wanted]) => {
        const lines: readonly Line[] = [
          ...answer.documents,
          ...answer.deadlines,
          ...answer.steps,
          ...answer.rights,
          ...answer.warnings,
        ];
        const mentioned = lines.find((line) => line.id === id && line.values)?.values ?? {};
        return [
          id,
          Object.fromEntries(Object.keys(wanted).map((value) => [value, mentioned[value] ?? null])),
        ];
      }),
    ),
  workingDays: (answer, expected) =>
    Object.fromEntries(
      Object.keys(expected as Expected).map((id) => [
        id,
        answer.deadlines.find((deadline) => deadline.id === id)?.workingDay ?? null,
      ]),
    ),
};

/** Lists of which an example names some members that must, or must not, be there. */
const LISTS: Readonly<Record<string, (answer: Assessment) => readonly Line[] | readonly { id: string }[]>> = {
  documents: (answer) => answer.documents,
  deadlines: (answer) => answer.deadlines,
  steps: (answer) => answer.steps,
  rights: (answer) => answer.rights,
  warnings: (answer) => answer.warnings,
  exemptions: (answer) => answer.fees.exemptions,
  disputes: (answer) => answer.disputes,
};

/** Runs one example; every difference is a problem at the place of the example. */
export function runExample(
  example: Example,
  rulebook: Rulebook,
  reader: CaseReader = caseReader(rulebook),
): RuleProblem[] {
  const problem = (message: string): RuleProblem => ({
    ...example.place,
    message: `example “${example.name}”: ${message}`,
  });
  const read = reader(example.case);
  if ('problems' in read) {
    return read.problems.map(({ path, code, value }) =>
      problem(`the case has ${code} at ${path} ${value ?? ''}`),
    );
  }
  if ('gap' in read) return [problem(read.gap.message)];
  let { answer } = read;
  // what is not known makes several answers of one case
  if (read.theCase.unknown !== undefined) {
    try {
      answer = assess(read.theCase, rulebook);
    } catch (error) {
      return [problem((error as Error).message)];
    }
  }
  return Object.entries(example.expect).flatMap(([key, expected]) => {
    if (key === 'has' || key === 'lacks') {
      return membership(answer, rulebook.book.piles, key, expected as Expected).map(problem);
    }
    if (key === 'boxes') return boxes(answer, rulebook, expected as Boxes).map(problem);
    const reader = READERS[key];
    if (!reader) return [problem(`nothing is called ${key}`)];
    const actual = reader(answer, expected);
    const [want, got] = [JSON.stringify(expected), JSON.stringify(actual)];
    return want === got ? [] : [problem(`${key} should be ${want} and is ${got}`)];
  });
}

/** Rules that no worked example reaches: either an example is missing, or nobody is in that case. */
export function unreachedRules(
  examples: readonly Example[],
  rulebook: Rulebook,
  reader: CaseReader = caseReader(rulebook),
): RuleProblem[] {
  const left = new Map(
    [...rulebook.decisions.values(), ...rulebook.collections.values()].flat().map((row) => [row.id, row]),
  );
  for (const example of examples) {
    const read = reader(example.case);
    if (!('people' in read)) continue;
    for (const { facts } of read.people) {
      for (const row of left.values()) if (applies(row.boxes, facts)) left.delete(row.id);
    }
  }
  return [...left.values()].map(({ id, place }) => ({
    ...place,
    message: `no worked example reaches ${id}`,
  }));
}

function membership(
  answer: Assessment,
  piles: readonly string[],
  how: 'has' | 'lacks',
  expected: Expected,
): string[] {
  return Object.entries(expected).flatMap(([list, ids]) => {
    const inPile = piles.includes(list) ? answer.documents.filter(({ pile }) => pile === list) : undefined;
    const lines = inPile ?? LISTS[list]?.(answer);
    if (!lines) return [`no list is called ${list}`];
    const present = new Set(lines.map(({ id }) => id));
    return (ids as string[]).flatMap((id) =>
      present.has(id) === (how === 'has') ? [] : [`${list} ${how === 'has' ? 'lacks' : 'has'} ${id}`],
    );
  });
}

/** Boxes by form, with what is written there, the key of how, or why they stay blank. */
type Boxes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Differences on the forms: `module-1` is the applicant's, `family-1/module-1` that of a relative. */
function boxes(answer: Assessment, rulebook: Rulebook, expected: Boxes): string[] {
  let guides: readonly FormGuide[];
  try {
    guides = formOf(answer, rulebook).guides;
  } catch (error) {
    return [(error as Error).message];
  }
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const [module, person = APPLICANT] = name.split('/').reverse();
    const guide = guides.find((one) => one.module === module && one.person === person);
    if (!guide) return [`nobody fills in ${name}`];
    const lines = guide.sections.flatMap((section) => section.boxes);
    return Object.entries(wanted).flatMap(([box, want]) => {
      const line = lines.find((one) => one.box === box);
      const got = line && (line.write ?? line.blank ?? line.how);
      return got === want ? [] : [`${name}, box ${box}, should be ${want} and is ${got ?? 'missing'}`];
    });
  });
}
