/** What to write in each box of each form, compact: boxes that stay blank for one reason are one line. */
import type { Assessment, Line } from '../assess/assessment.ts';
import { formOf, type BoxLine, type FormGuide, type FormPart } from '../assess/form.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { References } from './references.ts';
import { disputeItem } from './view-disputes.ts';
import { itemOf, noteOf, type Group, type Item, type Section } from './view.ts';
import type { Words } from './words.ts';

/** The section of forms: remarks, every paper of everyone, then what sources disagree on. */
export function formSection(
  answer: Assessment,
  rulebook: Rulebook,
  words: Words,
  references: References,
): Section {
  const form = formOf(answer, rulebook);
  const groups: Group[] = [
    { marker: 'bullet', items: form.notes.map((line) => itemOf(line, 'form-notes', words, references)) },
    ...[...form.guides, ...form.slips].map((guide) => guideGroup(guide, words, references)),
    {
      marker: 'bullet',
      heading: words.messages.view.disputes,
      items: form.disputes.map((dispute) => disputeItem(dispute, words, references)),
    },
  ];
  return {
    id: 'form',
    heading: words.messages.view.form,
    groups: groups.filter(({ items }) => items.length > 0),
  };
}

function guideGroup(guide: FormGuide, words: Words, references: References): Group {
  const items = runsOf(guide.sections).map((run) => {
    const [first] = run.boxes;
    return first.how === 'blank'
      ? blankItem(run, first, words, references)
      : boxItem(first, words, references);
  });
  return { marker: 'bullet', heading: `${guide.label}${words.people([guide.person])}`, items };
}

/** Neighbouring boxes that one line speaks of: a box that is filled in, or boxes blank for one reason. */
interface Run {
  readonly label: string;
  readonly numbers: string;
  readonly boxes: readonly [BoxLine, ...BoxLine[]];
  /** Label and last number of the section, where the run is the whole of it. */
  readonly whole?: { readonly label: string; readonly first: number; readonly last: number };
}

function runsOf(sections: readonly FormPart[]): Run[] {
  const runs: Run[] = [];
  for (const section of sections) {
    for (const run of runsWithin(section)) {
      const before = runs.at(-1);
      const joined = before && joinedWhole(before, run);
      if (joined) runs.splice(-1, 1, joined);
      else runs.push(run);
    }
  }
  return runs;
}

function runsWithin(section: FormPart): Run[] {
  const groups: [BoxLine, ...BoxLine[]][] = [];
  for (const box of section.boxes) {
    const open = groups.at(-1);
    if (open !== undefined && sameBlank(open[0], box)) open.push(box);
    else groups.push([box]);
  }
  const { first, last } = section;
  return groups.map((boxes) => {
    const numbers = boxes.map(({ box }) => box).filter((box) => /^\d/.test(box));
    const all = boxes.length === section.boxes.length && boxes.length > 1;
    const whole =
      all && first !== undefined && last !== undefined ? { label: section.label, first, last } : undefined;
    return {
      boxes,
      label: whole ? section.label : labelOf(boxes),
      numbers: whole ? span(whole.first, whole.last) : span(numbers[0], numbers.at(-1)),
      ...(whole && { whole }),
    };
  });
}

/** Sections that the form continues under the same heading, all blank for one reason. */
function joinedWhole(before: Run, after: Run): Run | undefined {
  const [one, other] = [before.whole, after.whole];
  if (!one || !other) return undefined;
  if (one.label !== other.label || !sameBlank(before.boxes[0], after.boxes[0])) return undefined;
  const whole = { ...one, last: other.last };
  return { ...before, boxes: [...before.boxes, ...after.boxes], numbers: span(one.first, other.last), whole };
}

function sameBlank(a: BoxLine, b: BoxLine): boolean {
  const doubt = (line: BoxLine) => JSON.stringify([line.blank, line.sure, line.disputes, line.alternatives]);
  return a.how === 'blank' && b.how === 'blank' && doubt(a) === doubt(b);
}

function span(first: string | number | undefined, last: string | number | undefined): string {
  if (first === undefined || last === undefined) return '';
  return first === last ? `${first} ` : `${first}-${last} `;
}

function labelOf(boxes: readonly BoxLine[]): string {
  const [first, last] = [boxes[0]?.label ?? '', boxes.at(-1)?.label ?? ''];
  if (boxes.length === 1) return first;
  return boxes.length === 2 ? `${first}, ${last}` : `${first} … ${last}`;
}

function blankItem(run: Run, first: BoxLine, words: Words, references: References): Item {
  const why = words.say('form-blank', first.blank ?? '').text;
  return {
    text: `${run.numbers}${run.label}: ${words.messages.view.leaveBlank} — ${why}`,
    details: otherReadings(first, words),
    note: noteOf(
      { sure: first.sure, sources: run.boxes.flatMap(({ sources }) => sources) },
      words,
      references,
    ),
  };
}

function boxItem(line: BoxLine, words: Words, references: References): Item {
  const { text, detail } = words.say('form', line.id);
  const what = line.write ?? words.say('form-how', line.how).text;
  const explained = text.toLowerCase() === line.label.toLowerCase() ? '' : ` — ${text}`;
  return {
    text: `${span(numberOf(line), numberOf(line))}${line.label}: ${what}${explained}`,
    details: [...(detail === undefined ? [] : [detail]), ...otherReadings(line, words)],
    note: noteOf(line, words, references),
  };
}

function numberOf({ box }: BoxLine): string | undefined {
  return /^\d/.test(box) ? box : undefined;
}

function otherReadings(line: Line, words: Words): string[] {
  return (line.alternatives ?? []).map((other) => {
    const told = words.alternative(other);
    return typeof other.value === 'string' ? words.messages.otherwise(other.value, told) : told;
  });
}
