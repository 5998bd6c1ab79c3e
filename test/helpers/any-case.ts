import fc from 'fast-check';
import { fromDayNumber, toDayNumber, type PlainDate } from '../../src/case/plain-date.ts';
import type { Book } from '../../src/rulebook/book.ts';

const dayBetween = (from: string, to: string) =>
  fc.integer({ min: toDayNumber(from as PlainDate), max: toDayNumber(to as PlainDate) }).map(fromDayNumber);

/** Any case that can be read: every reason, procedure, date since 2006, with and without a family. */
export function anyCase(book: Book): fc.Arbitrary<Record<string, unknown>> {
  const reasons = Object.keys(book.reasons);
  const values = (field: string) => fc.constantFrom(...(book.fields[field]?.values ?? []));
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const citizenship = fc.constantFrom('IN', 'MA', 'GB', 'UA', 'FR', 'IT', 'stateless', 'US', 'CH', 'XK');
  return dayBetween('2006-12-11', '2028-12-31').chain((on) =>
    fc
      .record({
        procedure: values('procedure'),
        reason: fc.constantFrom(...reasons),
        from: fc.constantFrom(...reasons),
        contract: values('contract'),
        domestic: fc.boolean(),
        role: maybe(values('role')),
        months: maybe(fc.integer({ min: 1, max: 120 })),
        entry: dayBetween('1999-01-01', '2029-12-31'),
        expiry: dayBetween('2006-01-01', '2031-12-31'),
        jobEnd: maybe(dayBetween('2006-01-01', '2029-12-31')),
        born: fc.integer({ min: 0, max: 35_000 }).map((days) => fromDayNumber(toDayNumber(on) - days)),
        citizenship,
        income: fc.boolean(),
        province: maybe(fc.constantFrom('MI', 'BZ', 'RM')),
        office: maybe(values('office')),
        visa: maybe(values('visa')),
        filed: maybe(dayBetween('2006-12-11', '2028-12-31')),
        cardReady: maybe(dayBetween('2006-12-11', '2028-12-31')),
        moved: maybe(dayBetween('2006-12-11', '2028-12-31')),
        refusalNotified: maybe(dayBetween('2006-12-11', '2028-12-31')),
        family: fc.array(
          fc.record({
            relation: values('relation'),
            born: fc.integer({ min: 0, max: 30_000 }).map((days) => fromDayNumber(toDayNumber(on) - days)),
            income: fc.boolean(),
          }),
          { maxLength: 4 },
        ),
        updateChange: fc.constantFrom(...changes(book, 'update')),
        duplicateChange: fc.constantFrom(...changes(book, 'duplicate')),
      })
      .map(({ updateChange, duplicateChange, ...fields }) => ({
        ...fields,
        change: fields.procedure === 'duplicate' ? duplicateChange : updateChange,
        on,
      })),
  );
}

function changes(book: Book, procedure: string): readonly string[] {
  return book.fields.change?.allowed?.find(({ when }) => when.procedure?.includes(procedure))?.values ?? [];
}
