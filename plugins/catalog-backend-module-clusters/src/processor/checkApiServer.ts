import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
} from '@backstage/plugin-kubernetes-common';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';

/**
 * Refuses a cluster for which a token, signed with the portal's AWS
 * credentials, would be sent to a host that is not an EKS API server. Otherwise
 * a user who may register an entity could state the user's own host together
 * with the EKS name of another team's cluster, and receive a token that opens
 * that cluster.
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
