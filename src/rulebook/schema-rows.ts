/** The shape of a rule, a source and a condition as people write them. */
import * as z from 'zod';
import type { PlainDate } from '../case/plain-date.ts';
import { DEADLINE_ROLES, SURENESS } from './book.ts';

export const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of small letters, digits and hyphens');
const ruleId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9/-]*$/, 'an id of small letters, digits, hyphens and slashes');
export const day = z.iso.date().transform((text) => text as PlainDate);
const scalar = z.union([z.string(), z.number().int(), z.boolean()]);
export const some = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);
const test = z.union([some(scalar), z.strictObject({ not: some(scalar) })]);
export const box = z.record(id, test);
export const when = z.union([box, z.array(box).min(1)]);
/** `tui art. 5 c. 2`: the id of the source, then the place in it. */
export const sources = some(z.string().min(1));
export const backed = {
  source: sources,
  sure: z.enum(SURENESS),
  dispute: some(id).optional(),
};
const alternative = z.strictObject({
  when: id,
  value: z.union([z.number().int(), id, z.null()]),
  source: sources,
});
const row = {
  id: ruleId.optional(),
  when: when.optional(),
  ...backed,
  alternatives: z.array(alternative).min(1).optional(),
  practice: z.string().optional(),
};
export const decision = z.strictObject({
  ...row,
  give: id,
  overrides: ruleId.optional(),
  ceiling: z.union([id, z.null()]).optional(),
  least: z.boolean().optional(),
  asked: z.enum(['cap', 'ignore', 'extend']).optional(),
  'extend-by': id.optional(),
  advice: id.optional(),
});
const term = z.strictObject({
  value: id,
  count: z.enum(['working', 'calendar']),
  direction: z.enum(['after', 'before']).default('after'),
});
export const collect = z.strictObject({
  ...row,
  add: some(id),
  pile: id.optional(),
  count: id.optional(),
  amount: id.optional(),
  from: id.optional(),
  term: term.optional(),
  latest: term.optional(),
  headline: z.boolean().optional(),
  'met-by': some(id).optional(),
  role: z.enum(DEADLINE_ROLES).optional(),
  order: z.number().int().optional(),
  with: some(id).optional(),
});
