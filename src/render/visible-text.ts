/** What a reader sees of a page, as text: what a digest of it covers, however a browser saved it. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  apos: "'",
};

/**
 * The pieces of text of a page's body in order, white space as one space, without styles and scripts; and the
 * addresses that its links lead to.
 */
export function visibleText(page: string): string[] {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(page)?.[1] ?? '';
  return body
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|template)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<a\b[^>]*\bhref\s*=\s*["']?(https?:[^"'\s>]*)[^>]*>/gi, '<a>$1</a><a>')
    .split(/<[^>]*>/)
    .map((piece) => unescaped(piece).replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '');
}

/** The content of a `meta` element by name; `undefined` where there is none. */
export function metaContent(page: string, name: string): string | undefined {
  for (const [tag] of page.matchAll(/<meta\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)) {
    if (new RegExp(`\\bname\\s*=\\s*["']${name}["']`, 'i').test(tag)) {
      const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
      return unescaped(content?.[1] ?? content?.[2] ?? '');
    }
  }
  return undefined;
}

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = Number(name.replace(/^#(x?)/i, (_, hex: string) => (hex === '' ? '' : '0x')));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
