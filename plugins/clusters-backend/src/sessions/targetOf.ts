import { readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import type { CreateCredentials } from '../credentials/createCredentials';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { ClusterTarget } from '../reader';

/**
 * Determines how to reach a cluster.
 *
 * @param lookup - resolver for clusters of the catalog, whose addresses are not
 *   trusted
 * @throws when the cluster has no connection details
 */
export function targetOf(
  cluster: KnownCluster,
  credentials: CreateCredentials,
  lookup: LookupFunction,
): ClusterTarget {
  const { name, details, trusted } = cluster;
  if (!details) {
    throw new Error(`Cluster ${name} has no API server to connect to`);
  }
  return {
    name,
    url: details.url,
    ca: details.caData
      ? Buffer.from(details.caData, 'base64').toString('utf8')
      : details.caFile && readFileSync(details.caFile, 'utf8'),
    skipTlsVerify: details.skipTLSVerify,
    credentials: credentials(cluster, details),
    ...(trusted ? {} : { lookup }),
  };
}
