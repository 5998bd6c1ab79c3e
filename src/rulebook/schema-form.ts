/** The shape of a printed form and of its code tables as people write them. */
import * as z from 'zod';
import { SURENESS } from './book.ts';
import { backed, id, some, sources, when } from './schema-rows.ts';

/** Text that is written as it stands: capitals and digits. */
const constant = z.string().regex(/^[A-Z0-9]/, 'what is written in capitals or digits');
/** How to find out what to write, where neither the case nor the form says it. */
const instruction = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an instruction of small letters and hyphens');
const value = z
  .strictObject({
    day: id.optional(),
    country: id.optional(),
    code: id.optional(),
    'code-of': id.optional(),
    province: z.enum(['code', 'name']).optional(),
    number: id.optional(),
    payment: z.enum(['account', 'payee', 'reason', 'figures', 'letters']).optional(),
    relation: id.optional(),
    carried: z.number().int().min(1).optional(),
    digits: z.number().int().min(1).optional(),
    or: instruction,
  })
  .refine(
    ({ relation: _relation, carried: _carried, digits: _digits, or: _or, ...kinds }) =>
      Object.keys(kinds).length === 1,
    'one of day, country, code, code-of, province, number, payment',
  );
const write = z.union([constant, instruction, value]);
const doubt = {
  source: sources.optional(),
  sure: z.enum(SURENESS).optional(),
  dispute: some(id).optional(),
  alternatives: z
    .array(z.strictObject({ when: id, write: write.optional(), source: sources }))
    .min(1)
    .optional(),
};
/** Either something is written, or the box stays blank for a reason. */
const given = { write: write.optional(), blank: id.optional() };
const either = (entry: { write?: unknown; blank?: unknown }) =>
  (entry.write === undefined) !== (entry.blank === undefined);

const exception = z
  .strictObject({ in: some(id).optional(), when: when.optional(), ...given, ...doubt })
  .refine(either, 'either write or blank');
const formBox = z
  .strictObject({
    box: z.union([z.number().int(), id]),
    is: id,
    label: z.string().min(1),
    cells: z.number().int().optional(),
    note: z.string().optional(),
    ...given,
    ...doubt,
    unless: z.array(exception).min(1).optional(),
  })
  .refine((entry) => entry.write === undefined || entry.blank === undefined, 'not both write and blank');
const heading = z.strictObject({ heading: z.number().int(), label: z.string().min(1) });

/** One printed form: its sections with their boxes, and names for conditions that several boxes share. */
export const formModule = z.strictObject({
  label: z.string().min(1),
  /** The list of the answer whose lines say who fills in the form. */
  of: z.enum(['forms', 'payments']),
  cases: z.record(id, when).optional(),
  sections: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        source: sources,
        sure: z.enum(SURENESS),
        /** The cases in which the section is filled in at all; it is blank in all others. */
        for: some(id).optional(),
        blank: id.optional(),
        /** Cases in which it is blank for another reason. */
        otherwise: z.array(exception).min(1).optional(),
        boxes: z.array(z.union([formBox, heading])).min(1),
      }),
    )
    .min(1),
});

/** Country codes that rest on the same evidence: code → ISO code (or null) and Italian name. */
export const countryCodes = z.strictObject({
  ...backed,
  codes: z.record(
    z.string().regex(/^[A-Z]{3}$/),
    z.tuple([z.union([z.string(), z.null()]), z.string().min(1)]),
  ),
});

/** A small printed table: what it lists, each with its code where that is known. */
export const codeTable = z.strictObject({
  ...backed,
  entries: z.record(id, z.union([z.string().min(1), z.null()])),
});

export type FormModuleInput = z.infer<typeof formModule>;
export type FormBoxInput = z.infer<typeof formBox>;
export type WriteInput = z.infer<typeof write>;
export type CountryCodesInput = z.infer<typeof countryCodes>;
export type CodeTableInput = z.infer<typeof codeTable>;
