import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
} from '@backstage/plugin-kubernetes-common';
import { clusterIdOf } from '../credentials/clusterIdOf';
import { regionOfServer } from '../credentials/regionOfServer';
import type { KnownCluster } from '../discovery/KnownCluster';
import { addOtherClaim } from './addOtherClaim';
import { isReviewed } from './clusterOrder';

/** The AWS accounts for which the portal has separate credentials. */
export interface KnownAccounts {
  has(accountId: string): boolean;
}

/**
 * Binds each EKS cluster name to one API server. A token contains only the EKS
 * name, so a token for one cluster also opens every other cluster of that name
 * that admits the signer. When two clusters ask for tokens for the same name at
 * different API servers, the newcomer gets none, unless they are known to be in
 * different accounts or regions: because a reviewed source says so, or because
 * the portal has separate credentials for that account. The account that a
 * hand-written entity states cannot be verified and does not count.
 *
 * @param clusters - in the order of their claims, the best first
 */
export function refuseSharedIds(
  clusters: readonly KnownCluster[],
  accounts: KnownAccounts,
): KnownCluster[] {
  const byId = new Map<string, KnownCluster[]>();
  return clusters.map(cluster => {
    const { details } = cluster;
    if (details?.authMetadata[ANNOTATION_KUBERNETES_AUTH_PROVIDER] !== 'aws') {
      return cluster;
    }
    const id = clusterIdOf(cluster.name, details);
    const holders = byId.get(id) ?? [];
    const rival = holders.find(holder => !areApart(holder, cluster, accounts));
    if (rival && !cluster.trusted) {
      addOtherClaim(rival, cluster, 'clusterId');
      return { ...cluster, details: undefined, refusal: refusalOf(id, rival) };
    }
    byId.set(id, [...holders, cluster]);
    return cluster;
  });
}

/** Whether a token for one cluster cannot open the other. */
function areApart(
  holder: KnownCluster,
  cluster: KnownCluster,
  accounts: KnownAccounts,
): boolean {
  if (holder.endpoint === cluster.endpoint) {
    return true;
  }
  const [one, other] = [holder, cluster].map(each => placeOf(each, accounts));
  if (!one.accountId || !other.accountId) {
    return false;
  }
  const areInRegions =
    isReviewed(holder) &&
    isReviewed(cluster) &&
    one.region !== undefined &&
    other.region !== undefined;
  return (
    one.accountId !== other.accountId ||
    (areInRegions && one.region !== other.region)
  );
}

/** Account and region of a cluster, as far as they are verified. */
function placeOf(
  cluster: KnownCluster,
  accounts: KnownAccounts,
): { accountId?: string; region?: string } {
  const { accountId, details } = cluster;
  const hasOwnRole =
    details?.authMetadata[ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE] !== undefined;
  const isKnown =
    isReviewed(cluster) ||
    (accountId !== undefined && accounts.has(accountId) && !hasOwnRole);
  return {
    accountId: isKnown ? accountId : undefined,
    region: details && regionOfServer(details.url),
  };
}

function refusalOf(id: string, { entityRef }: KnownCluster): string {
  return `${entityRef} asks for tokens for the EKS cluster ${JSON.stringify(
    id.slice(0, 100),
  )} (kubernetes.io/x-k8s-aws-id) at another API server. Whether this is another cluster in another account cannot be known, so it gets none`;
}
