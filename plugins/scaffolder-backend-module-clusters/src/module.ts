import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  createPullRequestAction,
  createRenderAction,
  createSpecAction,
  createValidateAction,
} from './actions';
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
        config: coreServices.rootConfig,
      },
      async init({ actions, config }) {
        const repositories = PlatformRepositories.fromConfig(config);
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createSpecAction(),
          createValidateAction({ repositories }),
          createRenderAction(),
          createPullRequestAction({ repositories, integrations }),
        );
      },
    });
  },
});
