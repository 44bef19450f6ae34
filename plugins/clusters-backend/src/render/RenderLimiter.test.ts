import { RenderLimiter } from './RenderLimiter';

/** A limiter whose clock advances only while something is rendered. */
function limited() {
  const time = { now: 0 };
  const log: string[] = [];
  const limiter = new RenderLimiter(() => time.now);
  const render = (caller: string, costMs: number) =>
    limiter.run(caller, async () => {
      log.push(`${caller} begins`);
      await Promise.resolve();
      time.now += costMs;
      log.push(`${caller} ends`);
      return costMs;
    });
  return { time, log, limiter, render };
}

const tooMany = expect.objectContaining({
  name: 'TooManyRequestsError',
  statusCode: 429,
});

describe('RenderLimiter', () => {
  it('renders one after the other', async () => {
    const { render, log } = limited();
    const both = await Promise.all([render('a', 70), render('b', 30)]);
    expect(both).toEqual([70, 30]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('lets one caller use 5 s at once, then one twelfth of the time', async () => {
    const { render, time } = limited();
    // How many previews of one second each the caller gets in a row.
    const spend = async () => {
      for (let count = 0; ; count += 1) {
        const [{ status }] = await Promise.allSettled([render('a', 1_000)]);
        if (status === 'rejected') {
          return count;
        }
      }
    };
    expect(await spend()).toBe(6);
    await expect(render('a', 1_000)).rejects.toEqual(tooMany);
    // Other callers are not affected.
    await expect(render('b', 1_000)).resolves.toBe(1_000);
    time.now += 12_000;
    expect(await spend()).toBeLessThanOrEqual(2);
    time.now += 72_000;
    expect(await spend()).toBe(6);
  });

  it('counts requests made at the same time', async () => {
    const { render } = limited();
    const asked = await Promise.allSettled(
      Array.from({ length: 100 }, () => render('a', 1_000)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      4,
    );
    await expect(render('b', 1)).resolves.toBe(1);
  });

  it('does not count the time before rendering starts', async () => {
    const { limiter, render, time } = limited();
    await limiter.run('a', async onStart => {
      time.now += 60_000;
      onStart();
      time.now += 4_900;
    });
    await expect(render('a', 1_000)).resolves.toBe(1_000);
    await expect(render('a', 1_000)).rejects.toEqual(tooMany);
  });

  it('keeps no more than 50 waiting', async () => {
    const { render } = limited();
    const asked = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => render(`user-${index}`, 1)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      50,
    );
  });

  it('continues after a refused spec, and counts its time', async () => {
    const { limiter, render, time } = limited();
    const refused = limiter.run('a', async () => {
      time.now += 5_500;
      throw new Error('The cluster spec has a problem');
    });
    await expect(refused).rejects.toThrow('The cluster spec has a problem');
    await expect(render('b', 1)).resolves.toBe(1);
    time.now = 5_501;
    await expect(render('a', 1)).rejects.toEqual(tooMany);
  });
});
