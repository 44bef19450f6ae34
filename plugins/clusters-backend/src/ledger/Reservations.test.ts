import { Reservations } from './Reservations';

const policy = {
  overlaps: 'refuse' as const,
  sizes: [{ environment: 'dev', prefix: 18 }],
  reserved: [{ name: 'office', cidr: '10.0.0.0/12' }],
};
const proposal = {
  cidr: '10.40.0.0/16',
  cluster: 'search-dev',
  pullRequest: { number: 7, url: 'https://x/7', title: 'Create' },
};

describe('Reservations', () => {
  it('are those of the configuration and of open pull requests', async () => {
    let reads = 0;
    let now = 0;
    const reservations = new Reservations({
      policy,
      now: () => now,
      proposed: {
        async read() {
          reads += 1;
          return { ranges: [proposal], problems: [] };
        },
      },
    });
    expect(await reservations.read(true)).toEqual({
      sizes: policy.sizes,
      overlapPolicy: 'refuse',
      reservations: [
        { name: 'office', cidr: '10.0.0.0/12' },
        {
          name: 'search-dev',
          cidr: '10.40.0.0/16',
          pullRequest: proposal.pullRequest,
        },
      ],
    });
    await Promise.all([reservations.read(true), reservations.read(true)]);
    expect(reads).toBe(1);
    now = 60_000;
    await reservations.read(true);
    expect(reads).toBe(2);
  });

  it('tell nothing of pull requests to whoever sees some clusters only', async () => {
    const read = jest.fn();
    const reservations = new Reservations({
      policy,
      now: Date.now,
      proposed: { read },
    });
    expect(await reservations.read(false)).toMatchObject({
      reservations: [{ name: 'office', cidr: '10.0.0.0/12' }],
      reservationsUnknown: expect.stringContaining('all clusters'),
    });
    expect(read).not.toHaveBeenCalled();
  });

  it('wait for GitHub only so long, and keep what was known', async () => {
    jest.useFakeTimers();
    try {
      let now = 0;
      let answers = true;
      const reservations = new Reservations({
        policy,
        now: () => now,
        proposed: {
          read: () =>
            answers
              ? Promise.resolve({ ranges: [proposal], problems: [] })
              : new Promise(() => {}),
        },
      });
      await reservations.read(true);
      now = 60_000;
      answers = false;
      const late = reservations.read(true);
      await jest.advanceTimersByTimeAsync(5_000);
      const { reservations: found, reservationsUnknown } = await late;
      expect(found).toHaveLength(2);
      expect(reservationsUnknown).toMatch(/GitHub took longer/);
    } finally {
      jest.useRealTimers();
    }
  });
});
