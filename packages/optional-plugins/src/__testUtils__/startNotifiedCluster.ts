import type { BackendFeature } from '@backstage/backend-plugin-api';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { nodeClass, nodePool } from '@clusterworks/kube-fixtures';
import { startSimulatedCluster } from '@clusterworks/kube-simulator';
import {
  clusterEntity,
  startClustersBackend,
  testAwsKeys,
} from './clustersBackendInternals';

const base = { apiVersion: 'backstage.io/v1alpha1' };

function member(name: string, email?: string) {
  return {
    ...base,
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: email ? { email } : {} },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  };
}

/**
 * A portal with a processor of notifications, and a critical cluster `x` of the
 * group payments, of whose members ada has an address.
 */
export async function startNotifiedCluster(options: {
  processor: BackendFeature;
  /** `notifications.processors`. */
  processors: Record<string, object>;
}) {
  const cluster = await startSimulatedCluster({
    id: 'x',
    auth: { type: 'eks', keys: testAwsKeys, groups: ['clusterworks:readers'] },
    objects: [
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: 'n', creationTimestamp: '2026-01-01T00:00:00Z' },
      },
    ],
  });
  const group = {
    ...base,
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default' },
    spec: {},
    relations: ['ada', 'bob'].map(name => ({
      type: 'hasMember',
      targetRef: `user:default/${name}`,
    })),
  };
  const { server } = await startClustersBackend({
    entities: [
      member('ada', 'ada@example.com'),
      ...[member('bob'), group],
      clusterEntity('x', { ...cluster, owner: 'group:default/payments' }),
    ],
    features: [notificationsPlugin, options.processor],
    config: {
      app: { baseUrl: 'https://portal.example.com' },
      notifications: { processors: options.processors as never },
      clusters: {
        guard: { allowedApiServerHosts: ['127.0.0.1'] },
        reader: { judge: { seconds: 1 } },
        notifications: { confirm: { seconds: 1 }, resolve: { seconds: 1 } },
      },
    },
  });
  return {
    /** Gives the cluster the objects that it lacks. */
    mend() {
      cluster.apply(nodePool('general') as never);
      cluster.apply(nodeClass('general') as never);
    },
    async stop() {
      await server.stop();
      await cluster.stop();
    },
  };
}
