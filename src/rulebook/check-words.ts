/** Checks of the words by which answers are found: each leads to an answer that there is. */
import type { Book } from './book.ts';
import type { Report } from './check.ts';
import type { Rulebook } from './rulebook.ts';

/** Every word belongs to a question and to one of its members. */
export function wordsPointSomewhere({ book }: Rulebook, report: Report): void {
  const place = { file: 'words.yaml' };
  for (const [question, members] of Object.entries(book.words)) {
    const known = membersOf(book, question);
    if (!known) report(place, `no question is called ${question}`);
    else {
      for (const member of Object.keys(members)) {
        if (!known.includes(member)) report(place, `${question} has no answer ${member}`);
      }
    }
  }
}

function membersOf(book: Book, question: string): readonly string[] | undefined {
  // `other` is the way past the front door
  if (question === 'event') return [...book.events.map(({ event }) => event), 'other'];
  if (question === 'citizenship') return book.countries;
  if (question === 'province') return Object.keys(book.provinces);
  return book.fields[question]?.values;
}
