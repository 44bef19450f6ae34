import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  clusterReadPermission,
  clusterRenderPermission,
} from '@clusterworks/plugin-clusters-common';
import {
  clusterCredentialsExtensionPoint,
  clusterRulesExtensionPoint,
  findingLinksExtensionPoint,
} from '@clusterworks/plugin-clusters-node';
import { createClusters } from './createClusters';
import { ClusterExtensions } from './extensions/ClusterExtensions';
import { ResponseCache } from './http/ResponseCache';
import { createRouter } from './http/createRouter';
import { warmUp } from './http/warmUp';
import { clusterResourceRef } from './permissions/clusterResourceRef';
import { clusterRules } from './permissions/clusterRules';
import { FleetStore } from './fleet/FleetStore';
import { registerMetrics } from './metrics/registerMetrics';
import { openDatabase } from './database/openDatabase';

/**
 * Reads the clusters of the catalog, remembers what it saw and serves it.
 *
 * @public
 */
export const clustersPlugin = createBackendPlugin({
  pluginId: 'clusters',
  register(registration) {
    const extensions = new ClusterExtensions();
    registration.registerExtensionPoint(clusterRulesExtensionPoint, {
      addRules: (...rules) => extensions.addRules(...rules),
    });
    registration.registerExtensionPoint(clusterCredentialsExtensionPoint, {
      addProvider: provider => extensions.addProvider(provider),
    });
    registration.registerExtensionPoint(findingLinksExtensionPoint, {
      addLinker: linker => extensions.addLinker(linker),
    });
    registration.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { lifecycle, permissionsRegistry } = deps;
        const fleet = new FleetStore();
        permissionsRegistry.addPermissions([clusterRenderPermission]);
        permissionsRegistry.addResourceType({
          resourceRef: clusterResourceRef,
          permissions: [clusterReadPermission],
          rules: Object.values(clusterRules),
          getResources: async names =>
            names.map(name => fleet.get(name)?.cluster),
        });
        const now = Date.now;
        const clusters = createClusters({
          ...deps,
          extensions,
          fleet,
          knex: await openDatabase(deps.database),
          applyDecision: createConditionAuthorizer(
            permissionsRegistry.getPermissionRuleset(clusterResourceRef),
          ),
          now,
        });
        registerMetrics(deps.metrics, {
          fleet,
          owned: () => clusters.sessions.owned.length,
          lostRows: clusters.lostRows,
          now,
        });
        deps.httpRouter.use(
          await createRouter({
            ...deps,
            ...clusters,
            fleet,
            bodies: new ResponseCache(fleet),
            now,
          }),
        );
        const stopped = new AbortController();
        lifecycle.addStartupHook(() => {
          clusters.start();
          void warmUp({ ...deps, signal: stopped.signal });
        });
        lifecycle.addShutdownHook(async () => {
          stopped.abort();
          await clusters.stop();
        });
      },
    });
  },
});
