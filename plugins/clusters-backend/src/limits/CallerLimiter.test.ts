import { setImmediate as nextTurn } from 'node:timers/promises';
import { CallerLimiter } from './CallerLimiter';

const tooMany = { name: 'TooManyRequestsError', statusCode: 429 };

describe('CallerLimiter', () => {
  /** Work that runs until the test ends it. */
  function endless() {
    let end = () => {};
    const work = new Promise<string>((_resolve, reject) => {
      end = () => reject(new Error('ended'));
    });
    return { run: () => work, end: () => end() };
  }

  /** What comes of work at once; what is let in here would never end. */
  function soon(work: Promise<unknown>) {
    return Promise.race([work, nextTurn('running')]);
  }

  it('lets one caller do two things at once, and others, too', async () => {
    const limiter = new CallerLimiter();
    const { run, end } = endless();
    const running = [limiter.run('a', run), limiter.run('a', run)];
    await expect(soon(limiter.run('a', run))).rejects.toMatchObject(tooMany);
    await expect(limiter.run('b', async () => 'b')).resolves.toBe('b');
    end();
    await Promise.allSettled(running);
    // Failed work frees its place, too.
    await expect(limiter.run('a', async () => 'a')).resolves.toBe('a');
  });

  it('lets all callers do twenty things at once', async () => {
    const limiter = new CallerLimiter();
    const { run, end } = endless();
    const running = Array.from({ length: 20 }, (_, index) =>
      limiter.run(`user-${index}`, run),
    );
    await expect(soon(limiter.run('one more', run))).rejects.toMatchObject(
      tooMany,
    );
    end();
    await Promise.allSettled(running);
    await expect(limiter.run('c', async () => 'c')).resolves.toBe('c');
  });
});
