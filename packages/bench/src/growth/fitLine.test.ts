import { fitLine } from './fitLine';

describe('fitLine', () => {
  it('finds the line that points are on', () => {
    expect(
      fitLine([
        [100, 450],
        [300, 550],
        [1_000, 900],
      ]),
    ).toEqual({
      base: expect.closeTo(400),
      slope: expect.closeTo(0.5),
      error: expect.closeTo(0),
    });
  });

  it('says how far points are from it', () => {
    const line = fitLine([
      [0, 100],
      [1, 100],
      [2, 160],
    ]);
    expect(line?.error).toBeCloseTo(0.2);
  });

  it('needs two points', () => {
    expect(fitLine([[1, 2]])).toBeUndefined();
  });
});
