import type { lookup } from 'node:dns';
import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { type Clusters, createClusters } from '../createClusters';
import { ClusterExtensions } from '../extensions/ClusterExtensions';
import { FleetStore } from '../fleet/FleetStore';
import type { ReaderLimits } from '../reader';
import { openTestDatabase } from './openTestDatabase';
import { impatientLimits } from './readerUnderTest';
import { testAwsKeys } from './startClustersBackend';

/** The plugin's parts without HTTP; clusters on loopback are allowed. */
export interface TestClusters {
  clusters: Clusters;
  fleet: FleetStore;
  knex: Knex;
  row(name: string): FleetRow | undefined;
  /** Key of a cluster that is in the fleet. */
  identityOf(name: string): string;
  /** State and reason of a source of a cluster. */
  source(
    cluster: string,
    name: string,
  ): { state: string; reason?: string } | undefined;
  stop(): Promise<void>;
}

/** Starts the plugin without HTTP and with short deadlines. */
export async function startTestClusters(options: {
  entities: Entity[];
  knex?: Knex;
  logger?: LoggerService;
  config?: object;
  sharing?: { leaseMs: number; settleMs: number };
  notifications?: NotificationService;
  /** Deadlines; very short ones by default. */
  limits?: ReaderLimits;
  /** Resolves host names instead of the machine's resolver. */
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
    notifications: options.notifications ?? { async send() {} },
    fleet,
    extensions: new ClusterExtensions(),
    resolve: options.resolve,
    applyDecision: () => true,
    limits: options.limits ?? impatientLimits,
    sharing: options.sharing,
    now: Date.now,
  });
  clusters.start();
  return {
    clusters,
    fleet,
    knex,
    row: name => fleet.get(name)?.row,
    identityOf: name => fleet.get(name)?.cluster.identity ?? '',
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
