/**
 * Items per step: few enough for a step to take a fraction of a millisecond.
 */
const PER_STEP = 100;

/** Like `Array.map`, with some items per step. */
export function* mapInSteps<T, R>(
  items: readonly T[],
  make: (item: T) => R,
): Generator<void, R[]> {
  const made: R[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % PER_STEP === 0) {
      yield;
    }
  }
  yield;
  return made;
}
