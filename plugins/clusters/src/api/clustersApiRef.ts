import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ClustersApi } from '@clusterworks/plugin-clusters-common';

/**
 * The clusters backend, as the pages see it.
 *
 * @public
 */
export const clustersApiRef = createApiRef<ClustersApi>().with({
  id: 'plugin.clusters.client',
  pluginId: 'clusters',
});
