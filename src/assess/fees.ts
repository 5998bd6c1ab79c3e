/** Who pays what, and on which slip. */
import type { CollectRow, DatedEntry, DecisionRow, RowBase } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { onceFor } from '../once-for.ts';
import type { AlternativeAnswer, Assessment, FeeLine, Line, PaymentLine } from './assessment.ts';
import type { Fields } from './facts.ts';
import { datedValue, joinSources, lineOf, weaker, withValues } from './lines.ts';
import { collect, decide } from './tables.ts';

/** The table that decides a person's contribution, and the id of its line. */
const CONTRIBUTION = 'contribution';

/** An amount that a row asks for, in cents, by the dated value that gives it. */
interface Due<Row> {
  readonly row: Row;
  readonly value: DatedEntry;
}

/** What somebody owes, as rows and values; no amount of nothing is among the fees. */
export interface Dues {
  readonly fees: readonly Due<CollectRow>[];
  /** The band of the contribution; it can be worth nothing on the day. */
  readonly contribution: Due<DecisionRow> | undefined;
  /** Rows that free from the contribution. */
  readonly exemptions: readonly CollectRow[];
}

/** What a person owes. */
export interface PersonDues extends Dues {
  readonly person: string;
}

/** What anybody owes where there is no permit to ask for. */
export const NO_DUES: Dues = { fees: [], contribution: undefined, exemptions: [] };

/** The rows that free a person from the contribution; any of them does. */
export function exemptionRows(rulebook: Rulebook, facts: readonly number[]): readonly CollectRow[] {
  return collect(rulebook, 'exemptions', facts);
}

/** What one person owes, whose vector already says whether they are exempt. */
export function duesOf(
  rulebook: Rulebook,
  facts: readonly number[],
  fields: Fields,
  exemptions: readonly CollectRow[],
): Dues {
  const fees: Due<CollectRow>[] = [];
  for (const row of collect(rulebook, 'fees', facts)) {
    const value = row.amount === undefined ? undefined : datedValue(rulebook, row.amount, fields);
    if (value !== undefined && value.is !== 0) fees.push({ row, value });
  }
  const band = decide(rulebook, CONTRIBUTION, facts);
  const contribution =
    band.give === 'none' ? undefined : { row: band, value: datedValue(rulebook, band.give, fields) };
  return { fees, contribution, exemptions };
}

/** All that is to be paid, in cents: every line as often as payments have it. */
export function totalCents(rulebook: Rulebook, dues: readonly PersonDues[]): number {
  const times = timesPaid(rulebook);
  let total = 0;
  for (const { fees, contribution } of dues) {
    for (const { row, value } of fees) for (const id of row.add) total += value.is * (times.get(id) ?? 0);
    if (contribution) total += contribution.value.is * (times.get(CONTRIBUTION) ?? 0);
  }
  return total;
}

/** How many payments have each line. */
const timesPaid = onceFor(({ book }: Rulebook): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  const paid = Object.values(book.payments).flatMap(({ lines }) => lines);
  for (const id of paid) counted.set(id, (counted.get(id) ?? 0) + 1);
  return counted;
});

/** A person's fees: the lines, and why no contribution is due where none is. */
interface PersonFees {
  readonly person: string;
  readonly lines: readonly FeeLine[];
  readonly exemptions: readonly Line[];
}

/** The whole of the fees: lines in order, what is handed over, and the total to the cent. */
export function feesOf(rulebook: Rulebook, fields: Fields, dues: readonly PersonDues[]): Assessment['fees'] {
  const fees = dues.map((one) => feeLines(rulebook, fields, one));
  return {
    currency: 'EUR',
    totalCents: totalCents(rulebook, dues),
    lines: fees.flatMap((one) => one.lines),
    payments: fees.flatMap((one) => paymentsOf(rulebook, one)),
    exemptions: fees.flatMap((one) => one.exemptions),
  };
}

function feeLines(rulebook: Rulebook, fields: Fields, dues: PersonDues): PersonFees {
  const { person } = dues;
  const line = (row: RowBase, id: string, values: readonly DatedEntry[] = []) =>
    withValues(rulebook, fields, lineOf(row, id, person, values));
  const lines = dues.fees.flatMap(({ row, value }) =>
    row.add.map((id) => ({ ...line(row, id, [value]), person, cents: value.is })),
  );
  const exemptions = dues.exemptions.flatMap((row) => row.add.map((id) => line(row, id)));
  if (!dues.contribution) return { person, lines, exemptions };
  const { row, value } = dues.contribution;
  const contribution = line(row, CONTRIBUTION, [value]);
  // a band that is worth nothing on this day is told as a reason, with the judgment that suspended it
  if (value.is === 0) return { person, lines, exemptions: [...exemptions, nothing(contribution, row.give)] };
  return { person, lines: [...lines, { ...contribution, person, cents: value.is }], exemptions };
}

/** A band worth nothing as a reason: about nothing there is neither another amount nor a dispute. */
function nothing({ alternatives: _alternatives, disputes: _disputes, ...line }: Line, id: string): Line {
  return { ...line, id };
}

/** One payment for each kind, in the order of the book; lines that share a slip are one payment. */
function paymentsOf(rulebook: Rulebook, fees: PersonFees): PaymentLine[] {
  return Object.entries(rulebook.book.payments).flatMap(([id, entry]) => {
    const parts = fees.lines.filter((line) => entry.lines.includes(line.id));
    const [first] = parts;
    if (!first) return [];
    const cents = parts.reduce((sum, part) => sum + part.cents, 0);
    const exemptions = entry.lines.includes(CONTRIBUTION) ? fees.exemptions : [];
    const alternatives = otherAmounts(parts, cents, exemptions);
    return [
      {
        id,
        person: fees.person,
        cents,
        rule: first.rule,
        sources: joinSources(entry.sources, ...parts.map((part) => part.sources)),
        sure: parts.reduce((sure, part) => weaker(sure, part.sure), entry.sure),
        ...(entry.account !== undefined && { account: entry.account }),
        ...(entry.payee !== undefined && { payee: entry.payee }),
        ...(entry.reason !== undefined && { reason: entry.reason }),
        ...(alternatives.length > 0 && { alternatives }),
      },
    ];
  });
}

/**
 * What the same payment comes to under the other answers: another amount of one of its lines, or a
 * contribution asked in spite of an exemption. An exemption that nobody disputes settles the matter.
 */
function otherAmounts(
  parts: readonly FeeLine[],
  cents: number,
  exemptions: readonly Line[],
): AlternativeAnswer[] {
  const ofLines = parts.flatMap((part) =>
    (part.alternatives ?? []).map((other) => ({ ...other, value: cents - part.cents + Number(other.value) })),
  );
  const settled = exemptions.some((exemption) => exemption.alternatives === undefined);
  const ofExemptions = settled ? [] : exemptions.flatMap((exemption) => exemption.alternatives ?? []);
  return [...ofLines, ...ofExemptions.map((other) => ({ ...other, value: cents + Number(other.value) }))];
}
