import type {
  InstalledComponents,
  Snapshot,
} from '@clusterworks/plugin-clusters-health';
import type { AwsFacts } from './aws/AwsFacts';

/** All that is known of the cluster: from AWS, and from its API server. */
export type ImportFacts = {
  aws: AwsFacts;
  snapshot: Snapshot;
  components: InstalledComponents;
};

/** A NodePool as it was captured. */
export type PoolFacts = Snapshot['resources']['nodepools']['items'][number];

/** An EC2NodeClass as it was captured. */
export type ClassFacts =
  Snapshot['resources']['ec2nodeclasses']['items'][number];
