import { FakeClock } from '../__testUtils__/FakeClock';
import { Applies } from './Applies';

const DELAY_MS = 1_000;

describe('Applies', () => {
  const begin = () => {
    const clock = new FakeClock(0);
    const applies = new Applies(clock);
    const applied: string[] = [];
    applies.schedule('orders-dev', DELAY_MS, () => applied.push('orders-dev'));
    return { clock, applies, applied };
  };

  it('applies after the delay, once', () => {
    const { clock, applies, applied } = begin();
    expect(applies.has('orders-dev')).toBe(true);
    expect(applied).toEqual([]);
    clock.advance(DELAY_MS);
    applies.release();
    expect(applied).toEqual(['orders-dev']);
    expect(applies.has('orders-dev')).toBe(false);
  });

  it('applies nothing while held, and what is due at the release', () => {
    const { clock, applies, applied } = begin();
    applies.hold();
    clock.advance(DELAY_MS);
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
    clock.advance(DELAY_MS);
    expect(applied).toEqual(['orders-dev']);
  });

  it('applies nothing after it was stopped', () => {
    const { clock, applies, applied } = begin();
    applies.stop();
    clock.advance(DELAY_MS);
    applies.release();
    expect(applied).toEqual([]);
  });
});
