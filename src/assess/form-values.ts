/** What a case holds for a box of a form: days, codes, counts, parts of a payment. */
import type { PlainDate } from '../case/plain-date.ts';
import type { Backed } from '../rulebook/book.ts';
import type { FormWrite } from '../rulebook/form.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Assessment, PaymentLine } from './assessment.ts';
import { APPLICANT } from './facts.ts';
import { figures, letters } from './letters.ts';

type Value = Extract<FormWrite, { how: 'value' }>;

/** Whose form it is, and what it is filled in from. */
export interface Filling {
  readonly rulebook: Rulebook;
  readonly answer: Assessment;
  readonly person: string;
  readonly facts: readonly number[];
  readonly payment?: PaymentLine;
}

/** A text for a box, with the evidence that it brings along. */
export interface Filled {
  readonly text: string;
  readonly backed?: Backed;
}

/** What is written, or `undefined` where the case does not hold it. */
export function fill(write: Value, filling: Filling): Filled | undefined {
  if (write.kind === 'payment') return paymentPart(write.of, filling);
  const text = plainText(write, filling);
  if (text !== undefined) return { text };
  return write.kind === 'country' ? country(write, filling) : undefined;
}

function plainText(write: Value, filling: Filling): string | undefined {
  const { rulebook, answer } = filling;
  switch (write.kind) {
    case 'day':
      return day(write, filling);
    case 'code':
      return rulebook.book.reasons[String(own(write.of, filling))]?.code ?? undefined;
    case 'code-of':
      return rulebook.book.reasons[write.of]?.code ?? undefined;
    case 'province': {
      const { province } = answer.case;
      if (write.of === 'code' || province === undefined) return province;
      return rulebook.book.provinces[province]?.toUpperCase();
    }
    case 'number': {
      const number = filling.facts[rulebook.positions.get(write.of) ?? -1] ?? Number.NaN;
      // a fact that the case does not have is a number far below zero
      return Number.isInteger(number) && number >= 0
        ? String(number).padStart(write.digits ?? 1, '0')
        : undefined;
    }
    default:
      return undefined;
  }
}

function paymentPart(part: string, { payment, rulebook }: Filling): Filled | undefined {
  if (!payment) return undefined;
  if (part === 'figures') return { text: figures(payment.cents), backed: payment };
  if (part === 'letters') return { text: letters(payment.cents), backed: payment };
  const { account, payee, reason } = payment;
  const text = { account, payee, reason }[part];
  const entry = rulebook.book.payments[payment.id];
  return text === undefined ? undefined : { text, ...(entry && { backed: entry }) };
}

/** A field of the case: it speaks of the applicant, and of relatives only where it is the same for all. */
function own(field: string, { answer, person }: Pick<Filling, 'answer' | 'person'>): unknown {
  const about = person === APPLICANT || field === 'reason';
  return about ? answer.case[field as keyof Assessment['case']] : undefined;
}

function day(write: Value, filling: Filling): string | undefined {
  const person = personOf(write, filling);
  if (person === undefined) return undefined;
  const value = write.of === 'born' ? born(filling.answer, person) : own(write.of, { ...filling, person });
  return typeof value === 'string' ? value.split('-').reverse().join('/') : undefined;
}

function born(answer: Assessment, person: string): PlainDate | undefined {
  return person === APPLICANT ? answer.case.born : relative(answer, person)?.born;
}

function country(write: Value, filling: Filling): Filled | undefined {
  const person = personOf(write, filling);
  const value = person === undefined ? undefined : own(write.of, { ...filling, person });
  const { countryCodes } = filling.rulebook.book;
  const found = countryCodes.find(({ iso }) => iso === value);
  return found && { text: found.code, backed: found };
}

/** The person whom a value speaks of; `undefined` when the case knows no such person. */
function personOf({ relation, carried }: Value, { answer, person }: Filling): string | undefined {
  if (carried !== undefined) return answer.kits.find((kit) => kit.person === person)?.carries[carried - 1];
  if (relation === undefined) return person;
  if (person !== APPLICANT) return relative(answer, person)?.relation === relation ? APPLICANT : undefined;
  const index = answer.case.family.findIndex((one) => one.relation === relation);
  return index === -1 ? undefined : `family-${index + 1}`;
}

function relative(answer: Assessment, id: string) {
  return answer.case.family.find((_, index) => id === `family-${index + 1}`);
}
