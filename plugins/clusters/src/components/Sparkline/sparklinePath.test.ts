import { sparklinePath } from './sparklinePath';

const points = (...values: (number | undefined)[]) =>
  values.map((value, index) => ({ at: index * 1000, value }));

describe('sparklinePath', () => {
  it('draws from zero to the largest value', () => {
    expect(sparklinePath(points(0, 10, 5), 100, 20)).toBe(
      'M0.0 20.0 L50.0 0.0 L100.0 10.0',
    );
  });

  it('breaks where nothing was seen', () => {
    expect(sparklinePath(points(10, undefined, 10), 100, 20)).toBe(
      'M0.0 0.0 M100.0 0.0',
    );
  });

  it('draws nothing without values', () => {
    expect(sparklinePath([], 100, 20)).toBe('');
    expect(sparklinePath(points(undefined), 100, 20)).toBe('');
  });
});
