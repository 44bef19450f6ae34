import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  clusterChangePermissions,
  clusterMutePermission,
  clusterReadPermission,
  clusterRenderPermission,
  webhooksManagePermission,
} from '@clusterworks/plugin-clusters-common';
import {
  clusterCredentialsExtensionPoint,
  clusterRendererServiceRef,
  clusterRulesExtensionPoint,
  findingLinksExtensionPoint,
} from '@clusterworks/plugin-clusters-node';
import {
  PlatformRepositories,
  ProposedRanges,
  requiresUserToken,
} from '@clusterworks/plugin-clusters-changes-node';
import { rules } from '@clusterworks/plugin-clusters-health';
import { registerClusterActions } from './actions/registerClusterActions';
import { ChangeFollower } from './changes/ChangeFollower';
import { ClusterCreations } from './changes/ClusterCreations';
import { ClusterChanges } from './changes/ClusterChanges';
import { ClusterMergeReader } from './changes/ClusterMergeReader';
import { DrainPlanner } from './drain/DrainPlanner';
import { createClusters } from './createClusters';
import { createFreezes } from './freezes/createFreezes';
import { ClusterExtensions } from './extensions/ClusterExtensions';
import { readAddressPolicy } from './config/readAddressPolicy';
import { AddressChecks } from './ledger/AddressChecks';
import { Reservations } from './ledger/Reservations';
import { ResponseCache } from './http/ResponseCache';
import { compileRoutes } from './http/compileRoutes';
import { createRouter } from './http/createRouter';
import { warmUp } from './http/warmUp';
import { clusterResourceRef } from './permissions/clusterResourceRef';
import { clusterRules } from './permissions/clusterRules';
import { FleetStore } from './fleet/FleetStore';
import { registerMetrics } from './metrics/registerMetrics';
import { VisibleClusters } from './permissions/VisibleClusters';
import { PreviewRenderer } from './render/PreviewRenderer';
import { createWaves } from './waves/createWaves';
import { openDatabase } from './database/openDatabase';

/**
 * Reads the clusters of the catalog, stores what it observes and serves it over
 * HTTP.
 *
 * @public
 */
export const clustersPlugin = createBackendPlugin({
  pluginId: 'clusters',
  register(registration) {
    const extensions = new ClusterExtensions();
    registration.registerExtensionPoint(clusterRulesExtensionPoint, {
      addRules: (...added) => extensions.addRules(...added),
    });
    registration.registerExtensionPoint(clusterCredentialsExtensionPoint, {
      addProvider: provider => extensions.addProvider(provider),
    });
    registration.registerExtensionPoint(findingLinksExtensionPoint, {
      addLinker: linker => extensions.addLinker(linker),
    });
    registration.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
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
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        renderer: clusterRendererServiceRef,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { lifecycle, permissionsRegistry } = deps;
        const fleet = new FleetStore();
        permissionsRegistry.addPermissions([
          clusterRenderPermission,
          webhooksManagePermission,
        ]);
        permissionsRegistry.addResourceType({
          resourceRef: clusterResourceRef,
          permissions: [
            clusterReadPermission,
            clusterMutePermission,
            ...Object.values(clusterChangePermissions),
          ],
          rules: Object.values(clusterRules),
          getResources: async names =>
            names.map(name => fleet.get(name)?.cluster),
        });
        const now = Date.now;
        const knex = await openDatabase(deps.database);
        const clusters = createClusters({
          ...deps,
          extensions,
          fleet,
          knex,
          applyDecision: createConditionAuthorizer(
            permissionsRegistry.getPermissionRuleset(clusterResourceRef),
          ),
          now,
        });
        registerMetrics(deps.metrics, {
          fleet,
          owned: () => clusters.sessions.owned.length,
          lostRows: clusters.lostRows,
          webhooks: clusters.webhooks.counts,
          now,
        });
        const visible = new VisibleClusters({ ...clusters, fleet });
        const git = {
          repositories: PlatformRepositories.fromConfig(deps.config),
          integrations: ScmIntegrations.fromConfig(deps.config),
        };
        const policy = readAddressPolicy(deps.config);
        const reservations = new Reservations({
          policy,
          proposed: new ProposedRanges(git),
          now,
        });
        const { sessions, access } = clusters;
        const addresses = new AddressChecks({
          ...{ access, fleet, reservations },
          policy: policy.overlaps,
        });
        const previews = new PreviewRenderer({ ...deps, addresses, now });
        const parts = { ...deps, ...git, visible, fleet, knex, addresses, now };
        const changes = new ClusterChanges({ ...parts, sessions });
        const creations = new ClusterCreations({
          ...parts,
          requireUserToken: requiresUserToken(deps.config),
        });
        const freezes = createFreezes({ ...parts, sessions });
        const waves = createWaves({ ...parts, sessions, access });
        registerClusterActions(deps.actions, {
          clusters: visible,
          previews,
          rules: () => [...rules, ...extensions.rules],
        });
        const router = await createRouter({
          ...deps,
          ...clusters,
          fleet,
          bodies: new ResponseCache(fleet),
          visible,
          previews,
          changes,
          creations,
          reservations,
          freezes: freezes.freezes,
          follower: new ChangeFollower({ ...clusters, ...git, fleet, now }),
          merges: new ClusterMergeReader({ ...deps, ...git, now }),
          drains: new DrainPlanner({ sessions, now }),
          waves: waves.waves,
          now,
        });
        await compileRoutes(router);
        deps.httpRouter.use(router);
        const stopped = new AbortController();
        lifecycle.addStartupHook(() => {
          clusters.start();
          freezes.start();
          waves.start();
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
