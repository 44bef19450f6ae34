import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_CLUSTER_ID,
} from '@backstage/plugin-kubernetes-common';
import type { KnownCluster } from './KnownCluster';

/**
 * Makes names unique and takes the credentials from clusters that claim to be
 * another one.
 *
 * - A cluster of the configuration wins over entities of its name, and lends
 *   its connection to the one entity that describes it.
 * - Entities of one name from several namespaces: nobody can tell which one is
 *   meant, so none is connected to.
 * - Entities that ask for a token for the same EKS cluster at different API
 *   servers: a token for one would be sent to the other, so none gets one.
 */
export function settleConflicts(
  configured: readonly KnownCluster[],
  entities: readonly KnownCluster[],
): KnownCluster[] {
  const byName = new Map<string, KnownCluster>();
  for (const cluster of configured) {
    byName.set(cluster.name, cluster);
  }
  for (const cluster of entities) {
    const other = byName.get(cluster.name);
    byName.set(cluster.name, other ? merge(other, cluster) : cluster);
  }
  return refuseSharedIds([...byName.values()]);
}

function merge(first: KnownCluster, second: KnownCluster): KnownCluster {
  if (first.trusted) {
    const { details, refusal, notRead } = first;
    return {
      ...second,
      ...{ provisioned: true, trusted: true, details, refusal, notRead },
    };
  }
  return {
    ...first,
    details: undefined,
    refusal: `Several entities are called ${first.name}, so none is connected to`,
  };
}

function refuseSharedIds(clusters: KnownCluster[]): KnownCluster[] {
  const urlsById = new Map<string, Set<string>>();
  for (const { key, url } of clusters.map(identityOf)) {
    if (key) {
      urlsById.set(key, (urlsById.get(key) ?? new Set()).add(url));
    }
  }
  return clusters.map(cluster => {
    const { key } = identityOf(cluster);
    const shared = key !== undefined && (urlsById.get(key)?.size ?? 0) > 1;
    if (!shared || cluster.trusted) {
      return cluster;
    }
    return {
      ...cluster,
      details: undefined,
      refusal:
        'Another entity asks for a token for the same EKS cluster (kubernetes.io/x-k8s-aws-id) at another API server, so none gets one',
    };
  });
}

/** One key per EKS cluster: names repeat over accounts and regions. */
function identityOf({ details, name, accountId, region }: KnownCluster) {
  const metadata = details?.authMetadata ?? {};
  if (!details || metadata[ANNOTATION_KUBERNETES_AUTH_PROVIDER] !== 'aws') {
    return { key: undefined, url: '' };
  }
  const id = metadata[ANNOTATION_KUBERNETES_AWS_CLUSTER_ID] ?? name;
  const place = `${accountId ?? ''}/${region ?? ''}`;
  return { key: `${place}/${id}`, url: new URL(details.url).host };
}
