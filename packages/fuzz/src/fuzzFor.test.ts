import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { fuzzFor } from './fuzzFor';

const MIB = 1024 * 1024;

function busyFor(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    // Blocks the event loop.
  }
}

describe('fuzzFor', () => {
  const settings = { seconds: 0.5, seed: 1 };

  it('reports the longest turn', async () => {
    let tried = 0;
    const { longestTurnMs } = await fuzzFor(
      fc.nat(),
      () => {
        tried += 1;
        busyFor(tried === 1 ? 300 : 1);
      },
      { ...settings, seconds: 2 },
    );
    expect(longestTurnMs).toBeGreaterThan(250);
  });

  it('uses one turn of the event loop for each value', async () => {
    const { longestTurnMs } = await fuzzFor(fc.nat(), () => busyFor(20), {
      ...settings,
      seconds: 2,
    });
    expect(longestTurnMs).toBeLessThan(1_000);
  });

  it('reports memory that was freed again', async () => {
    let tried = 0;
    const { peakMebibytes } = await fuzzFor(
      fc.nat(),
      () => {
        tried += 1;
        if (tried === 3) {
          Buffer.alloc(200 * MIB, 1);
        }
      },
      settings,
    );
    expect(peakMebibytes).toBeGreaterThan(150);
  });

  it('ends a check that takes longer than the time', async () => {
    let ended = 0;
    await fuzzFor(
      fc.nat(),
      async () => {
        await sleep(100);
        ended += 1;
      },
      { seconds: 0.01, seed: 1 },
    );
    expect(ended).toBe(1);
  });

  it('tries other values in each round', async () => {
    const tried = new Set<number>();
    await fuzzFor(fc.nat(1e9), value => void tried.add(value), settings);
    expect(tried.size).toBeGreaterThan(150);
  });

  it('reports the failing value and the seed', async () => {
    await expect(
      fuzzFor(
        fc.nat(),
        value => {
          expect(value).toBeLessThan(100);
        },
        settings,
      ),
    ).rejects.toThrow(/seed: 1[\s\S]*Counterexample: \[100\]/);
  });
});
