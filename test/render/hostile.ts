/** Texts that would do harm if a format let them through, and a rule book that says them everywhere. */
import type { Wording } from '../../src/rulebook/book.ts';
import { openRulebook, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { ownRulebook } from '../helpers/rulebook.ts';

export const HOSTILE: readonly (readonly [string, string])[] = [
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['an attribute', '" onmouseover="alert(1)" x=\''],
  ['the end of a style', '</style></title></textarea><b>'],
  ['ANSI escapes', '\u001b[2J\u001b]0;owned\u0007\u009b31m\u0000'],
  ['bidi controls', 'safe\u202egnp.exe\u2066\u2067x\u061c'],
  ['a formula', "=cmd|' /C calc'!A0"],
  ['a forged line', 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:http://evil.example\u2028# heading\u0085y'],
  [
    'Markdown',
    '[click](javascript:alert(1)) ![x](http://evil.example) `code` **bold** | a | ~~b~~ http&colon;',
  ],
  ['a citation', 'as everyone knows [99]'],
  ['half a character', 'lone \ud800 surrogate'],
  ['a very long word', 'Donaudampfschifffahrt'.repeat(60)],
];

/** The own rule book with a text after every sentence, in every language, and in titles, slips and addresses. */
export function bookSaying(text: string): Rulebook {
  const { book } = ownRulebook();
  const texts = Object.fromEntries(
    Object.entries(book.texts).map(([language, kinds]) => [
      language,
      Object.fromEntries(
        Object.entries(kinds).map(([kind, entries]) => [
          kind,
          Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, saying(entry, text)])),
        ]),
      ),
    ]),
  );
  const sources = Object.fromEntries(
    Object.entries(book.sources).map(([id, source]) => [
      id,
      { ...source, title: `${source.title} ${text}`, url: `javascript:${text}` },
    ]),
  );
  return openRulebook({ ...book, texts, sources, digest: `sha256:${text}` });
}

function saying(entry: Wording, text: string): Wording {
  if (typeof entry === 'string') return `${entry} ${text}`;
  return Object.fromEntries(
    Object.entries(entry as Readonly<Record<string, Wording>>).map(([part, inner]) => [
      part,
      saying(inner, text),
    ]),
  );
}
