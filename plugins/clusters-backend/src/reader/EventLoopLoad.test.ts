import { performance } from 'node:perf_hooks';
import { EventLoopLoad, eventLoop } from './EventLoopLoad';

/** A loop of which a test says when it is active. */
function loop() {
  const time = { now: 5_000, activeMs: 700 };
  const load = new EventLoopLoad({
    now: () => time.now,
    activeMs: () => time.activeMs,
  });
  return {
    load,
    pass(milliseconds: number, share: number) {
      time.now += milliseconds;
      time.activeMs += milliseconds * share;
    },
  };
}

describe('EventLoopLoad', () => {
  it('is high until it is measured', () => {
    const { load, pass } = loop();
    expect(load.share).toBe(1);
    pass(4_999, 0);
    expect(load.share).toBe(1);
    pass(1, 0);
    expect(load.share).toBe(0);
  });

  it('is the share of the last five seconds or more', () => {
    const { load, pass } = loop();
    pass(5_000, 0.2);
    expect(load.share).toBeCloseTo(0.2);
    // Too short to tell.
    pass(4_999, 0.9);
    expect(load.share).toBeCloseTo(0.2);
    pass(1, 0.9);
    expect(load.share).toBeCloseTo(0.9);
    // Nobody asked for long.
    pass(60_000, 0.1);
    expect(load.share).toBeCloseTo(0.1);
  });

  it('measures the loop of this process', () => {
    const before = performance.eventLoopUtilization().active;
    const { activeMs, now } = eventLoop;
    const from = now();
    while (now() < from + 20) {
      // The loop is busy.
    }
    expect(activeMs() - before).toBeGreaterThan(15);
  });
});
