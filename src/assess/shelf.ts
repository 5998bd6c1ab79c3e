/** Things that cost something to make and are the same for the same key, kept for the next time. */

/** How many a shelf holds: more than the different people of a batch, and still little memory. */
const MOST = 4_096;

export class Shelf<Thing> {
  readonly #things = new Map<string, Thing>();

  /** The thing under a key, made where it is not there; without a key it is made and not kept. */
  take(key: string | undefined, make: () => Thing): Thing {
    if (key === undefined) return make();
    const known = this.#things.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.#things.size >= MOST) this.#things.clear();
    this.#things.set(key, made);
    return made;
  }
}
