import { Semaphore } from './Semaphore';

/**
 * Starts several waiters on a full semaphore; returns the order in which they
 * enter.
 */
async function order(waiting: ('soon' | 'later')[]): Promise<string[]> {
  const semaphore = new Semaphore(1);
  const leave = await semaphore.enter();
  const log: string[] = [];
  const runs = waiting.map((urgency, index) =>
    semaphore.run(
      async () => {
        log.push(`${urgency} ${index}`);
      },
      undefined,
      urgency,
    ),
  );
  leave();
  leave();
  await Promise.all(runs);
  return log;
}

describe('Semaphore', () => {
  it('lets urgent tasks in first, but others before too long', async () => {
    const waiting = ['later', 'soon', 'soon', 'soon', 'soon', 'soon'] as const;
    expect(await order([...waiting])).toEqual([
      'soon 1',
      'soon 2',
      'soon 3',
      'later 0',
      'soon 4',
      'soon 5',
    ]);
  });

  it('lets the lowest turn in first, and equal ones as they came', async () => {
    const semaphore = new Semaphore(1);
    const leave = await semaphore.enter();
    const gaveUp = new AbortController();
    const log: string[] = [];
    const enter = async (name: string, turn: number, signal?: AbortSignal) => {
      const leaveAgain = await semaphore.enter(signal, 'soon', turn);
      log.push(name);
      leaveAgain();
    };
    const entering = [
      enter('b1', 2),
      enter('c1', 3),
      enter('a1', 1),
      enter('gave up', 1, gaveUp.signal).catch(() => {}),
      enter('b2', 2),
      enter('a2', 1),
    ];
    gaveUp.abort();
    leave();
    await Promise.all(entering);
    expect(log).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']);
  });

  it('admits few tasks that are not urgent, until more may enter', async () => {
    let mostLater = 1;
    const semaphore = new Semaphore(3, () => mostLater);
    const log: string[] = [];
    const leaves: (() => void)[] = [];
    const enter = (name: string, urgency: 'soon' | 'later') =>
      semaphore.enter(undefined, urgency).then(leave => {
        log.push(name);
        leaves.push(leave);
      });
    const entering = [
      enter('later 1', 'later'),
      enter('later 2', 'later'),
      enter('later 3', 'later'),
      enter('soon', 'soon'),
    ];
    await entering[0];
    await entering[3];
    expect(log).toEqual(['later 1', 'soon']);
    leaves[0]();
    await entering[1];
    expect(log).toEqual(['later 1', 'soon', 'later 2']);
    mostLater = Infinity;
    semaphore.admit();
    await entering[2];
    expect(log).toEqual(['later 1', 'soon', 'later 2', 'later 3']);
  });

  it('never admits more than its size, and frees a place only once', async () => {
    const semaphore = new Semaphore(2);
    const leave = await semaphore.enter();
    leave();
    leave();
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 10 }, () =>
        semaphore.run(async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise(resolve => setImmediate(resolve));
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
  });

  it('forgets waiters that were aborted, and tasks that failed', async () => {
    const semaphore = new Semaphore(1);
    const leave = await semaphore.enter();
    const impatient = new AbortController();
    const given = semaphore.run(async () => 'in', impatient.signal, 'later');
    impatient.abort(new Error('gave up'));
    await expect(given).rejects.toThrow('gave up');
    leave();
    await expect(
      semaphore.run(async () => {
        throw new Error('failed');
      }),
    ).rejects.toThrow('failed');
    expect(await semaphore.run(async () => 'in')).toBe('in');
  });
});
