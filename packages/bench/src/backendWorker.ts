import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { benchPolicy, policyQuestions } from './benchPolicy';
import {
  clusterEntity,
  startClustersBackend,
} from './clustersBackendInternals';
import { permissionHttpAuth } from './permissionHttpAuth';
import { serve } from './lib/worker';
import { sizeOfDatabase } from './lib/sizeOfDatabase';
import { type PluginParts, probeModule } from './soak/probeModule';

const delay = monitorEventLoopDelay({ resolution: 5 });
let parts: PluginParts | undefined;

/**
 * One entity for each cluster, which both plugins understand, and one for the
 * whole fleet.
 */
function entitiesOf(
  clusters: { id: string; url: string; caData: string }[],
): Entity[] {
  const selector = {
    'backstage.io/kubernetes-label-selector': '!backstage.io/never',
  };
  return [
    ...clusters.map(({ id, url, caData }) =>
      clusterEntity(id, {
        url,
        caData,
        annotations: { ...selector, 'backstage.io/kubernetes-cluster': id },
      }),
    ),
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'fleet', annotations: selector },
      spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
    },
  ];
}

serve({
  /**
   * @param directory - where the databases are: in memory they would take 0.1 MB
   *   for each cluster, which no portal has there
   */
  async start({
    clusters,
    directory,
  }: {
    clusters: { id: string; url: string; caData: string }[];
    directory: string;
  }) {
    const { server } = await startClustersBackend({
      entities: entitiesOf(clusters),
      features: [
        kubernetesPlugin,
        // As in a portal, each permission request goes to the permission
        // backend by HTTP.
        permissionPlugin,
        benchPolicy,
        permissionsServiceFactory,
        permissionHttpAuth,
        probeModule(found => {
          parts = found;
        }),
        mockServices.rootLogger.factory({ level: 'none' }),
      ],
      config: {
        backend: {
          baseUrl: 'http://localhost',
          database: { client: 'better-sqlite3', connection: { directory } },
        },
        permission: { enabled: true },
        kubernetes: {
          serviceLocatorMethod: { type: 'singleTenant' },
          clusterLocatorMethods: [
            {
              type: 'catalog',
              dangerouslyAllowClusterUrls: ['127.0.0.1'],
              skipMetricsLookup: true,
            },
          ],
        },
      },
    });
    delay.enable();
    return {
      url: `http://127.0.0.1:${server.port()}`,
      token: mockCredentials.user.token(),
    };
  },
  policyQuestions,
  /** CPU used so far in milliseconds, and memory in MB. */
  usage() {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, external } = process.memoryUsage();
    return {
      cpuMs: (user + system) / 1_000,
      rssMb: rss / 1e6,
      heapMb: heapUsed / 1e6,
      externalMb: external / 1e6,
    };
  },
  /** Size of the plugin's database in MB, and the rows of each of its tables. */
  async database() {
    if (!parts) {
      throw new Error('The plugin has not started');
    }
    return await sizeOfDatabase(parts.knex);
  },
  /** Longest stall of the event loop since the last call, in milliseconds. */
  stall() {
    const { max } = delay;
    delay.reset();
    return max / 1e6;
  },
});
