import type { Cluster } from '../cluster/Cluster';
import type { WorldPlan } from '../plan/WorldPlan';

/** A scenario of a cluster, which began some time before now. */
export interface Scenario {
  /** Description for lists of scenarios. */
  description: string;
  /** Settings in which the cluster itself differs. */
  adjustPlan?(plan: WorldPlan): WorldPlan;
  /** Called 90 minutes before now, or once a young cluster runs. */
  begin(cluster: Cluster): void;
}

/**
 * Time from the beginning of a scenario to its fault, so that the fault is
 * half an hour old when the portal first reads the cluster.
 */
export const QUIET_MS = 58 * 60_000;
