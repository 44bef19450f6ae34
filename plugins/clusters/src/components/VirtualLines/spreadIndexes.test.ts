import { spreadIndexes } from './spreadIndexes';

describe('spreadIndexes', () => {
  it.each([
    [0, 3, []],
    [1, 3, [0]],
    [2, 3, [0, 1]],
    [3, 3, [0, 1, 2]],
    [101, 3, [0, 50, 100]],
    [101, 1, [0]],
  ])('of %i, at most %i, are %j', (count, most, expected) => {
    expect(spreadIndexes(count, most)).toEqual(expected);
  });
});
