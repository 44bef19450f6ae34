import type { PodFacts, Workload } from '@clusterworks/kube-fixtures';
import type { Machine } from './Machine';

/** A workload that has been created; its pods come and go. */
export type LiveWorkload = Workload & {
  uid: string;
  hash: string;
  generation: number;
  /** When the Deployment became available, or stopped being so. */
  availableSince?: string;
};

/** One pod. */
export interface PodModel extends PodFacts {
  name: string;
  uid: string;
  workload: LiveWorkload;
  machine?: Machine;
  /** The NodeClaim that Karpenter has launched for it. */
  nominated?: string;
  endpointId: number;
}
