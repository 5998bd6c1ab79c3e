/**
 * The bare program that `batch` is measured against: it parses every line of the input, and parses and writes
 * every line of the output, and does nothing else. Both files are streamed, as `batch` streams its input.
 */
import { createReadStream } from 'node:fs';
import { once } from 'node:events';

async function* linesOf(file: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}

const [input = '', output = ''] = process.argv.slice(2);
for await (const lines of linesOf(input)) for (const line of lines) JSON.parse(line);
for await (const lines of linesOf(output)) {
  let text = '';
  for (const line of lines) text += `${JSON.stringify(JSON.parse(line))}\n`;
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
