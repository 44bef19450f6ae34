import { Applies } from './Applies';

/** A clock whose timers end when the test says so. */
function handClock() {
  const timers: (() => void)[] = [];
  return {
    now: () => 0,
    after: (_milliseconds: number, callback: () => void) => {
      timers.push(callback);
      return () => {
        timers.splice(timers.indexOf(callback), 1);
      };
    },
    pass: () => timers.splice(0).forEach(callback => callback()),
  };
}

describe('Applies', () => {
  const begin = () => {
    const clock = handClock();
    const applies = new Applies(clock);
    const applied: string[] = [];
    applies.schedule('orders-dev', 1_000, () => applied.push('orders-dev'));
    return { clock, applies, applied };
  };

  it('applies after the delay, once', () => {
    const { clock, applies, applied } = begin();
    expect(applies.has('orders-dev')).toBe(true);
    expect(applied).toEqual([]);
    clock.pass();
    applies.release();
    expect(applied).toEqual(['orders-dev']);
    expect(applies.has('orders-dev')).toBe(false);
  });

  it('applies nothing while held, and what is due at the release', () => {
    const { clock, applies, applied } = begin();
    applies.hold();
    clock.pass();
    expect(applied).toEqual([]);
    expect(applies.has('orders-dev')).toBe(true);
    applies.release();
    expect(applied).toEqual(['orders-dev']);
  });

  it('waits for the delay after a release, too', () => {
    const { clock, applies, applied } = begin();
    applies.hold();
    applies.release();
    expect(applied).toEqual([]);
    clock.pass();
    expect(applied).toEqual(['orders-dev']);
  });

  it('applies nothing after it was stopped', () => {
    const { clock, applies, applied } = begin();
    applies.stop();
    clock.pass();
    applies.release();
    expect(applied).toEqual([]);
  });
});
