/** What is on the paper, read with poppler. */
import { execFileSync } from 'node:child_process';

export interface Word {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Paper {
  readonly width: number;
  readonly height: number;
  /** The words of each page, in the order of the page's own text. */
  readonly pages: readonly string[];
  readonly words: readonly Word[];
}

const number = (text: string, name: string) => Number(new RegExp(`${name}="([\\d.]+)"`).exec(text)?.[1]);

/** Reads a PDF file. */
export function readPdf(path: string): Paper {
  const run = (...args: string[]) =>
    execFileSync('/usr/bin/pdftotext', [...args, path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  const boxes = run('-bbox').split('<page ').slice(1);
  return {
    width: number(boxes[0] ?? '', 'width'),
    height: number(boxes[0] ?? '', 'height'),
    // a form feed ends every page
    pages: run('-raw').split('\f').slice(0, -1),
    words: boxes.flatMap((box, page) =>
      [...box.matchAll(/<word ([^>]+)>([^<]*)<\/word>/g)].map(([, at = '', text = '']) => ({
        page,
        text,
        left: number(at, 'xMin'),
        right: number(at, 'xMax'),
        top: number(at, 'yMin'),
        bottom: number(at, 'yMax'),
      })),
    ),
  };
}
