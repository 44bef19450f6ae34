import { setImmediate as turn } from 'node:timers/promises';
import { WorkQueue } from './WorkQueue';

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    // Blocks the event loop, as real work does.
  }
}

function* steps(count: number, log: string[], name: string) {
  for (let index = 0; index < count; index += 1) {
    busy(1);
    log.push(name);
    yield;
  }
  return name;
}

describe('WorkQueue', () => {
  it('does not block the event loop during long work', async () => {
    const queue = new WorkQueue(2);
    let turns = 0;
    let done = false;
    const work = Promise.all(
      ['a', 'b', 'c', 'd'].map(name => queue.run(steps(10, [], name), 'soon')),
    ).finally(() => {
      done = true;
    });
    while (!done) {
      await turn();
      turns += 1;
    }
    expect(await work).toEqual(['a', 'b', 'c', 'd']);
    // 40 ms of work in slices of 2 ms; a slow machine only needs more of them.
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  it('runs urgent work first', async () => {
    const queue = new WorkQueue(2);
    const log: string[] = [];
    const later = queue.run(steps(6, log, 'later'), 'later');
    await turn();
    const soon = queue.run(steps(6, log, 'soon'), 'soon');
    await Promise.all([soon, later]);
    const last = log.lastIndexOf('soon');
    const between = log.slice(log.indexOf('soon'), last);
    expect(between).not.toContain('later');
    expect(log.slice(last + 1)).toContain('later');
  });

  it('rejects with the error of a step, and continues with other jobs', async () => {
    const queue = new WorkQueue();
    const broken = queue.run(
      {
        next() {
          throw new Error('broken');
        },
      },
      'soon',
    );
    const whole = queue.run(steps(1, [], 'whole'), 'soon');
    await expect(broken).rejects.toThrow('broken');
    expect(await whole).toBe('whole');
  });
});
