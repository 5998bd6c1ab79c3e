/** Colour and weight of texts on a terminal. */

type Paint = (text: string) => string;

export interface Ink {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly cyan: Paint;
  readonly heading: Paint;
}

const same: Paint = (text) => text;
const PENCIL: Ink = { bold: same, dim: same, cyan: same, heading: same };

/** What paints, or writes plainly at level 0. Chalk looks at the whole machine when it is loaded: only for colour. */
export async function inkFor(colour: 0 | 1): Promise<Ink> {
  if (colour === 0) return PENCIL;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: colour });
  return { bold: chalk.bold, dim: chalk.dim, cyan: chalk.cyan, heading: chalk.bold.cyan };
}
