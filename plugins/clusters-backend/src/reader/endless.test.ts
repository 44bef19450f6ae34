import { attacks } from '../__testUtils__/hostile/attacks';
import { HostileProcess } from '../__testUtils__/hostile/HostileProcess';
import type { RawServer } from '../__testUtils__/hostile/RawServer';
import { serveHonest } from '../__testUtils__/hostile/serveHonest';
import { ReaderUnderTest } from '../__testUtils__/readerUnderTest';
import { waitFor } from '../__testUtils__/waitFor';
import { createReaderGates, type ReaderGates } from './ReaderGates';

const limits = {
  connectTimeoutMs: 500,
  headersTimeoutMs: 500,
  pageTimeoutMs: 800,
  watchIdleTimeoutMs: 800,
  livenessMs: 500,
  graceMs: 100,
};

/** The time that it may take to be rid of a cluster, whatever it does. */
const STOP_MS = 500;

describe('a server that never comes to an end', () => {
  jest.setTimeout(30_000);

  const hostile = new HostileProcess();
  let good: RawServer;
  let goodUrl: string;

  beforeAll(async () => {
    good = serveHonest();
    goodUrl = await good.listen();
  });

  afterAll(async () => {
    await hostile.stop();
    await good.close();
  });

  /** Its neighbour shares every gate with it, and each lets one in at a time. */
  async function expectNeighbourRead(gates: ReaderGates): Promise<void> {
    const neighbour = new ReaderUnderTest(
      { name: 'honest', url: goodUrl, token: 'x' },
      { limits: { headersTimeoutMs: 5_000 }, gates },
    );
    try {
      await waitFor(
        () =>
          expect(new Set(Object.values(neighbour.states))).toEqual(
            new Set(['ok']),
          ),
        10_000,
      );
    } finally {
      await neighbour.stop();
    }
  }

  it.each(Object.keys(attacks))('%s', async title => {
    const { url, ca } = await hostile.ask({ type: 'attack', title });
    const gates = createReaderGates({ connections: 1, pages: 1 });
    const evil = new ReaderUnderTest(
      {
        name: 'evil',
        url: title.includes('TLS') ? url.replace('http:', 'https:') : url,
        ca,
        token: 'x',
      },
      { limits, gates },
    );
    try {
      await waitFor(async () => {
        const { accepted } = await hostile.ask({ type: 'connections' });
        expect(accepted).toBeGreaterThan(0);
      });
      await expectNeighbourRead(gates);
      const started = performance.now();
      await evil.stop();
      expect(performance.now() - started).toBeLessThan(STOP_MS);
      await waitFor(async () => {
        const { held } = await hostile.ask({ type: 'connections' });
        expect(held).toBe(0);
      }, 3_000);
    } finally {
      await hostile.ask({ type: 'close' });
      await evil.stop();
    }
  });
});
