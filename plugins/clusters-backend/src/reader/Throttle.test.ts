import { Throttle } from './Throttle';

describe('Throttle', () => {
  it('allows a burst, and then a fifth of the time', () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    const work = () => {
      now += 100;
    };
    const rests = Array.from({ length: 7 }, () => throttle.run(work));
    expect(rests.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(rests[6]).toBeGreaterThan(0);
    let spent = 0;
    const started = now;
    for (let index = 0; index < 100; index += 1) {
      now += throttle.run(work);
      spent += 100;
    }
    expect(spent / (now - started)).toBeCloseTo(0.2, 1);
  });

  it('allows a new burst after a quiet time', () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    expect(
      throttle.run(() => {
        now += 1_000;
      }),
    ).toBeGreaterThan(0);
    now += 10_000;
    expect(throttle.run(() => {})).toBe(0);
  });
});
