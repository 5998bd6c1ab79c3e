/** Who pays what, and on which slip. */
import type { CollectRow } from '../rulebook/book.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { AlternativeAnswer, Assessment, FeeLine, Line, PaymentLine } from './assessment.ts';
import type { Fields } from './facts.ts';
import { datedValue, joinSources, lineOf, weaker, withValues } from './lines.ts';
import { collect, decide } from './tables.ts';

/** The table that decides a person's contribution, and the id of its line. */
const CONTRIBUTION = 'contribution';

/** A person's fees: the lines, and why no contribution is due where none is. */
export interface PersonFees {
  readonly person: string;
  readonly lines: readonly FeeLine[];
  readonly exemptions: readonly Line[];
}

/** The exemptions of a person; any of them frees from the contribution. */
export function exemptionsOf(
  rulebook: Rulebook,
  facts: readonly number[],
  fields: Fields,
  person: string,
): Line[] {
  return collect(rulebook, 'exemptions', facts).flatMap((row) =>
    row.add.map((id) => withValues(rulebook, fields, lineOf(row, id, person))),
  );
}

/** The fees of one person, whose vector already says whether they are exempt. Cents. */
export function feesOf(
  rulebook: Rulebook,
  facts: readonly number[],
  fields: Fields,
  person: string,
  exemptions: readonly Line[],
): PersonFees {
  const lines = collect(rulebook, 'fees', facts).flatMap((row) => feeLines(rulebook, row, fields, person));
  const band = decide(rulebook, CONTRIBUTION, facts);
  if (band.give === 'none') return { person, lines, exemptions };
  const value = datedValue(rulebook, band.give, fields);
  const line = withValues(rulebook, fields, lineOf(band, CONTRIBUTION, person, [value]));
  // a band that is worth nothing on this day is told as a reason, with the judgment that suspended it
  if (value.is === 0) return { person, lines, exemptions: [...exemptions, nothing(line, band.give)] };
  return { person, lines: [...lines, { ...line, person, cents: value.is }], exemptions };
}

/** A band worth nothing as a reason: about nothing there is neither another amount nor a dispute. */
function nothing({ alternatives: _alternatives, disputes: _disputes, ...line }: Line, id: string): Line {
  return { ...line, id };
}

function feeLines(rulebook: Rulebook, row: CollectRow, fields: Fields, person: string): FeeLine[] {
  if (row.amount === undefined) return [];
  const value = datedValue(rulebook, row.amount, fields);
  if (value.is === 0) return [];
  return row.add.map((id) => ({
    ...withValues(rulebook, fields, lineOf(row, id, person, [value])),
    person,
    cents: value.is,
  }));
}

/** The whole of the fees: lines in order, what is handed over, and the total to the cent. */
export function totalFees(rulebook: Rulebook, people: readonly PersonFees[]): Assessment['fees'] {
  const payments = people.flatMap((fees) => paymentsOf(rulebook, fees));
  return {
    currency: 'EUR',
    totalCents: payments.reduce((sum, payment) => sum + payment.cents, 0),
    lines: people.flatMap((fees) => fees.lines),
    payments,
    exemptions: people.flatMap((fees) => fees.exemptions),
  };
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
