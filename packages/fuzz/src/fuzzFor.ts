import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { type Cost, CostMeter } from './CostMeter';
import type { FuzzSettings } from './fuzzSettings';

/** Values that are tried with one seed. */
const VALUES_PER_ROUND = 100;

/**
 * Checks values until the time is over, each in its own turn of the event
 * loop, so that the longest turn is the longest check. A check is never
 * abandoned, and the first one takes place however slow the machine is.
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
  const end = performance.now() + seconds * 1_000;
  const isOver = () => performance.now() >= end;
  const checkInOwnTurn = async (value: T) => {
    await check(value);
    meter.sample();
    await nextTurn();
  };
  const checkInTime = async (value: T) => {
    if (!isOver()) {
      await checkInOwnTurn(value);
    }
  };
  try {
    await fc.assert(fc.asyncProperty(values, checkInOwnTurn), {
      ...{ seed, endOnFailure },
      numRuns: 1,
    });
    for (let round = 0; !isOver(); round += 1) {
      await fc.assert(fc.asyncProperty(values, checkInTime), {
        seed: seed + round,
        endOnFailure,
        numRuns: VALUES_PER_ROUND,
      });
    }
  } catch (error) {
    await meter.stop();
    throw error;
  }
  return meter.stop();
}
