import { mergeRules } from '../../src/rulebook/merge.ts';
import type { RawFile } from '../../src/rulebook/read-folder.ts';
import { readRulesFolder } from '../../src/rulebook/read-folder.ts';
import { openRulebook, type Rulebook } from '../../src/rulebook/rulebook.ts';
import { RULES_FOLDER } from './rulebook.ts';

/** The program's own rule files, for tests that change one of them. */
export function ownFiles(): RawFile[] {
  return readRulesFolder(RULES_FOLDER);
}

/** The own book with further files, or with a text in one file replaced. */
export function bookWith(change: { add?: RawFile; file?: string; replace?: [string, string] }): Rulebook {
  const files = ownFiles().map((file) => {
    if (file.path !== change.file || !change.replace) return file;
    const [from, to] = change.replace;
    if (!file.text.includes(from)) throw new Error(`${file.path} has no ${from}`);
    return { ...file, text: file.text.replace(from, to) };
  });
  return openRulebook({ ...mergeRules([...files, ...(change.add ? [change.add] : [])]).book, digest: '' });
}
