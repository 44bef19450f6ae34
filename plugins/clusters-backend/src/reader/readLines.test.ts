import { PassThrough } from 'node:stream';
import { waitFor } from '@clusterworks/test-support';
import { MemoryBudget } from './MemoryBudget';
import { readLines } from './readLines';
import { Throttle } from './Throttle';

const MIB = 1024 * 1024;

function reading() {
  const body = new PassThrough();
  const stop = new AbortController();
  const budget = new MemoryBudget(MIB, 'Answers under way');
  const lines: string[] = [];
  const done = readLines(body, {
    maxLineBytes: MIB,
    budget,
    throttle: new Throttle(),
    signal: stop.signal,
    idleMs: 60_000,
    onLine: line => lines.push(line.toString()),
  });
  return { body, budget, lines, done, stop };
}

describe('readLines', () => {
  it('holds memory only while a line is unfinished', async () => {
    const { body, budget, lines, done } = reading();
    body.write('one\ntw');
    await waitFor(() => expect(budget.used).toBeGreaterThan(0));
    expect(lines).toEqual(['one']);
    body.write('o\n');
    await waitFor(() => expect(lines).toEqual(['one', 'two']));
    expect(budget.used).toBe(0);
    body.write('th');
    body.write('ree\nfo');
    await waitFor(() => expect(lines).toEqual(['one', 'two', 'three']));
    expect(budget.used).toBeGreaterThan(0);
    body.end('ur\n');
    await done;
    expect(lines).toEqual(['one', 'two', 'three', 'four']);
    expect(budget.used).toBe(0);
  });

  it('ends without an error when nothing arrives for too long', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    try {
      const { body, budget, done } = reading();
      jest.advanceTimersByTime(59_000);
      body.emit('data', Buffer.from('o'));
      jest.advanceTimersByTime(59_000);
      expect(body.destroyed).toBe(false);
      expect(budget.used).toBeGreaterThan(0);
      jest.advanceTimersByTime(1_000);
      await done;
      expect(body.destroyed).toBe(true);
      expect(budget.used).toBe(0);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each<[string, (parts: ReturnType<typeof reading>) => void, string]>([
    ['is aborted', ({ stop }) => stop.abort(new Error('stopped')), 'stopped'],
    ['fails', ({ body }) => body.destroy(new Error('reset')), 'reset'],
    ['is closed before its end', ({ body }) => body.destroy(), 'broke off'],
  ])('returns the memory of a body that %s', async (_what, end, message) => {
    const parts = reading();
    parts.body.write('unfinished');
    await waitFor(() => expect(parts.budget.used).toBeGreaterThan(0));
    end(parts);
    await expect(parts.done).rejects.toThrow(message);
    expect(parts.budget.used).toBe(0);
    expect(parts.body.listenerCount('data')).toBe(0);
  });
});
