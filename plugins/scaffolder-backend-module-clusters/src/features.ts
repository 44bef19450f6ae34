import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { scaffolderModuleClusters } from './module';
import { catalogModuleClusterTemplates } from './template/templatesModule';

/**
 * All that this package adds to a backend: actions to the scaffolder, and with
 * `clusters.templates` the templates that run them to the catalog.
 *
 * @public
 */
export const scaffolderClusters = createBackendFeatureLoader({
  loader: () => [scaffolderModuleClusters, catalogModuleClusterTemplates],
});
