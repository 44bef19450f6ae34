import { fuzzSettings } from '@clusterworks/fuzz';
import type { CrowdOptions } from '../__testUtils__/hostile/crowdReader';
import type { FuzzOptions } from '../__testUtils__/hostile/fuzzReader';
import { readInProcess } from '../__testUtils__/hostile/readInProcess';

const { seconds, seed } = fuzzSettings({ seconds: 4 });

const MIB = 1024 * 1024;

/** A hundred servers keep two cores busy, which other tests need as well. */
const crowd: CrowdOptions =
  seconds < 10
    ? { servers: 25, honest: 3, factBytes: 16 * MIB, seconds: 1 }
    : { servers: 100, honest: 5, factBytes: 64 * MIB, seconds: 10 };

/**
 * Three to four times the usual amount: facts, pages and lines being read, and
 * garbage. Without a limit for all, the facts alone take more.
 */
const MOST_CROWD_MEBIBYTES = seconds < 10 ? 900 : 1_500;

describe(`hostile API servers, seed ${seed}`, () => {
  it(
    'cost a bounded amount of time and memory, and harm nobody',
    async () => {
      const report = await readInProcess<FuzzOptions>('fuzzReader', {
        seed,
        seconds,
      });
      expect(report.failures).toEqual([]);
      expect(report.servers).toBeGreaterThanOrEqual(10);
      // Much of the reader's code ran, not only the opening of connections.
      expect(Object.keys(report.states)).toEqual(
        expect.arrayContaining(['ok', 'stale', 'unreachable', 'forbidden']),
      );
      expect(report.longestStopMs).toBeLessThan(3_000);
      expect(report.longestTurnMs).toBeLessThan(3_000);
      expect(report.peakMebibytes).toBeLessThan(700);
      expect(report.leftMebibytes).toBeLessThan(60);
      expect(report.neighbourLost).toBe(0);
    },
    (seconds + 240) * 1_000,
  );
});

// In the same file, so that the two tests do not run at the same time.
describe(`${crowd.servers} servers at once that never come to an end`, () => {
  it('fill no more memory than is allowed for all, and harm nobody', async () => {
    const report = await readInProcess<CrowdOptions>('crowdReader', crowd);
    expect(report.failures).toEqual([]);
    expect(report.neighbourLost).toBe(0);
    expect(report.peakMebibytes).toBeLessThan(MOST_CROWD_MEBIBYTES);
    expect(report.longestTurnMs).toBeLessThan(10_000);
    expect(report.longestStopMs).toBeLessThan(10_000);
  }, 300_000);
});
