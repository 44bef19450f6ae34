import { AwaitedVerdicts } from './AwaitedVerdicts';

describe('AwaitedVerdicts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('counts each cluster once, until the last one has its verdict', () => {
    const onNone = jest.fn();
    const awaited = new AwaitedVerdicts();
    awaited.onNone(onNone);
    expect(awaited.some).toBe(false);
    const [first, second] = [awaited.add(), awaited.add()];
    first();
    first();
    expect(awaited.some).toBe(true);
    expect(onNone).not.toHaveBeenCalled();
    second();
    expect(awaited.some).toBe(false);
    jest.advanceTimersByTime(60_000);
    expect(onNone).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a cluster that never answers', () => {
    const awaited = new AwaitedVerdicts();
    const end = awaited.add();
    jest.advanceTimersByTime(29_999);
    expect(awaited.some).toBe(true);
    jest.advanceTimersByTime(1);
    expect(awaited.some).toBe(false);
    end();
    expect(awaited.some).toBe(false);
  });
});
