/** Where a text stops being JSON. Not every engine says so, but any says whether a beginning could go on. */

/** The position, from 0, of the first character that JSON cannot have there; the length where only the end is missing. */
export function jsonFault(text: string): number {
  let [sound, faulty] = [0, text.length + 1];
  // a beginning of a sound beginning is sound: the place can be closed in on
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >>> 1;
    if (canGoOn(text.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  return Math.min(sound, text.length);
}

/** Whether a text is JSON, or would be with something behind it. */
function canGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = / position (\d+)/.exec(message)?.[1];
    return (
      message.includes('Unexpected end') || (position !== undefined && Number(position) >= beginning.length)
    );
  }
}
