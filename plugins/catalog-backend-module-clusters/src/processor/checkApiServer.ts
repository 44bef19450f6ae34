import { Entity } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
} from '@backstage/plugin-kubernetes-common';

/** All EKS API servers, in the partitions aws, aws-us-gov and aws-cn. */
const EKS_HOSTS = ['*.eks.amazonaws.com', '*.eks.amazonaws.com.cn'];

/**
 * Refuses a cluster that would be given a token signed with the portal's AWS
 * credentials at a host which is not an EKS API server. Without this, whoever
 * may register an entity could name a host of their own beside the EKS name of
 * somebody else's cluster, and receive a token that opens it.
 *
 * @param allowedHosts - exact hosts or `*.suffix`, from
 * `clusters.guard.allowedApiServerHosts`
 * @throws NotAllowedError naming the entity, the annotation and the host
 */
export function checkApiServer(
  entity: Entity,
  allowedHosts: readonly string[],
): void {
  const annotations = entity.metadata.annotations ?? {};
  const provider = annotations[ANNOTATION_KUBERNETES_AUTH_PROVIDER];
  const server = annotations[ANNOTATION_KUBERNETES_API_SERVER];
  if (server === undefined || provider?.trim().toLowerCase() !== 'aws') {
    return;
  }
  const problem = apiServerProblem(server, [...EKS_HOSTS, ...allowedHosts]);
  if (problem) {
    throw new NotAllowedError(
      `Cluster "${entity.metadata.name}": annotation ${ANNOTATION_KUBERNETES_API_SERVER} ${problem}`,
    );
  }
}

function apiServerProblem(
  server: string,
  hosts: readonly string[],
): string | undefined {
  // Parsers disagree on these; a real endpoint has none of them.
  if (!/^https:\/\/[A-Za-z0-9.\-:[\]]+\/?$/.test(server)) {
    return 'must be an https address without user, path, query or unusual characters';
  }
  const host = hostOf(server);
  if (!host) {
    return 'is not an address';
  }
  return hosts.some(pattern => matches(host, pattern))
    ? undefined
    : `names the host ${host}, which is no EKS API server and is not in clusters.guard.allowedApiServerHosts`;
}

function hostOf(server: string): string | undefined {
  try {
    return new URL(server).hostname.toLowerCase();
  } catch {
    return undefined;
  }
}

function matches(host: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith('*.')
    ? host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1
    : host === wanted;
}
