import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ClusterRenderer } from './ClusterRenderer';
import { RenderThread } from './RenderThread';

/**
 * The one {@link ClusterRenderer} of a backend, which all plugins and modules
 * share.
 *
 * @public
 */
export const clusterRendererServiceRef = createServiceRef<ClusterRenderer>({
  id: 'clusters-renderer',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { lifecycle: coreServices.rootLifecycle },
      factory({ lifecycle }) {
        const thread = new RenderThread();
        lifecycle.addShutdownHook(() => thread.stop());
        return thread;
      },
    }),
});
