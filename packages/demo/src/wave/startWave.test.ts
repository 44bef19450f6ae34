import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoFleet } from '../demo';
import { startWave } from './startWave';

const row = (name: string, verdict: string, state = 'live') => ({
  ...{ name, verdict, connection: { state } },
});

describe('startWave', () => {
  let server: Server;
  let backendUrl: string;
  /** What the portal answers to the next looks; the last one again. */
  let looks: { waves?: object[]; fleet?: object[] }[];
  let started: unknown[];

  beforeEach(async () => {
    started = [];
    server = createServer(async (request, response) => {
      const [look] = looks;
      const isSignedIn = request.headers.authorization === 'Bearer t';
      const answers: Record<string, () => unknown> = {
        'GET /api/auth/guest/refresh': () => ({
          backstageIdentity: { token: 't' },
        }),
        'GET /api/clusters/v1/waves': () =>
          look.waves && isSignedIn && { items: look.waves },
        'GET /api/clusters/v1/fleet': () => {
          looks = looks.length > 1 ? looks.slice(1) : looks;
          return { items: look.fleet };
        },
      };
      if (request.method === 'POST') {
        const pieces: Buffer[] = [];
        for await (const piece of request) {
          pieces.push(piece);
        }
        started.push(JSON.parse(String(Buffer.concat(pieces))));
        response.end('{}');
        return;
      }
      const body = answers[`${request.method} ${request.url}`]?.();
      response.writeHead(body ? 200 : 503);
      response.end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = server.address() as AddressInfo;
    backendUrl = `http://127.0.0.1:${port}`;
  });

  afterEach(
    () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );

  const run = (signal = AbortSignal.timeout(30_000)) =>
    startWave({ backendUrl, everyMs: 5, signal });

  const others = [row('payments-us', 'healthy'), row('tools-prod', 'healthy')];

  it('starts one when the portal knows that its first cluster is critical', async () => {
    looks = [
      { waves: [], fleet: [] },
      { waves: [], fleet: [row('payments-staging', 'unknown'), ...others] },
      {
        waves: [],
        fleet: [row('payments-staging', 'critical', 'connecting'), ...others],
      },
      { waves: [], fleet: [row('payments-staging', 'critical'), ...others] },
    ];
    await run();
    expect(looks).toHaveLength(1);
    expect(started).toEqual([
      {
        change: { what: 'karpenter', to: '1.15.1' },
        clusters: ['payments-staging', 'payments-us', 'tools-prod'],
        ...{ atOnce: 1, settleMinutes: 30 },
      },
    ]);
  });

  it('starts none where there is one', async () => {
    const fleet = [row('payments-staging', 'critical'), ...others];
    looks = [{ waves: [{}], fleet }];
    await run();
    expect(started).toEqual([]);
  });

  it('ends when the demo does', async () => {
    looks = [{ waves: [], fleet: [] }];
    await run(AbortSignal.timeout(50));
    expect(started).toEqual([]);
  });

  it('takes clusters of the fleet, of which the first is broken', () => {
    const names = demoFleet()
      .filter(({ reachability }) => reachability === 'reachable')
      .map(({ spec }) => spec.metadata.name);
    expect(names).toEqual(
      expect.arrayContaining(['payments-staging', 'payments-us', 'tools-prod']),
    );
    const first = demoFleet().find(
      ({ spec }) => spec.metadata.name === 'payments-staging',
    );
    expect(first?.scenario).toBe('karpenter-down');
  });
});
