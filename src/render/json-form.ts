/** The forms of an answer as JSON: every box, what is written there, and why. */
import type { Assessment, Line } from '../assess/assessment.ts';
import { formOf, type BoxLine, type FormGuide } from '../assess/form.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { withoutMarks } from '../rulebook/term-marks.ts';
import type { Words } from './words.ts';

/** `form`, `slips` and `formNotes`, and the disputes that boxes cite. */
export function formJson(answer: Assessment, rulebook: Rulebook, words: Words) {
  const form = formOf(answer, rulebook);
  return {
    disputes: form.disputes,
    json: {
      form: form.guides.map((guide) => guideJson(guide, words)),
      slips: form.slips.map((slip) => slipJson(slip, words)),
      formNotes: form.notes.map((line) => ({ ...line, ...sentence('form-notes', line.id, words) })),
    },
  };
}

function guideJson({ person, module, label, sections }: FormGuide, words: Words) {
  return {
    person,
    module,
    label,
    boxes: sections.flatMap((section) =>
      section.boxes.map((box) => ({ section: section.label, ...boxJson(box, words) })),
    ),
  };
}

/** What is written on a slip by name, besides its parts as boxes. */
function slipJson(slip: FormGuide, words: Words) {
  const { payment, person } = slip;
  const { account, payee, reason, cents } = payment ?? {};
  const written = (box: string) =>
    slip.sections.flatMap(({ boxes }) => boxes).find((line) => line.box === box)?.write ?? null;
  return {
    person,
    ...(account !== undefined && { account }),
    ...(payee !== undefined && { payee }),
    ...(reason !== undefined && { reason }),
    ...(cents !== undefined && { cents }),
    figures: written('figures'),
    letters: written('letters'),
    boxes: guideJson(slip, words).boxes,
  };
}

function boxJson(line: BoxLine, words: Words) {
  const { person: _person, blank, ...rest } = line;
  const says = blank === undefined ? sentence('form', line.id, words) : sentence('form-blank', blank, words);
  const how = line.write === null && blank === undefined ? words.say('form-how', line.how).text : undefined;
  return {
    ...rest,
    ...(blank !== undefined && { blank }),
    ...(line.alternatives && { alternatives: otherReadings(line, words) }),
    ...(how !== undefined && { howText: withoutMarks(how) }),
    ...says,
  };
}

function otherReadings(line: Line, words: Words) {
  return (line.alternatives ?? []).map((other) => ({
    ...other,
    when: withoutMarks(words.say('alternatives', other.when).text),
  }));
}

function sentence(kind: string, id: string, words: Words): { text: string; detail?: string } {
  const { text, detail } = words.say(kind, id);
  return { text: withoutMarks(text), ...(detail !== undefined && { detail: withoutMarks(detail) }) };
}
