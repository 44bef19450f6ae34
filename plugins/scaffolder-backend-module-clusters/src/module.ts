import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  createPullRequestAction,
  createRenderAction,
  createSpecAction,
  createValidateAction,
} from './actions';
import { FleetAddresses } from './fleet/FleetAddresses';
import { PlatformRepositories } from './github/PlatformRepositories';

/**
 * Adds the actions `clusters:spec`, `clusters:validate`, `clusters:render` and
 * `clusters:pull-request` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleClusters = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'clusters',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ actions, catalog, config }) {
        const addresses = new FleetAddresses(catalog);
        const repositories = PlatformRepositories.fromConfig(config);
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createSpecAction(),
          createValidateAction({ repositories, addresses }),
          createRenderAction(),
          createPullRequestAction({ repositories, integrations, addresses }),
        );
      },
    });
  },
});
