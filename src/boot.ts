/** Where the built program begins. */
import type { main } from './main.ts';
import { Pieces } from './pieces.ts';

const { main: run } = new Pieces().load('./main.cjs') as { main: typeof main };
void run(process);
