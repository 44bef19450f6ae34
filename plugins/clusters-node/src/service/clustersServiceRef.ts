import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ClustersService } from './ClustersService';
import { DefaultClustersService } from './DefaultClustersService';

/**
 * The client of the clusters backend, as a dependency of other backend plugins
 * and modules.
 *
 * @public
 */
export const clustersServiceRef = createServiceRef<ClustersService>({
  id: 'clusters-client',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new DefaultClustersService(deps),
    }),
});
