/** The shape of a rule file as people write it. */
import * as z from 'zod';
import { POLICIES, RANKS, SURENESS, UNITS } from './book.ts';
import { codeTable, countryCodes, formModule } from './schema-form.ts';
import { backed, box, collect, day, decision, id, some, sources, when } from './schema-rows.ts';

const choices = z.record(id, some(z.string()));

const fact = z.strictObject({
  kind: z.enum(['enum', 'boolean', 'integer', 'date']),
  values: z.array(id).optional(),
  range: z.tuple([z.number().int(), z.number().int()]).optional(),
  optional: z.boolean().default(false),
  derive: z.union([
    z.strictObject({ how: z.literal('law-date') }),
    z.strictObject({
      how: z.enum(['days', 'months-begun', 'months-done']),
      from: id,
      to: id,
    }),
    z.strictObject({
      how: z.literal('group'),
      of: id,
      groups: z.record(id, z.array(z.string())),
      else: id,
    }),
    z.strictObject({ how: z.enum(['person', 'relation', 'age', 'own-income', 'exempt', 'length']) }),
    z.strictObject({ how: z.literal('table'), table: id }),
    z.strictObject({ how: z.literal('deadline'), deadline: id }),
    z.strictObject({
      how: z.literal('counted'),
      count: z.enum(['forms', 'carried', 'relatives']),
      relation: id.optional(),
    }),
  ]),
});

/** One file of the rule book; every section is optional and the files are merged. */
export const ruleFile = z.strictObject({
  book: z
    .strictObject({ version: z.string(), earliest: day, read: day, 'new-length': z.array(id) })
    .optional(),
  /** Tests that hold for every rule of the file that says nothing of the same fact. */
  scope: box.optional(),
  sets: z.record(id, z.array(z.string())).optional(),
  fields: z
    .record(
      id,
      z.strictObject({
        values: z.array(id).optional(),
        range: z.tuple([z.number().int(), z.number().int()]).optional(),
        required: z.array(choices).optional(),
        allowed: z.array(z.strictObject({ when: choices, values: z.array(id) })).optional(),
        ask: z.number().int().optional(),
        'ask-when': z.array(choices).optional(),
        unknown: z.boolean().optional(),
      }),
    )
    .optional(),
  facts: z.record(id, fact).optional(),
  tables: z
    .record(
      id,
      z.strictObject({
        policy: z.enum(POLICIES),
        per: z.enum(['case', 'person']).default('case'),
        sets: id.optional(),
      }),
    )
    .optional(),
  reasons: z
    .record(
      id,
      z.strictObject({
        code: z.union([z.string().regex(/^\d\d$/), z.null()]),
        names: z.array(z.string()).min(1),
        words: z.array(z.string()).default([]),
      }),
    )
    .optional(),
  /** Words by which people look for an answer: the question, then its members. */
  words: z.record(id, z.record(z.string(), z.array(z.string().min(1)).min(1))).optional(),
  countries: z.array(z.string()).optional(),
  provinces: z.record(z.string(), z.string()).optional(),
  'former-provinces': z.record(z.string(), z.string()).optional(),
  outcomes: z.record(id, z.strictObject({ permit: z.boolean(), route: id.optional() })).optional(),
  routes: z
    .record(id, z.strictObject({ offices: z.array(id), piles: z.record(id, id).optional() }))
    .optional(),
  piles: z.array(id).optional(),
  'handed-in-piles': z.array(id).optional(),
  payments: z
    .record(
      id,
      z.strictObject({
        lines: z.array(id).min(1),
        account: z.string().optional(),
        payee: z.string().optional(),
        reason: z.string().optional(),
        source: sources,
        sure: z.enum(SURENESS),
      }),
    )
    .optional(),
  week: z
    .strictObject({
      rest: z.array(z.number().int().min(0).max(6)),
      disputed: z.array(z.number().int().min(0).max(6)),
    })
    .optional(),
  holidays: z
    .record(
      id,
      z.strictObject({
        day: z.string().regex(/^(\d\d-\d\d|easter\+\d+|\d{4}-\d\d-\d\d)$/),
        from: day.optional(),
        until: day.optional(),
        provinces: z.array(z.string()).optional(),
        source: sources,
        sure: z.enum(SURENESS),
      }),
    )
    .optional(),
  values: z
    .record(
      id,
      z.union([
        z.strictObject({
          unit: z.enum(UNITS),
          'looked-up-on': id,
          series: z
            .array(z.strictObject({ from: day, is: z.number().int(), checked: day, ...backed }))
            .min(1),
        }),
        /** An amount that is a percentage of another value, entry by entry. */
        z.strictObject({
          'share-of': id,
          percent: z.number().int(),
          source: sources,
          sure: z.enum(SURENESS),
        }),
      ]),
    )
    .optional(),
  /** Combinations of facts that no case has, and why. */
  impossible: z.array(z.strictObject({ when, because: z.string().min(1) })).optional(),
  rules: z.record(id, z.array(z.union([decision, collect]))).optional(),
  modules: z.record(id, formModule).optional(),
  'country-codes': z.array(countryCodes).optional(),
  'code-tables': z.record(id, codeTable).optional(),
  disputes: z
    .record(
      id,
      z.strictObject({
        positions: z.record(id, sources),
        shown: id,
        when: when.optional(),
      }),
    )
    .optional(),
  events: z
    .array(
      z.strictObject({
        event: id,
        about: id.optional(),
        held: some(z.union([z.string(), z.null()])).optional(),
        procedure: id,
        reason: id.optional(),
        among: some(z.string()).optional(),
        change: id.optional(),
      }),
    )
    .optional(),
  terms: z
    .record(id, z.strictObject({ it: z.string().min(1), also: z.array(z.string()).default([]) }))
    .optional(),
  /** Where the statements of the documents behind the program went; no part of the book itself. */
  coverage: z
    .array(
      z.strictObject({
        id,
        seed: id,
        says: z.string().min(1),
        at: z.array(z.string()).default([]),
        'left-out': z.string().min(1).optional(),
      }),
    )
    .optional(),
  sources: z
    .record(
      id,
      z.strictObject({
        title: z.string().min(1),
        rank: z.enum(RANKS),
        url: z.url().optional(),
        read: z.union([day, z.null()]),
        dated: z.union([z.string(), z.number()]).optional(),
        note: z.string().optional(),
      }),
    )
    .optional(),
  examples: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        case: z.record(z.string(), z.unknown()),
        expect: z.record(z.string(), z.unknown()),
      }),
    )
    .optional(),
  /** Worked examples on the edges of rules. */
  edges: z
    .array(
      z.strictObject({
        rule: z.string().min(1),
        like: z.string().min(1),
        applies: z.array(z.record(z.string(), z.unknown())).default([]),
        not: z.array(z.record(z.string(), z.unknown())).default([]),
        to: some(id).optional(),
        says: some(id).default([]),
        shows: z.record(id, z.number().int()).default({}),
      }),
    )
    .optional(),
});

export type RuleFile = z.infer<typeof ruleFile>;
export type DecisionInput = z.infer<typeof decision>;
export type CollectInput = z.infer<typeof collect>;
export type WhenInput = z.infer<typeof when>;

const sentence = z.union([z.string(), z.strictObject({ text: z.string(), detail: z.string().optional() })]);
/** Entries by their names. One with a text is a sentence, in which an unknown key is a slip and no entry. */
const group = <T extends z.ZodType>(entry: T) =>
  z.record(z.string(), entry).refine(({ text }) => typeof text !== 'string', 'a sentence, not a group');
/** One file of wording: kind, id, then a sentence or a group of sentences. */
export const textFile = z.record(
  z.string(),
  z.record(z.string(), z.union([sentence, group(z.union([sentence, group(sentence)]))])),
);
