import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { type Cost, CostMeter } from './CostMeter';
import type { FuzzSettings } from './fuzzSettings';

/**
 * Checks values until the time is over, each in its own turn of the event
 * loop, so that the longest turn is the longest check.
 *
 * @param check - throws when a value fails
 * @param settings - `endOnFailure` stops at the first failure, without a
 *   search for a smaller failing value
 * @throws fast-check's report of a failing value
 */
export async function fuzzFor<T>(
  values: fc.Arbitrary<T>,
  check: (value: T) => void | Promise<void>,
  { seconds, seed, endOnFailure }: FuzzSettings & { endOnFailure?: boolean },
): Promise<Cost> {
  const meter = await CostMeter.start();
  try {
    await fc.assert(
      fc.asyncProperty(values, async value => {
        await check(value);
        meter.sample();
        await nextTurn();
      }),
      {
        seed,
        endOnFailure,
        numRuns: 1e9,
        interruptAfterTimeLimit: seconds * 1_000,
        markInterruptAsFailure: false,
      },
    );
  } catch (error) {
    await meter.stop();
    throw error;
  }
  return meter.stop();
}
