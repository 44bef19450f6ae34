import type { Cluster } from '../cluster/Cluster';
import type { WorldPlan } from '../plan/WorldPlan';

/** Something that happens in a cluster, from some time ago to now. */
export interface Scenario {
  /** What a reader of the list wants to know. */
  description: string;
  /** What is different about the cluster itself. */
  adjustPlan?(plan: WorldPlan): WorldPlan;
  /** Called 90 minutes before now, or once a young cluster runs. */
  begin(cluster: Cluster): void;
}

/**
 * From the beginning of a scenario to what goes wrong in it, so that it has
 * been wrong for half an hour when somebody first looks.
 */
export const QUIET_MS = 58 * 60_000;
