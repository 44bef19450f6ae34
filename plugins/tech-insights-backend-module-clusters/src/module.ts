import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { clustersServiceRef } from '@clusterworks/plugin-clusters-node';
import { createClusterFactRetriever } from './createClusterFactRetriever';

/**
 * Adds the fact retriever `clusters` to Tech Insights.
 *
 * @public
 */
export const techInsightsModuleClusters = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'clusters',
  register(registration) {
    registration.registerInit({
      deps: {
        auth: coreServices.auth,
        clusters: clustersServiceRef,
        retrievers: techInsightsFactRetrieversExtensionPoint,
      },
      async init({ auth, clusters, retrievers }) {
        const clusterRetriever = createClusterFactRetriever({
          ...{ auth, clusters },
          now: Date.now,
        });
        retrievers.addFactRetrievers({ clusters: clusterRetriever });
      },
    });
  },
});
