import { Deadline } from './Deadline';

describe('Deadline', () => {
  it('is aborted with the outer signal, also one already aborted', () => {
    const outer = new AbortController();
    const during = new Deadline(outer.signal);
    outer.abort(new Error('stopped'));
    const after = new Deadline(outer.signal);
    for (const deadline of [during, after]) {
      expect(deadline.signal.reason).toEqual(new Error('stopped'));
      expect(deadline.passed).toBe(false);
    }
  });

  it('is aborted when the last time span is up', () => {
    jest.useFakeTimers();
    try {
      const deadline = new Deadline(new AbortController().signal);
      deadline.in(1_000);
      jest.advanceTimersByTime(900);
      deadline.in(500);
      jest.advanceTimersByTime(499);
      expect(deadline.signal.aborted).toBe(false);
      jest.advanceTimersByTime(1);
      expect(deadline.signal.aborted).toBe(true);
      expect(deadline.passed).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves no listener behind once it was ended', () => {
    jest.useFakeTimers();
    try {
      const outer = new AbortController();
      const removed = jest.spyOn(outer.signal, 'removeEventListener');
      const deadline = new Deadline(outer.signal);
      deadline.in(1_000);
      deadline.end();
      expect(jest.getTimerCount()).toBe(0);
      expect(removed).toHaveBeenCalledTimes(1);
      outer.abort();
      expect(deadline.signal.aborted).toBe(false);
    } finally {
      jest.useRealTimers();
    }
  });
});
