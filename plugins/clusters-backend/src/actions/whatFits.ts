/** The first answer about something fits an agent; the rest is asked for. */
const MAX_BYTES = 4_096;

/**
 * As many of the first items as an answer with them may have, but at least one.
 *
 * @param answer - the whole answer with some of the items
 */
export function whatFits<T>(items: T[], answer: (some: T[]) => object): T[] {
  for (let count = items.length; count > 1; count -= 1) {
    const some = items.slice(0, count);
    if (Buffer.byteLength(JSON.stringify(answer(some))) <= MAX_BYTES) {
      return some;
    }
  }
  return items.slice(0, 1);
}
