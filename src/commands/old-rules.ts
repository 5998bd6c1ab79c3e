/** A word on rules that were read long before the day of an answer: the answer is given all the same. */
import { daysBetween, type PlainDate } from '../case/plain-date.ts';
import type { Io } from '../io.ts';
import type { Messages } from '../messages/messages.ts';
import type { Book } from '../rulebook/book.ts';
import { tell } from '../tell.ts';
import type { CommonFlags } from './options.ts';

/** Days after which a reading of the law is old, a leap year: budget laws and decrees on quotas come every year. */
const FRESH_DAYS = 366;

/** Warns on the error stream when the law was last read too long before the day `on` of an answer. */
export async function warnOfOldRules(
  io: Io,
  on: PlainDate,
  { read }: Pick<Book, 'read'>,
  messages: Messages,
  { quiet }: CommonFlags,
): Promise<void> {
  if (quiet !== true && daysBetween(read, on) > FRESH_DAYS) {
    await tell(io, `${messages.oldRules(messages.day(read))}\n`);
  }
}
