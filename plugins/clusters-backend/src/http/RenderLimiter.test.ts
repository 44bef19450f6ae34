import { RenderLimiter } from './RenderLimiter';

/** A limiter whose clock goes on only while something is rendered or rests. */
function limited() {
  const time = { now: 0 };
  const log: string[] = [];
  const limiter = new RenderLimiter({
    now: () => time.now,
    rest: async milliseconds => {
      log.push(`rest ${milliseconds}`);
      time.now += milliseconds;
    },
  });
  const render = (caller: string, costMs: number) =>
    limiter.run(caller, () => {
      log.push(`${caller} ${costMs}`);
      time.now += costMs;
      return costMs;
    });
  return { time, log, limiter, render };
}

const tooMany = expect.objectContaining({
  name: 'TooManyRequestsError',
  statusCode: 429,
});

describe('RenderLimiter', () => {
  it('renders one after the other, and rests in between', async () => {
    const { render, log } = limited();
    const both = await Promise.all([render('a', 70), render('b', 30)]);
    expect(both).toEqual([70, 30]);
    expect(log).toEqual(['a 70', 'rest 70', 'b 30', 'rest 30']);
  });

  it('lets one caller use 5 s at once, then one twelfth of the time', async () => {
    const { render, time } = limited();
    // How many previews of a second the caller gets in a row.
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
    // Others are not concerned.
    await expect(render('b', 1_000)).resolves.toBe(1_000);
    time.now += 12_000;
    expect(await spend()).toBeLessThanOrEqual(2);
    time.now += 60_000;
    expect(await spend()).toBe(6);
  });

  it('counts what was asked for at once', async () => {
    const { render } = limited();
    const asked = await Promise.allSettled(
      Array.from({ length: 100 }, () => render('a', 1_000)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      4,
    );
    await expect(render('b', 1)).resolves.toBe(1);
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

  it('goes on after a spec that is refused, and counts it', async () => {
    const { limiter, render, time } = limited();
    const refused = limiter.run('a', () => {
      time.now += 5_500;
      throw new Error('The cluster spec has a problem');
    });
    await expect(refused).rejects.toThrow('The cluster spec has a problem');
    await expect(render('b', 1)).resolves.toBe(1);
    time.now = 5_501;
    await expect(render('a', 1)).rejects.toEqual(tooMany);
  });
});
