/** Building HTML so that nothing gets in unescaped by mistake: only {@link html} makes markup. */
import { splitCitation } from './references.ts';
import { splitTerms } from '../rulebook/term-marks.ts';

/** Markup that was built by {@link html}; everything else is text. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Part = Markup | string | number | undefined | readonly Part[];

/** A template whose values are escaped unless they are markup themselves; lists are joined, `undefined` is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(
    strings
      .map((string, index) => tidy(string) + (index < values.length ? source(values[index]) : ''))
      .join(''),
  );
}

/** The indentation of the program is not part of the page. */
function tidy(string: string): string {
  return string.replace(/\s*\n\s*/g, '\n').replaceAll(' />', '>');
}

function source(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return part.map(source).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A text with its Italian terms marked as such, and the numbers of sources at its end as links. */
export function phrase(text: string): Markup {
  const { text: said, numbers } = splitCitation(text);
  const parts = splitTerms(said).map(({ text: part, term }) =>
    term ? html`<i lang="it" dir="ltr">${part}</i>` : html`${part}`,
  );
  return html`${parts}${citation(numbers)}`;
}

/** `[3, 7]`, each number leading to its source. */
export function citation(numbers: readonly number[]): Markup | undefined {
  if (numbers.length === 0) return undefined;
  const links = numbers.map(
    (number, index) => html`${index === 0 ? '' : ', '}<a href="#source-${number}">${number}</a>`,
  );
  return html` <span class="cite" dir="ltr">[${links}]</span>`;
}

/** An address as a link, as long as it is one of the web; anything else stays text. */
export function link(address: string): Markup {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return phrase(address);
  return html`<a href="${address}" rel="noreferrer" dir="ltr">${address}</a>`;
}
