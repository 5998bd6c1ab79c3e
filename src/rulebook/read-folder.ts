/** Disk → parsed rule files. The only part of the rule book that reads files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface RawFile {
  /** Path inside the rules folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** All YAML files of a rules folder, sorted by path so that the merged book never depends on the disk. */
export function readRulesFolder(folder: string): RawFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
