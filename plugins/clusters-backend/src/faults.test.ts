import {
  customResourceDefinition,
  clusterCustomKinds,
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from './__testUtils__/clusterEntity';
import { testAwsKeys } from './__testUtils__/startClustersBackend';
import {
  startTestClusters,
  type TestClusters,
} from './__testUtils__/startTestClusters';

const node = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name },
});

function start(id: string) {
  return startSimulatedCluster({
    id,
    auth: {
      type: 'eks',
      keys: testAwsKeys,
      groups: ['clusterworks:readers'],
    },
    objects: [node(`${id}-1`)],
  });
}

const nodePools = clusterCustomKinds.find(
  ({ plural }) => plural === 'nodepools',
);

interface FaultCase {
  fault: string;
  /** Causes the fault; returns a function that repairs it. */
  inject(cluster: SimulatedCluster): (() => unknown) | Promise<() => unknown>;
  connection: string;
  message?: RegExp;
  /** The state of one source in the API's answer. */
  source: [name: string, state: string, reason?: RegExp];
}

/** Makes every feed list and watch again, as after a long interruption. */
function startOver(cluster: SimulatedCluster): void {
  cluster.compact();
  cluster.dropWatches();
}

const cases: FaultCase[] = [
  {
    fault: 'API server is down',
    async inject(cluster) {
      await cluster.pause();
      return () => cluster.resume();
    },
    connection: 'unreachable',
    message: /connection refused/,
    source: ['nodes', 'unreachable', /connection refused/],
  },
  {
    fault: 'API server hangs',
    inject: cluster => cluster.faults.add({ type: 'hang' }),
    connection: 'unreachable',
    message: /no answer within 2 s/,
    source: ['nodes', 'unreachable', /no answer within/],
  },
  {
    fault: 'API server is slow',
    inject: cluster => {
      const mend = cluster.faults.add({ type: 'slow', delayMs: 300 });
      startOver(cluster);
      return mend;
    },
    connection: 'live',
    source: ['nodes', 'ok'],
  },
  {
    fault: '401',
    inject: cluster => {
      const mend = cluster.faults.add({ type: 'status', code: 401 });
      startOver(cluster);
      return mend;
    },
    connection: 'forbidden',
    message: /^401/,
    source: ['nodes', 'forbidden', /^401/],
  },
  {
    fault: '403 on one kind',
    inject: cluster => {
      const resource = 'nodepools.karpenter.sh';
      const mend = cluster.faults.add(
        { type: 'status', code: 403 },
        { resource },
      );
      cluster.dropWatches(resource);
      return mend;
    },
    connection: 'live',
    source: ['nodepools', 'forbidden', /^403: not allowed to .* nodepools/],
  },
  {
    fault: 'CRD removed and installed again',
    inject: cluster => {
      const definition = customResourceDefinition(
        nodePools as NonNullable<typeof nodePools>,
        '2026-11-22T10:00:00Z',
      );
      cluster.delete(definition);
      cluster.dropWatches('nodepools.karpenter.sh');
      return () => cluster.apply(definition);
    },
    connection: 'live',
    source: ['nodepools', 'notInstalled', /^404/],
  },
  {
    fault: '410',
    inject: cluster => {
      startOver(cluster);
      return () => {};
    },
    connection: 'live',
    source: ['nodes', 'ok'],
  },
  {
    fault: '429',
    inject: cluster => {
      const mend = cluster.faults.add({ type: 'status', code: 429 });
      startOver(cluster);
      return mend;
    },
    connection: 'stale',
    message: /^429/,
    source: ['nodes', 'stale', /^429/],
  },
  {
    fault: '500 for lists',
    inject: cluster => {
      const mend = cluster.faults.add(
        { type: 'status', code: 500 },
        { verb: 'list' },
      );
      startOver(cluster);
      return mend;
    },
    connection: 'stale',
    message: /^500/,
    source: ['nodes', 'stale', /^500/],
  },
  {
    fault: 'truncated JSON',
    inject: cluster => {
      const mend = cluster.faults.add({ type: 'truncate' }, { verb: 'list' });
      startOver(cluster);
      return mend;
    },
    connection: 'stale',
    source: ['nodes', 'stale', /not what the Kubernetes API promises/],
  },
  {
    fault: 'malformed JSON',
    inject: cluster => {
      const mend = cluster.faults.add({ type: 'malformed' }, { verb: 'list' });
      startOver(cluster);
      return mend;
    },
    connection: 'stale',
    source: ['nodes', 'stale', /not what the Kubernetes API promises/],
  },
  {
    fault: 'a list of 36 MB',
    inject: cluster => {
      const mend = cluster.faults.add(
        { type: 'flood', bytes: 36_000_000 },
        { verb: 'list', resource: 'nodes' },
      );
      startOver(cluster);
      return mend;
    },
    connection: 'stale',
    source: ['nodes', 'stale', /exceeds 32 MiB/],
  },
  {
    fault: 'connections reset',
    inject: cluster => {
      const mend = cluster.faults.add({ type: 'reset' });
      cluster.dropConnections();
      return mend;
    },
    connection: 'unreachable',
    source: ['nodes', 'unreachable'],
  },
  ...[10, -10].map(
    (minutes): FaultCase => ({
      fault: `clock ${Math.abs(minutes)} min ${
        minutes > 0 ? 'ahead' : 'behind'
      }`,
      inject: cluster => {
        const mend = cluster.faults.add({
          type: 'skew',
          aheadMs: minutes * 60_000,
        });
        startOver(cluster);
        return () => {
          mend();
          startOver(cluster);
        };
      },
      connection: 'live',
      message: minutes > 0 ? /10 min ahead of/ : /10 min behind/,
      source: ['nodes', 'ok'],
    }),
  ),
  {
    fault: 'certificate of another authority',
    inject: cluster => {
      cluster.breakTls();
      cluster.dropConnections();
      return () => {
        cluster.repairTls();
      };
    },
    connection: 'unreachable',
    message: /certificate was refused/,
    source: ['nodes', 'unreachable', /certificate was refused/],
  },
];

describe('one faulty cluster among others', () => {
  let faulty: SimulatedCluster;
  let other: SimulatedCluster;
  let test: TestClusters;
  let added = 1;

  beforeAll(async () => {
    faulty = await start('faulty');
    other = await start('other');
    test = await startTestClusters({
      entities: [
        clusterEntity('faulty', faulty),
        clusterEntity('other', other),
      ],
    });
  });

  afterAll(async () => {
    await test?.stop();
    await faulty?.stop();
    await other?.stop();
  });

  async function expectLive() {
    await waitFor(() => {
      expect(test.row('faulty')?.connection.state).toBe('live');
      expect(test.row('other')?.connection.state).toBe('live');
      expect(test.row('faulty')?.connection.message).toBeUndefined();
      expect(test.source('faulty', 'nodes')?.state).toBe('ok');
      expect(test.source('faulty', 'nodepools')?.state).toBe('ok');
    });
  }

  it.each(cases)(
    '$fault: says so, leaves the others alone, and recovers',
    async ({ inject, connection, message, source }) => {
      await expectLive();
      const untouched = test.row('other')?.connection;
      const mend = await inject(faulty);
      try {
        await waitFor(() => {
          expect(test.row('faulty')?.connection.state).toBe(connection);
          expect(test.row('faulty')?.connection.message ?? '').toMatch(
            message ?? /^/,
          );
          const [name, state, reason] = source;
          const seen = test.source('faulty', name);
          expect(seen?.state).toBe(state);
          expect(seen?.reason ?? '').toMatch(reason ?? /^/);
        });
        // The other clusters are still followed, not only shown from memory.
        added += 1;
        other.apply(node(`other-${added}`));
        await waitFor(() =>
          expect(test.row('other')?.nodes).toEqual({
            certainty: 'exact',
            value: added,
          }),
        );
        expect(test.row('other')?.connection).toEqual(untouched);
      } finally {
        await mend();
      }
      await expectLive();
    },
  );
});
