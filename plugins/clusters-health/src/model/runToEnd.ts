/**
 * Runs all steps of a generator at once and returns its result.
 *
 * @public
 */
export function runToEnd<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      return value;
    }
  }
}
