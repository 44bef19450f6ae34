import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  overlapPolicyOf,
  PlatformRepositories,
  ProposedRanges,
  requiresUserToken,
} from '@clusterworks/plugin-clusters-changes-node';
import {
  clusterRendererServiceRef,
  clustersServiceRef,
} from '@clusterworks/plugin-clusters-node';
import {
  ClusterRights,
  createChangeAction,
  createPlatformAction,
  createPullRequestAction,
  createRenderAction,
  createSpecAction,
  createValidateAction,
} from './actions';
import { FleetAddresses } from './fleet/FleetAddresses';

/**
 * Adds the actions `clusters:spec`, `clusters:validate`, `clusters:render`,
 * `clusters:pull-request`, `clusters:change` and `clusters:platform` to the
 * scaffolder.
 *
 * @internal
 */
export const scaffolderModuleClusters = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'clusters',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusters: clustersServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        renderer: clusterRendererServiceRef,
      },
      async init(deps) {
        const { actions, auth, catalog, clusters, config } = deps;
        const { permissions, renderer } = deps;
        const repositories = PlatformRepositories.fromConfig(config);
        const integrations = ScmIntegrations.fromConfig(config);
        const addresses = new FleetAddresses({
          ...{ auth, catalog },
          proposed: new ProposedRanges({ repositories, integrations }),
          policy: overlapPolicyOf(config),
        });
        const rights = new ClusterRights({
          catalog,
          permissions,
          repositories,
        });
        for (const problem of repositories.hostProblems(integrations)) {
          deps.logger.warn(problem);
        }
        const requireScmUserCredentials = requiresUserToken(config);
        actions.addActions(
          createSpecAction(),
          createValidateAction({ repositories, addresses, renderer }),
          createRenderAction({ renderer }),
          createPullRequestAction({
            repositories,
            integrations,
            addresses,
            renderer,
            rights,
            requireScmUserCredentials,
          }),
          createChangeAction({
            ...{ repositories, integrations, addresses, renderer },
            ...{ clusters, rights, requireScmUserCredentials },
          }),
          createPlatformAction({
            ...{ repositories, integrations, permissions },
            requireScmUserCredentials,
          }),
        );
      },
    });
  },
});
