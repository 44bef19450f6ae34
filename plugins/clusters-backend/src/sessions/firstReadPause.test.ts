import { firstReadPause } from './firstReadPause';

describe('firstReadPause', () => {
  it.each([
    ['idle', 0, 5_000],
    ['just not idle any more', 0.3, 5_000],
    ['in between', 0.5, 17_500],
    ['busy', 0.7, 30_000],
    ['very busy, or not measured yet', 1, 30_000],
  ])('%s', (_name, load, expected) => {
    expect(firstReadPause(load)).toBeCloseTo(expected);
  });
});
