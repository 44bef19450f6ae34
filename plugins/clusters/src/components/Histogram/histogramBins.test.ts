import { histogramBins } from './histogramBins';

const countsOf = (seconds: number[]) =>
  histogramBins(seconds)
    .filter(({ count }) => count > 0)
    .map(({ from, until, count }) => [from, until, count]);

describe('histogramBins', () => {
  it.each([
    ['nothing', [], []],
    ['no time at all', [0], [[0, 1, 1]]],
    [
      'the border of two bins belongs to the later one',
      [9, 10, 10, 11],
      [
        [9, 10, 1],
        [10, 11, 2],
        [11, 12, 1],
      ],
    ],
    [
      'a width that is read easily',
      [31, 44, 90],
      [
        [30, 35, 1],
        [40, 45, 1],
        [90, 95, 1],
      ],
    ],
    [
      'one that took a day is beyond the last limit',
      [...Array.from({ length: 40 }, () => 9), 86_400],
      [
        [9, 10, 40],
        [19, undefined, 1],
      ],
    ],
  ])('%s', (_, seconds, expected) => {
    expect(countsOf(seconds)).toEqual(expected);
  });

  it('loses no value, and never has more bins than can be seen', () => {
    for (const most of [3, 50, 700, 90_000, 4_000_000]) {
      const seconds = Array.from({ length: 300 }, (_, i) => (i * most) / 299);
      const bins = histogramBins(seconds);
      expect(bins.length).toBeLessThanOrEqual(25);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(300);
    }
  });
});
