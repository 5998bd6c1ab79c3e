/**
 * Assessment → what a page says, in one language: sections of items, in the order in which a person needs
 * them. Every format draws this; none of them decides what is true.
 */
import type { Assessment, Line, PaymentLine } from '../assess/assessment.ts';
import type { Messages } from '../messages/messages.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { News } from '../desk/news.ts';
import { isHandedIn } from '../case/case.ts';
import { calendarSection } from './view-calendar.ts';
import { checklist } from './view-checklist.ts';
import { References } from './references.ts';
import { harmless } from './harmless.ts';
import type { MonthGrid } from './month-grid.ts';
import { conditionText, dependsSection } from './view-depends.ts';
import { disputesSection } from './view-disputes.ts';
import { SECTION_IDS, type SectionId } from './sections.ts';
import { formSection } from './view-form.ts';
import { sheetsOf, type Sheet } from './view-sheets.ts';
import { newsSections } from './view-news.ts';
import { summaryOf } from './view-summary.ts';
import { makeWords, type Words } from './words.ts';

/** One line of a section: what it says, what to know about it, and where it comes from. */
export interface Item {
  readonly text: string;
  readonly details: readonly string[];
  /** How sure, where that is not “confirmed”, and the numbers of the sources. */
  readonly note: string;
  /** What is copied onto a form, such as account and payee of a slip. */
  readonly fields?: readonly { readonly label: string; readonly value: string }[];
  /** The same line in Italian, where the text names no Italian term: for the clerk. */
  readonly italian?: string;
  /** The letter under which the month grids show this date. */
  readonly mark?: string;
  /** A paper of a case file that is in hand; its text says so too. */
  readonly done?: boolean;
}

export interface Group {
  readonly heading?: string;
  readonly italian?: string;
  readonly detail?: string;
  readonly marker: 'bullet' | 'box' | 'number';
  readonly items: readonly Item[];
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly groups: readonly Group[];
  /** Months in which the marks of the items stand, and how to read them. */
  readonly months?: readonly MonthGrid[];
  readonly legend?: string;
}

/** A line of the first screen: where, how much, by when, how long. */
export interface SummaryLine {
  readonly label: string;
  readonly value: string;
  readonly notes: readonly string[];
}

export interface View {
  readonly language: string;
  readonly title: string;
  readonly advice: readonly Item[];
  readonly summary: readonly SummaryLine[];
  /** The checklist and payments of each person, for formats that give everyone a sheet. */
  readonly sheets: readonly Sheet[];
  /** What a case file has to say before the result. */
  readonly news: readonly Section[];
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
}

export interface ViewOptions {
  /** Every working-day term day by day. */
  readonly walk?: boolean;
  /** A sheet for each person; sources are numbered from there. */
  readonly sheets?: boolean;
  /** This section alone, with its sources. */
  readonly only?: SectionId;
  /** What a case file adds. */
  readonly news?: News;
}

/** Builds the view of an answer. Pure: the same answer and language give the same view. */
export function viewOf(
  answer: Assessment,
  rulebook: Rulebook,
  messages: Messages,
  options: ViewOptions = {},
): View {
  const references = new References();
  const words = makeWords(answer, rulebook, messages, { twins: options.sheets === true });
  const { progress } = options.news ?? {};
  const news = options.news ? newsSections(options.news, answer, words, references) : [];
  const item = (line: Line, kind: string): Item => itemOf(line, kind, words, references);
  const sheets = options.sheets === true ? sheetsOf(answer, words, references, progress) : [];
  const warnings = answer.permit ? answer.warnings : answer.warnings.slice(1);
  const make: Readonly<Record<SectionId, () => Section>> = {
    depends: () => dependsSection(answer, words),
    steps: () => listSection('steps', 'number', answer.steps, item, words),
    checklist: () => checklist(answer, words, references, progress),
    fees: () => feesSection(answer, words, references),
    calendar: () => calendarSection(answer, words, references, options.walk === true),
    warnings: () => listSection('warnings', 'bullet', warnings, item, words),
    rights: () => listSection('rights', 'bullet', answer.rights, item, words),
    disputes: () => disputesSection(answer, words, references),
    form: () => formSection(answer, rulebook, words, references),
  };
  const { only } = options;
  const behind = isHandedIn(answer.case);
  // the forms of an application that was handed in are filled in: their boxes are shown to who asks for them
  const shown = SECTION_IDS.filter((id) => (only === undefined ? id !== 'form' || !behind : id === only));
  const sections = shown
    .map((id) => make[id]())
    .filter((section) => section.groups.some((group) => group.items.length > 0));
  const sources = references.section(rulebook.book, messages);
  return harmless({
    language: messages.language,
    title: titleOf(answer, words),
    advice: answer.permit ? [] : answer.warnings.slice(0, 1).map((line) => item(line, 'warnings')),
    summary: only === undefined ? summaryOf(answer, words) : [],
    sheets,
    news,
    sections: [...sections, sources],
    footer: [
      messages.readOn(answer.rulebook.read, answer.rulebook.version),
      messages.view.disclaimer,
      answer.rulebook.digest,
    ],
  });
}

/** A line as an item, with the doubt and the sources that belong to it. */
export function itemOf(line: Line, kind: string, words: Words, references: References): Item {
  const sentence = words.say(kind, line.id, line.values);
  const others = (line.alternatives ?? []).map((other) => words.alternative(other));
  const only = line.only === undefined ? [] : [conditionText(line.only, words)];
  const practice = line.practice === undefined ? [] : [`${words.messages.view.practice} ${line.practice}`];
  return {
    text: sentence.text,
    details: [...only, ...(sentence.detail === undefined ? [] : [sentence.detail]), ...others, ...practice],
    note: noteOf(line, words, references),
  };
}

/** `one source only [4]`; nothing but the numbers where two sources agree. */
export function noteOf(line: Pick<Line, 'sure' | 'sources'>, words: Words, references: References): string {
  const sure = line.sure === 'confirmed' ? '' : `(${words.messages.sure[line.sure]})`;
  return [sure, references.cite(line.sources)].filter((part) => part !== '').join(' ');
}

function titleOf(answer: Assessment, words: Words): string {
  const reason = words.say('reasons', answer.case.reason).text;
  const procedure = words.part('fields', 'procedure', answer.case.procedure);
  const code = answer.permit?.code;
  const parts = [reason, procedure, ...(code ? [`${words.messages.view.code} ${code}`] : [])];
  return parts.join(' · ');
}

function listSection(
  id: 'steps' | 'warnings' | 'rights',
  marker: Group['marker'],
  lines: readonly Line[],
  item: (line: Line, kind: string) => Item,
  words: Words,
): Section {
  const keys = [...new Set(lines.map((line) => `${line.rule} ${line.id}`))];
  const items = keys.flatMap((key) => {
    // what holds of several people stands once, with their names
    const same = lines.filter((line) => `${line.rule} ${line.id}` === key);
    const [first] = same;
    if (!first) return [];
    const made = item(first, id);
    return [{ ...made, text: made.text + words.people(same.flatMap(({ person }) => person ?? [])) }];
  });
  return { id, heading: words.messages.view[id], groups: [{ marker, items }] };
}

function feesSection(answer: Assessment, words: Words, references: References): Section {
  const { messages } = words;
  const { fees } = answer;
  const several = answer.case.family.length > 0;
  const whose = (person: string) => words.people([person]);
  const lines = fees.lines.map((line) => {
    const made = itemOf(line, 'fees', words, references);
    return { ...made, text: `${made.text}: ${messages.money(line.cents)}${whose(line.person)}` };
  });
  const payments = fees.payments.map((payment) => paymentItem(payment, words, references));
  const exemptions = fees.exemptions.map((line) => {
    const made = itemOf(line, 'exemptions', words, references);
    return { ...made, text: `${made.text}${whose(line.person ?? '')}` };
  });
  const envelopes = answer.kits.map((kit) => ({
    text: messages.envelope(
      words.person(kit.person),
      kit.carries.map((id) => words.person(id)),
    ),
    details: [],
    note: '',
  }));
  return {
    id: 'fees',
    heading: messages.view.fees,
    groups: [
      { marker: 'bullet' as const, items: lines },
      handOver(payments, answer, words),
      { marker: 'bullet' as const, heading: messages.view.exemptions, items: exemptions },
      { marker: 'bullet' as const, heading: messages.view.envelopes, items: several ? envelopes : [] },
    ].filter(({ items }) => items.length > 0),
  };
}

/** The payments as a group: to make, or made where the application was handed in. */
export function handOver(items: readonly Item[], answer: Assessment, { messages }: Words): Group {
  return isHandedIn(answer.case)
    ? { marker: 'bullet', heading: messages.view.handedOver, items }
    : { marker: 'box', heading: messages.view.handOver, items };
}

export function paymentItem(payment: PaymentLine, words: Words, references: References): Item {
  const { messages } = words;
  const made = itemOf(payment, 'payments', words, references);
  const text = `${messages.money(payment.cents)} ${made.text}`;
  if (payment.handedIn) return { text, details: [], note: made.note };
  const { account, payee, reason } = payment;
  const person = account === undefined ? undefined : words.person(payment.person);
  const fields = Object.entries({ account, payee, reason, inName: person }).flatMap(([key, value]) =>
    value === undefined ? [] : [{ label: messages.view[key as 'account' | 'inName'], value }],
  );
  return {
    ...made,
    text,
    ...(fields.length > 0 && { fields }),
    ...twin(words.italian('payments', payment.id, made.text)),
  };
}

export function twin(italian: string | undefined): { italian?: string } {
  return italian === undefined ? {} : { italian };
}
