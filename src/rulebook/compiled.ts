/** The rule book as it was compiled when the program was built: the law in one file, the wording of each language in another. */
import { readFileSync } from 'node:fs';
import { RulebookError } from '../errors.ts';
import type { Book, Texts } from './book.ts';
import { openRulebook, type Rulebook } from './rulebook.ts';

/** Name of the file with the law, beside the program's own files. */
const LAW = 'rulebook.json';

/** The book without its wording, and the languages of that. */
type Law = Omit<Book, 'texts'> & { readonly languages: readonly string[] };

/** The files of a compiled book: name and content. */
export function compiledFiles({ texts, ...law }: Book): [name: string, content: string][] {
  const languages = Object.keys(texts);
  return [
    [LAW, JSON.stringify({ ...law, languages } satisfies Law)],
    ...languages.map((language): [string, string] => [textFile(language), JSON.stringify(texts[language])]),
  ];
}

/** Reads the compiled book and makes it ready to answer. Throws `RulebookError` when the program was not built. */
export function loadCompiled(): Rulebook {
  return openRulebook(readCompiled());
}

/**
 * Reads the compiled book as it is, for who only looks something up in it; the wording of a language when it is first
 * asked for. Throws as {@link loadCompiled}. `folder` is where the program lies.
 */
export function readCompiled(folder = new URL('.', import.meta.url)): Book {
  const { languages, ...law } = read(folder, LAW) as Law;
  const texts: Record<string, Texts> = {};
  for (const language of languages) {
    let content: Texts | undefined;
    Object.defineProperty(texts, language, {
      enumerable: true,
      get: () => (content ??= read(folder, textFile(language)) as Texts),
    });
  }
  return { ...law, texts };
}

function textFile(language: string): string {
  return `rulebook-${language}.json`;
}

function read(folder: URL, name: string): unknown {
  let text: string;
  try {
    text = readFileSync(new URL(name, folder), 'utf8');
  } catch {
    throw new RulebookError([{ file: name, message: 'is missing: run “npm run build”' }]);
  }
  return JSON.parse(text);
}
