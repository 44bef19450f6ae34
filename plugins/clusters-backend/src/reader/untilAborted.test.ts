import { untilAborted } from './untilAborted';

describe('untilAborted', () => {
  it('stops waiting for work that never ends', async () => {
    const { signal, ...stop } = controller();
    const waiting = untilAborted(new Promise(() => {}), signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
  });

  it('discards a result that comes too late', async () => {
    const { signal, abort } = controller();
    let settle = (_value: string) => {};
    const work = new Promise<string>(resolve => {
      settle = resolve;
    });
    const discarded: string[] = [];
    const waiting = untilAborted(work, signal, late => discarded.push(late));
    abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    settle('late');
    await work;
    await Promise.resolve();
    expect(discarded).toEqual(['late']);
  });

  it('returns a result that comes in time, without discarding it', async () => {
    const { signal, abort } = controller();
    const discard = jest.fn();
    await expect(
      untilAborted(Promise.resolve('x'), signal, discard),
    ).resolves.toBe('x');
    await expect(
      untilAborted(Promise.reject(new Error('failed')), signal, discard),
    ).rejects.toThrow('failed');
    abort(new Error('stopped'));
    expect(discard).not.toHaveBeenCalled();
  });
});

function controller() {
  const own = new AbortController();
  return {
    signal: own.signal,
    abort: (reason: Error) => own.abort(reason),
  };
}
