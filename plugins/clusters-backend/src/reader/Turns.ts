/** Gives out increasing numbers. */
export class Turns {
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
