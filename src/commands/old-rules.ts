/** A word on rules that were read long before the day of an answer: the answer is given all the same. */
import { addMonths } from '../case/months.ts';
import type { PlainDate } from '../case/plain-date.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import type { Book } from '../rulebook/book.ts';
import { tell } from '../tell.ts';
import type { CommonFlags } from './options.ts';

/** Months after which a reading of the law is old: budget laws and decrees on fees come once a year. */
const FRESH_MONTHS = 12;

/** Warns on the error stream when the law was last read too long before the day `on` of an answer. */
export async function warnOfOldRules(
  io: Io,
  on: PlainDate,
  { read }: Pick<Book, 'read'>,
  messages: Messages,
  { quiet }: CommonFlags,
): Promise<void> {
  if (quiet !== true && on > addMonths(read, FRESH_MONTHS)) {
    await tell(io, `${messages.oldRules(messages.day(read), FRESH_MONTHS)}\n`);
  }
}
