import type { ClusterSource } from '@clusterworks/plugin-clusters-common';

/**
 * One cluster in the database. All stored data of a cluster is linked to its
 * identity; names are only for people and can change.
 */
export interface ClusterIdentity {
  /** Key of all stored data of the cluster. */
  id: string;
  /** Grows in the order in which clusters were first seen. */
  number: number;
  name: string;
  entityRef: string;
  owner: string | undefined;
  /**
   * `source` and `place` are absent in data of older versions, which knew
   * clusters by name only.
   */
  source: ClusterSource | undefined;
  place: string | undefined;
  arn: string | undefined;
  /**
   * Address of the API server and, for AWS tokens, the EKS name in the token.
   */
  endpoint: string | undefined;
  /** Since when the cluster has its name, in milliseconds since 1970. */
  namedSince: number;
  /** Since when the cluster is no longer described anywhere. */
  goneSince: number | undefined;
  /** Why the stored data is hidden from everybody; absent when it is shown. */
  setAside: string | undefined;
}
