import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/commands/render-answer.ts';
import { newsOf, seenOf } from '../../src/desk/news.ts';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { permesso, STUDENT } from '../helpers/run.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { CASES } from '../system/cases.ts';

const rulebook = ownRulebook();
const schema = JSON.parse(
  readFileSync(new URL('../../schema/answer.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(schema);

/** What the schema has against a text. */
function faults(json: string): string[] {
  validate(JSON.parse(json));
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

const STYLE = { width: 80, colour: 0 } as const;

describe('the JSON of an answer is what its schema says', () => {
  const open = { months: 'unknown', contract: 'unknown', domestic: 'unknown', visa: 'unknown' };
  const cases = [...CASES, ...CASES.map(([name, fields]) => [`${name}, half known`, { ...fields, ...open }])];
  it.each(cases as typeof CASES)('%s', async (_, fields) => {
    const answer = ownAnswer(fields);
    for (const messages of [en, italian])
      expect(faults(await renderAnswer(answer, rulebook, messages, 'json', STYLE))).toEqual([]);
  });

  it('with what a case file and --nearby add', async () => {
    const [[, fields] = ['', {}], [, other] = ['', {}]] = CASES;
    const answer = ownAnswer(fields);
    const ticked = ['passport-copy', 'hospitality-declaration'].map((document) => ({
      person: 'applicant',
      document,
    }));
    const desk = { label: 'desk', ticked, seen: seenOf(other, ownAnswer(other)) };
    const news = newsOf(desk, fields, answer, rulebook);
    expect(news.changes?.lines.length).toBeGreaterThan(0);
    const style = { ...STYLE, news, nearby: true };
    expect(faults(await renderAnswer(answer, rulebook, en, 'json', style))).toEqual([]);
  });

  it('from the real executable; whatever is added must be told in the schema first', async () => {
    const { stdout } = await permesso([...STUDENT, '--format', 'json']);
    expect(faults(stdout)).toEqual([]);
    const json = JSON.parse(stdout) as Record<string, unknown>;
    expect(faults(JSON.stringify({ ...json, more: 1 }))).not.toEqual([]);
    expect(faults(JSON.stringify({ ...json, schema: 2 }))).not.toEqual([]);
  });
});
