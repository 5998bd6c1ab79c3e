/** Italian terms in wording: between underscores, where the marks stand at the edges of words. */
const TERM = /(^|[\s(“"'’])_([^_]+)_(?=$|[\s).,;:!?”"'’])/g;

/** Text without the marks around Italian terms, for formats that cannot show them. */
export function withoutMarks(text: string): string {
  return text.replace(TERM, '$1$2');
}

/** A text cut into Italian terms and what stands between them, for formats that can show the difference. */
export function splitTerms(text: string): { readonly text: string; readonly term: boolean }[] {
  const parts: { text: string; term: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(TERM)) {
    const [whole, before = '', term = ''] = match;
    parts.push({ text: text.slice(end, match.index) + before, term: false }, { text: term, term: true });
    end = match.index + whole.length;
  }
  return [...parts, { text: text.slice(end), term: false }].filter((part) => part.text !== '');
}

/** The marked terms of a text, without their marks. */
export function markedTerms(text: string): string[] {
  return [...text.matchAll(TERM)].flatMap((match) => match[2] ?? []);
}
