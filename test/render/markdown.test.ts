import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { it as italian } from '../../src/messages/it.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { viewOf, type View } from '../../src/render/view.ts';
import { withoutMarks } from '../../src/rulebook/term-marks.ts';
import { ownRulebook } from '../helpers/rulebook.ts';
import { ownAnswer } from '../helpers/own-case.ts';
import { CASES } from '../system/cases.ts';

const rulebook = ownRulebook();

/** The text that a reader of the drawn Markdown sees. */
function shown(token: Token): string {
  const { tokens } = token as { tokens?: Token[] };
  if (tokens) return tokens.map(shown).join('');
  if (token.type === 'list') return (token as Tokens.List).items.map(shown).join('\n');
  if (token.type === 'br') return '\n';
  return 'text' in token ? String(token.text) : '';
}

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

function linesOf(view: View): string[] {
  const items = view.sections.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  return items.flatMap(({ text, details }) => [text, ...details]).map(withoutMarks);
}

describe.each([en, italian])('Markdown in $language', (messages) => {
  it.each(CASES)('%s: says every line, draws every box', (_, fields) => {
    const view = viewOf(ownAnswer(fields), rulebook, messages);
    const markdown = renderMarkdown(view);
    const tree = marked.lexer(markdown);
    const all = decoded(tree.map(shown).join('\n'));
    for (const line of linesOf(view)) expect(all).toContain(line);
    const boxes: Tokens.ListItem[] = [];
    void marked.walkTokens(tree, (token) => {
      if (token.type === 'list_item' && (token as Tokens.ListItem).task) boxes.push(token as Tokens.ListItem);
    });
    const wanted = view.sections.flatMap(({ groups }) => groups.filter(({ marker }) => marker === 'box'));
    expect(boxes).toHaveLength(wanted.flatMap(({ items }) => items).length);
    // a mail program shows it as it is: no marks of our own, no HTML
    expect(markdown).not.toMatch(/<(?!https?:)/);
  });
});

describe('Markdown', () => {
  const [, fields = {}] = CASES[0] ?? [];
  const markdown = () => renderMarkdown(viewOf(ownAnswer(fields), rulebook, en));

  it('begins with where, how much and by when, then what to do', () => {
    const text = markdown();
    const [title, ...rest] = text.split('\n\n');
    expect(title).toMatch(/^# Study \(\*motivi di studio\*\)/);
    expect(rest.slice(0, 3).map((block) => block.split(':')[0])).toEqual([
      '**Where',
      '**How much',
      '**By when',
    ]);
    expect(text.indexOf('## What to do')).toBeLessThan(text.indexOf('## What to bring'));
  });

  it('shows Italian terms in italics', () => {
    expect(markdown()).toContain('(*marca da bollo*)');
  });
});
