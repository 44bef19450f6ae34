import fc from 'fast-check';
import { judgingPause } from './judgingPause';

describe('judgingPause', () => {
  it.each([
    ['a small cluster, idle', 4, 0, 100],
    ['a small cluster, busy', 4, 1, 100],
    ['a large cluster, idle', 250, 0.1, 1_000],
    ['a large cluster, just not idle any more', 250, 0.3, 1_000],
    ['a large cluster, in between', 250, 0.5, 3_000],
    ['a large cluster, busy', 250, 0.7, 5_000],
    ['a large cluster, very busy', 250, 1, 5_000],
    ['before the first one', 0, 1, 100],
  ])('%s', (_name, costMs, load, expected) => {
    expect(judgingPause(costMs, load)).toBeCloseTo(expected);
  });

  it('takes at most a fifth of the time, and less of a busy process', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 10_000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (costMs, load) => {
          const pause = judgingPause(costMs, load);
          expect(costMs / (costMs + pause)).toBeLessThanOrEqual(0.2);
          expect(pause).toBeGreaterThanOrEqual(judgingPause(costMs, load / 2));
        },
      ),
    );
  });
});
