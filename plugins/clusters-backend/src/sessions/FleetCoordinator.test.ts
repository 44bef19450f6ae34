import { mockServices } from '@backstage/backend-test-utils';
import { waitFor } from '@clusterworks/test-support';
import { impatientLimits } from '../__testUtils__/readerUnderTest';
import { startTestClusters } from '../__testUtils__/startTestClusters';
import { knownCluster } from '../__testUtils__/knownCluster';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import type { KnownCluster } from '../discovery/KnownCluster';
import { FleetStore } from '../fleet/FleetStore';
import {
  type ClusterOwnership,
  SoleOwnership,
} from '../ownership/ClusterOwnership';
import { ClusterReader, createReaderGates } from '../reader';
import {
  FleetCoordinator,
  type FleetCoordinatorOptions,
} from './FleetCoordinator';
import { SessionManager } from './SessionManager';

/** A cluster with an API server that does not answer. */
function unreachable(name: string): KnownCluster {
  return {
    ...knownCluster(name),
    provisioned: true,
    details: {
      name,
      url: 'https://127.0.0.1:1',
      authMetadata: {},
      skipTLSVerify: false,
    },
  };
}

function coordinated(
  clusters: KnownCluster[],
  discover: () => Promise<KnownCluster[]> = async () => clusters,
  others: Partial<FleetCoordinatorOptions> = {},
) {
  const fleet = new FleetStore();
  const logger = mockServices.logger.mock();
  const sessions = new SessionManager({
    ...{ fleet, logger, limits: impatientLimits, assessMs: 60_000 },
    gates: createReaderGates(),
    target: ({ name }) => ({
      name,
      url: 'https://127.0.0.1:1',
      credentials: {
        get: async () => ({ type: 'bearer' as const, token: 'x' }),
        invalidate() {},
      },
    }),
    loadStates: async () => new Map(),
    now: Date.now,
  });
  const coordinator = new FleetCoordinator({
    ...{ fleet, sessions, logger, discoveryMs: 60_000, handoverMs: 60_000 },
    discovery: { discover },
    identities: { settle: async () => [...clusters] },
    ownership: new SoleOwnership(),
    ...others,
  });
  return { fleet, sessions, coordinator, logger };
}

describe('FleetCoordinator', () => {
  afterEach(() => jest.restoreAllMocks());

  it('reads existing clusters, and drops removed ones', async () => {
    const clusters = [unreachable('a'), knownCluster('b')];
    const { fleet, sessions, coordinator } = coordinated(clusters);
    await coordinator.refresh();
    expect(sessions.owned).toEqual(['a', 'b']);
    expect(sessions.owns('a')).toBe(true);
    clusters.splice(0, 1, knownCluster('c'));
    await coordinator.refresh();
    expect(sessions.owned).toEqual(['b', 'c']);
    expect(fleet.entries.map(({ cluster }) => cluster.name)).toEqual([
      'b',
      'c',
    ]);
    await coordinator.stop();
    expect(sessions.owned).toEqual([]);
  });

  it('waits for others to take its clusters over, but no longer than it may', async () => {
    const clusters = [unreachable('a')];
    let isTaken = false;
    const ownership: ClusterOwnership = {
      settle: async () => ({
        owned: new Set(isTaken ? [] : ['a']),
        ...{ coming: new Set<string>(), isMoving: false, hasOthers: true },
      }),
      leave() {},
      async release() {},
    };
    const leave = async (handoverMs: number) => {
      const { coordinator, sessions } = coordinated(clusters, undefined, {
        ...{ ownership, handoverMs, settleMs: 20 },
      });
      await coordinator.refresh();
      await coordinator.leave();
      const left = sessions.owned;
      await coordinator.stop();
      return left;
    };
    const began = performance.now();
    expect(await leave(100)).toEqual(['a']);
    expect(performance.now() - began).toBeLessThan(10_000);
    setTimeout(() => {
      isTaken = true;
    }, 100);
    expect(await leave(60_000)).toEqual([]);
  });

  it('takes no part in the distribution before it knows the clusters', async () => {
    const settle = jest.spyOn(SoleOwnership.prototype, 'settle');
    let isDown = true;
    const { coordinator } = coordinated([knownCluster('a')], async () => {
      if (isDown) {
        throw new Error('The catalog is down');
      }
      return [];
    });
    jest.useFakeTimers();
    coordinator.start();
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    expect(settle).not.toHaveBeenCalled();
    isDown = false;
    await coordinator.refresh();
    expect(settle).toHaveBeenCalledTimes(1);
    await coordinator.stop();
  });

  it('waits for no server when a cluster goes, moves, or all end', async () => {
    const stop = jest.spyOn(ClusterReader.prototype, 'stop');
    const clusters = [unreachable('moves'), unreachable('goes')];
    const { sessions, coordinator } = coordinated(clusters);
    await coordinator.refresh();
    const readers = () => stop.mock.contexts as ClusterReader[];
    stop.mockReturnValue(new Promise(() => {}));
    clusters.splice(0, 2, knownCluster('moves'), knownCluster('new'));
    await coordinator.refresh();
    expect(sessions.owned).toEqual(['moves', 'new']);
    const started = performance.now();
    await coordinator.stop();
    expect(performance.now() - started).toBeLessThan(10_000);
    // The stop that was blocked completes in the end.
    const left = readers();
    expect(left.length).toBeGreaterThanOrEqual(2);
    stop.mockRestore();
    await Promise.all(left.map(reader => reader.stop()));
  });

  it('reads the others when one cannot be connected to', async () => {
    const test = await startTestClusters({
      entities: [clusterEntity('good')],
      config: {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'bad',
                  url: 'https://127.0.0.1:1',
                  authProvider: 'aws',
                  caFile: '/there/is/no/such/file',
                },
              ],
            },
            { type: 'catalog' },
          ],
        },
      },
    });
    try {
      await waitFor(() => expect(test.row('good')).toBeDefined());
      expect(test.row('bad')?.connection).toMatchObject({
        state: 'forbidden',
        message: 'Its connection cannot be used; the log says why',
      });
    } finally {
      await test.stop();
    }
  });
});
