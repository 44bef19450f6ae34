import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ClusterTemplateProvider } from './ClusterTemplateProvider';

/** Brings the templates of this package into the catalog. */
export const catalogModuleClusterTemplates = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'cluster-templates',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ config, processing }) {
        processing.addEntityProvider(
          ClusterTemplateProvider.fromConfig(config),
        );
      },
    });
  },
});
