import { withDeadline } from './withDeadline';

const never = new Promise<never>(() => {});

describe('withDeadline', () => {
  it('returns a result that comes in time', async () => {
    await expect(withDeadline(Promise.resolve(1), 10_000, 'x')).resolves.toBe(
      1,
    );
    const failed = Promise.reject(new Error('no'));
    await expect(withDeadline(failed, 10_000, 'x')).rejects.toThrow('no');
  });

  it('does not wait for a result that never comes', async () => {
    await expect(withDeadline(never, 10, 'Waiting')).rejects.toThrow(
      'Waiting took longer than 10 ms',
    );
  });
});
