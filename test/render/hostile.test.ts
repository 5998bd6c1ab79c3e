import ICAL from 'ical.js';
import { HtmlValidate } from 'html-validate';
import { marked, type Token, type Tokens } from 'marked';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../src/case/plain-date.ts';
import { readCase } from '../../src/case/read-case.ts';
import { FIELD_NAMES } from '../../src/case/case.ts';
import { FORMATS, renderAnswer, type Format } from '../../src/commands/render-answer.ts';
import { InputError } from '../../src/errors.ts';
import { en } from '../../src/messages/en.ts';
import { inputErrorText } from '../../src/messages/problems.ts';
import { harmless } from '../../src/render/harmless.ts';
import { caseDomains, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { CASES } from '../system/cases.ts';
import { bookSaying, HOSTILE } from './hostile.ts';

/** What can steer a terminal or reorder a line, besides the line breaks of the format itself. */
const STEERING = new RegExp(
  String.raw`[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]`,
  'u',
);
// a title's length is counted with its entities, and its hostile text is nearly nothing else
const VALIDATOR = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off' },
});
const STYLE = { width: 80, colour: 0 } as const;
const [, STUDENT = {}] = CASES[0] ?? [];

const books = new Map<string, Rulebook>();

const rendered = (text: string, format: Format) => {
  const rulebook = books.get(text) ?? bookSaying(text);
  books.set(text, rulebook);
  return renderAnswer(ownAnswer(STUDENT), rulebook, en, format, { ...STYLE, walk: true });
};

describe.each(HOSTILE)('%s', (_, text) => {
  it.each(FORMATS)('steers nothing in %s', async (format) => {
    expect(await rendered(text, format)).not.toMatch(STEERING);
  });

  it('is text in HTML', async () => {
    const page = await rendered(text, 'html');
    const report = await VALIDATOR.validateString(page);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(page).not.toMatch(
      /<(script|img|iframe|object|embed|link|form)|<[^>]* on\w+=|<a [^>]*javascript:/i,
    );
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it('is text in Markdown', async () => {
    const found: Token[] = [];
    const tree = marked.lexer(await rendered(text, 'markdown'));
    void marked.walkTokens(tree, (token) => void found.push(token));
    const kinds = new Set(found.map(({ type }) => type));
    for (const kind of ['html', 'image', 'code', 'codespan', 'table', 'del', 'blockquote']) {
      expect(kinds, kind).not.toContain(kind);
    }
    const links = found.filter((token): token is Tokens.Link => token.type === 'link');
    for (const { href } of links) expect(href).toMatch(/^(https?:|mailto:)/);
    const headings = found.filter((token) => token.type === 'heading') as Tokens.Heading[];
    expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1);
  });

  it('is text in a calendar', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await rendered(text, 'ics')) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(ownAnswer(STUDENT).deadlines.length);
    for (const event of events) {
      expect(event.getFirstProperty('attach')).toBeNull();
      expect(event.getFirstPropertyValue('summary')).toContain(harmless(text));
    }
  });

  it('keeps lines of the terminal within the width', async () => {
    for (const line of (await rendered(text, 'text')).split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  it('is the same value in JSON', async () => {
    const answer = JSON.parse(await rendered(text, 'json')) as { documents: { text: string }[] };
    expect(answer.documents[0]?.text).toContain(text.replaceAll(/_([^_]+)_/g, '$1'));
  });

  it.each(FIELD_NAMES)('is refused as %s of a case, and shown in a form that does no harm', (name) => {
    const value = name === 'family' ? [{ relation: text, born: text, income: text }] : text;
    const read = readCase(
      { ...STUDENT, [name]: value },
      caseDomains(ownRulebook().book),
      '2026-11-22' as PlainDate,
    );
    if (!('problems' in read)) throw new Error('was taken');
    const message = inputErrorText(new InputError(read.problems, text), en);
    // halves of characters become U+FFFD in the stream
    expect(Buffer.from(message).toString().replaceAll('\n', '')).not.toMatch(STEERING);
  });
});
