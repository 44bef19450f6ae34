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
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import { FleetObservations } from './fleet/FleetObservations';
import { ObservationRefresher } from './fleet/ObservationRefresher';
import { ClusterNames } from './processor/ClusterNames';
import { ClusterProcessor } from './processor/ClusterProcessor';
import { ClusterEntityProvider } from './provider/ClusterEntityProvider';
import { createFindKnownEntity } from './provider/findKnownEntity';

const DEFAULT_OBSERVATIONS_MS = 15_000;

/**
 * Brings clusters into the catalog: reads them from the platform repositories,
 * guards every cluster entity, and labels it with what the clusters backend sees.
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
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { auth, catalog, config, discovery, logger, scheduler } = deps;
        const key = 'clusters.catalog.observations';
        const maxAgeMs = config.has(key)
          ? durationToMilliseconds(readDurationFromConfig(config, { key }))
          : DEFAULT_OBSERVATIONS_MS;
        const observations = new FleetObservations({
          auth,
          discovery,
          logger,
          maxAgeMs,
        });
        const repositories = parsePlatformRepositories(
          config.getOptional('clusters.platformRepositories'),
        );
        deps.processing.addProcessor(
          new ClusterProcessor({
            allowedApiServerHosts:
              config.getOptionalStringArray(
                'clusters.guard.allowedApiServerHosts',
              ) ?? [],
            names: new ClusterNames({ auth, catalog, repositories }),
            observations,
          }),
        );
        const refresher = new ObservationRefresher(observations);
        deps.processing.addEntityProvider(
          refresher,
          ...ClusterEntityProvider.fromConfig(config, {
            logger,
            scheduler,
            urlReader: deps.urlReader,
            events: deps.events,
            findKnownEntity: createFindKnownEntity({ auth, catalog }),
          }),
        );
        await scheduler.scheduleTask({
          id: 'clusters-observations:refresh',
          // Each instance has its own answer to compare with.
          scope: 'local',
          frequency: { milliseconds: maxAgeMs },
          timeout: { seconds: 30 },
          fn: () => refresher.refresh(),
        });
      },
    });
  },
});
