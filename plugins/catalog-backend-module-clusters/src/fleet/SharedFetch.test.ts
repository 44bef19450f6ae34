import { SharedFetch } from './SharedFetch';

describe('SharedFetch', () => {
  it('fetches once for all callers, and again only when the answer is old', async () => {
    let now = 0;
    let count = 0;
    const shared = new SharedFetch(
      async () => ++count,
      15_000,
      () => now,
    );
    const many = await Promise.all(
      Array.from({ length: 500 }, () => shared.get()),
    );
    expect(new Set(many)).toEqual(new Set([1]));
    now = 14_999;
    expect(await shared.get()).toBe(1);
    now = 15_000;
    expect(await shared.get()).toBe(2);
  });

  it('keeps a failure for the same time', async () => {
    let now = 0;
    const fetchAnswer = jest.fn().mockRejectedValue(new Error('down'));
    const shared = new SharedFetch(fetchAnswer, 15_000, () => now);
    await expect(shared.get()).rejects.toThrow('down');
    await expect(shared.get()).rejects.toThrow('down');
    expect(fetchAnswer).toHaveBeenCalledTimes(1);
    now = 15_000;
    await expect(shared.get()).rejects.toThrow('down');
    expect(fetchAnswer).toHaveBeenCalledTimes(2);
  });
});
