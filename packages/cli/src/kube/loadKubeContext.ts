import { InputError, NotFoundError } from '@backstage/errors';
import type { KubeConnection } from './KubeConnection';

/**
 * Reads a context of the caller's kubeconfig (`KUBECONFIG`, else
 * `~/.kube/config`), with its certificates, tokens and exec plugins.
 *
 * @throws NotFoundError naming the contexts that exist
 */
export async function loadKubeContext(name: string): Promise<KubeConnection> {
  // Loaded only when needed: the library takes a second to load.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromDefault();
  const names = config.getContexts().map(context => context.name);
  if (!names.includes(name)) {
    throw new NotFoundError(
      `There is no context '${name}' in the kubeconfig; there is: ${
        names.join(', ') || 'none'
      }`,
    );
  }
  config.setCurrentContext(name);
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new InputError(`Context '${name}' names a cluster that is not there`);
  }
  return {
    server: cluster.server,
    clusterName: cluster.name,
    authorize: options => config.applyToHTTPSOptions(options),
  };
}
