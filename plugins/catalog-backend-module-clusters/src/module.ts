import { randomUUID } from 'node:crypto';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { CLUSTER_VERDICT_TOPIC } from '@clusterworks/plugin-clusters-common';
import {
  ApiServerGuard,
  configuredClusterNames,
  clustersServiceRef,
} from '@clusterworks/plugin-clusters-node';
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import { FleetObservations } from './fleet/FleetObservations';
import { ObservationRefresher } from './fleet/ObservationRefresher';
import { ClusterNames } from './processor/ClusterNames';
import { ClusterProcessor } from './processor/ClusterProcessor';
import { ComponentProcessor } from './processor/ComponentProcessor';
import { createFindDiscovered } from './eks/createFindDiscovered';
import type {
  EksClusterProvider,
  EksClusterProviderOptions,
} from './eks/EksClusterProvider';
import { ClusterEntityProvider } from './provider/ClusterEntityProvider';
import { createFindKnownEntity } from './provider/findKnownEntity';

/** Events report changes at once; this interval is for lost events. */
const DEFAULT_COMPARE_MS = 300_000;

/**
 * Brings clusters into the catalog: reads them from the platform repositories
 * and from EKS, checks every cluster entity, and labels it with the
 * observations of the clusters backend.
 *
 * @public
 */
export const catalogModuleClusters = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'clusters',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusters: clustersServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { auth, catalog, clusters, config, logger, scheduler } = deps;
        const key = 'clusters.catalog.observations';
        const compareMs = config.has(key)
          ? durationToMilliseconds(readDurationFromConfig(config, { key }))
          : DEFAULT_COMPARE_MS;
        const observations = new FleetObservations({ auth, clusters, logger });
        const repositories = parsePlatformRepositories(
          config.getOptional('clusters.platformRepositories'),
        );
        const names = new ClusterNames({
          ...{ auth, catalog, repositories },
          configured: configuredClusterNames(config),
        });
        deps.processing.addProcessor(
          new ComponentProcessor(names),
          new ClusterProcessor({
            guard: ApiServerGuard.fromConfig(config),
            names,
            observations,
            labelsObserved:
              config.getOptionalBoolean('clusters.catalog.labels') ?? true,
          }),
        );
        const refresher = new ObservationRefresher({ observations, logger });
        const fromGit = ClusterEntityProvider.fromConfig(config, {
          logger,
          scheduler,
          urlReader: deps.urlReader,
          events: deps.events,
          findKnownEntity: createFindKnownEntity({ auth, catalog }),
        });
        const fromEks = await discoverEks(config, {
          logger,
          scheduler,
          findDiscovered: createFindDiscovered({ auth, catalog }),
          findInGit: () => fromGit.flatMap(provider => provider.read),
          onLeftToGit: () => fromGit.forEach(one => void one.applyAgain()),
        });
        deps.processing.addEntityProvider(refresher, ...fromGit, ...fromEks);
        await deps.events.subscribe({
          // Each instance keeps observations of its own, so each needs all
          // events; instances with the same subscriber id would divide the
          // events among them.
          id: `clusters-verdicts-${randomUUID()}`,
          topics: [CLUSTER_VERDICT_TOPIC],
          onEvent: event => refresher.onEvent(event),
        });
        await scheduler.scheduleTask({
          id: 'clusters-observations:compare',
          scope: 'local',
          frequency: { milliseconds: compareMs },
          timeout: { seconds: 30 },
          fn: () => refresher.compare(),
        });
      },
    });
  },
});

/**
 * Loading AWS's clients takes half a second and 100 MB, so only portals that
 * use them load them.
 */
async function discoverEks(
  config: RootConfigService,
  options: EksClusterProviderOptions,
): Promise<EksClusterProvider[]> {
  if (!config.has('clusters.catalog.eks')) {
    return [];
  }
  const eks = await import('./eks/EksClusterProvider');
  return eks.EksClusterProvider.fromConfig(config, options);
}
