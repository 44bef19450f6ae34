import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { clustersServiceRef } from '@clusterworks/plugin-clusters-node';
import { ClusterCollatorFactory } from './ClusterCollatorFactory';

const KEY = 'search.collators.clusters.schedule';

/**
 * Indexes clusters for the search.
 *
 * @public
 */
export const searchModuleClusters = createBackendModule({
  pluginId: 'search',
  moduleId: 'clusters-collator',
  register(registration) {
    registration.registerInit({
      deps: {
        auth: coreServices.auth,
        clusters: clustersServiceRef,
        config: coreServices.rootConfig,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, clusters, config, indexRegistry, scheduler }) {
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(scheduleOf(config)),
          factory: new ClusterCollatorFactory({ auth, clusters }),
        });
      },
    });
  },
});

function scheduleOf(config: RootConfigService) {
  return config.has(KEY)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(KEY),
      )
    : {
        frequency: { minutes: 10 },
        timeout: { minutes: 5 },
        // The clusters backend starts at the same time.
        initialDelay: { seconds: 30 },
      };
}
