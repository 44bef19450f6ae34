import type { LedgerRange } from '@clusterworks/plugin-clusters-common';
import type { Cidr } from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';

/** A range of a cluster. */
export interface OwnedRange {
  cluster: KnownCluster;
  kind: LedgerRange['kind'];
  cidr: Cidr;
}
