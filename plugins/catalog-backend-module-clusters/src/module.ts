import { randomUUID } from 'node:crypto';
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
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import { FleetObservations } from './fleet/FleetObservations';
import { ObservationRefresher } from './fleet/ObservationRefresher';
import { ClusterNames } from './processor/ClusterNames';
import { ClusterProcessor } from './processor/ClusterProcessor';
import { ClusterEntityProvider } from './provider/ClusterEntityProvider';
import { createFindKnownEntity } from './provider/findKnownEntity';

/** Events come at once; this is for those that were lost. */
const DEFAULT_COMPARE_MS = 300_000;

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
        const compareMs = config.has(key)
          ? durationToMilliseconds(readDurationFromConfig(config, { key }))
          : DEFAULT_COMPARE_MS;
        const observations = new FleetObservations({ auth, discovery, logger });
        const repositories = parsePlatformRepositories(
          config.getOptional('clusters.platformRepositories'),
        );
        deps.processing.addProcessor(
          new ClusterProcessor({
            guard: ApiServerGuard.fromConfig(config),
            names: new ClusterNames({ auth, catalog, repositories }),
            observations,
          }),
        );
        const refresher = new ObservationRefresher({ observations, logger });
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
        await deps.events.subscribe({
          // Each instance has observations of its own, so each gets all events;
          // instances of one name would share them out.
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
