import { waitFor } from '@clusterworks/test-support';
import { attacks } from '../__testUtils__/hostile/attacks';
import { HostileProcess } from '../__testUtils__/hostile/HostileProcess';
import type { RawServer } from '../__testUtils__/hostile/RawServer';
import { serveHonest } from '../__testUtils__/hostile/serveHonest';
import { ReaderUnderTest } from '../__testUtils__/readerUnderTest';
import { createReaderGates, type ReaderGates } from './ReaderGates';

const limits = {
  connectTimeoutMs: 500,
  headersTimeoutMs: 500,
  pageTimeoutMs: 800,
  watchIdleTimeoutMs: 800,
  livenessMs: 500,
  graceMs: 100,
};

/**
 * Maximum time to disconnect from a cluster, whatever its server does: normally
 * hundreds of milliseconds, and without end if one of the deadlines is missing.
 */
const STOP_MS = 10_000;

describe('a server that never comes to an end', () => {
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

  /**
   * The neighbour shares every gate with the attacker, and each gate admits one
   * at a time.
   */
  async function expectNeighbourRead(gates: ReaderGates): Promise<void> {
    const neighbour = new ReaderUnderTest(
      { name: 'honest', url: goodUrl, token: 'x' },
      { limits: { headersTimeoutMs: 5_000 }, gates },
    );
    try {
      await waitFor(() =>
        expect(new Set(Object.values(neighbour.states))).toEqual(
          new Set(['ok']),
        ),
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
      });
    } finally {
      await hostile.ask({ type: 'close' });
      await evil.stop();
    }
  });
});
