import type { lookup } from 'node:dns';
import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { type Clusters, createClusters } from '../createClusters';
import { ClusterExtensions } from '../extensions/ClusterExtensions';
import { FleetStore } from '../fleet/FleetStore';
import { openTestDatabase } from './openTestDatabase';
import { impatientLimits } from './readerUnderTest';
import { testAwsKeys } from './startClustersBackend';

/** The plugin without HTTP, with clusters on loopback allowed. */
export interface TestClusters {
  clusters: Clusters;
  fleet: FleetStore;
  knex: Knex;
  row(name: string): FleetRow | undefined;
  /** State and reason of a source of a cluster. */
  source(
    cluster: string,
    name: string,
  ): { state: string; reason?: string } | undefined;
  stop(): Promise<void>;
}

/** Starts the plugin without HTTP, and with little patience. */
export async function startTestClusters(options: {
  entities: Entity[];
  knex?: Knex;
  logger?: LoggerService;
  config?: object;
  sharing?: { leaseMs: number; settleMs: number };
  /** Looks host names up, in place of the machine. */
  resolve?: typeof lookup;
}): Promise<TestClusters> {
  const fleet = new FleetStore();
  const knex = options.knex ?? (await openTestDatabase());
  const clusters = createClusters({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: options.entities }),
    config: mockServices.rootConfig({
      data: {
        aws: { mainAccount: testAwsKeys },
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
          ],
        },
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          reader: { judge: { seconds: 1 } },
        },
        ...options.config,
      },
    }),
    knex,
    logger: options.logger ?? mockServices.rootLogger({ level: 'none' }),
    permissions: mockServices.permissions(),
    events: mockServices.events(),
    scheduler: mockServices.scheduler(),
    signals: { async publish() {} },
    fleet,
    extensions: new ClusterExtensions(),
    resolve: options.resolve,
    applyDecision: () => true,
    limits: impatientLimits,
    sharing: options.sharing,
    now: Date.now,
  });
  clusters.start();
  return {
    clusters,
    fleet,
    knex,
    row: name => fleet.get(name)?.row,
    source: (cluster, name) =>
      fleet
        .get(cluster)
        ?.body.assessment()
        ?.sources.find(source => source.name === name),
    async stop() {
      await clusters.stop();
      if (!options.knex) {
        await knex.destroy();
      }
    },
  };
}
