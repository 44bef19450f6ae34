import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
} from '@backstage/plugin-kubernetes-common';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';

/**
 * Refuses a cluster that would be given a token signed with the portal's AWS
 * credentials at a host which is not an EKS API server. Without this, whoever
 * may register an entity could name a host of their own beside the EKS name of
 * somebody else's cluster, and receive a token that opens it.
 *
 * @throws NotAllowedError naming the entity, the annotation and the host
 */
export function checkApiServer(entity: Entity, guard: ApiServerGuard): void {
  const annotations = entity.metadata.annotations ?? {};
  const provider = annotations[ANNOTATION_KUBERNETES_AUTH_PROVIDER];
  const server = annotations[ANNOTATION_KUBERNETES_API_SERVER];
  if (server === undefined || !ApiServerGuard.isAws(provider)) {
    return;
  }
  const problem = guard.problemOf(server);
  if (problem) {
    throw new NotAllowedError(
      `Cluster "${entity.metadata.name}": annotation ${ANNOTATION_KUBERNETES_API_SERVER} ${problem}`,
    );
  }
}
