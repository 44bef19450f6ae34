import type { DrainPlan, NodePods } from '@clusterworks/plugin-clusters-common';
import {
  drainPlanInSteps,
  nodePodsInSteps,
  noPlan,
} from '@clusterworks/plugin-clusters-health';
import type { KnownCluster } from '../discovery/KnownCluster';
import { WorkQueue } from '../reader/WorkQueue';
import type { SessionManager } from '../sessions/SessionManager';

const NOT_HERE =
  'another instance of the portal reads this cluster, or none does';

/**
 * What is on nodes, and what draining them would do, from the objects that this
 * backend reads.
 */
export class DrainPlanner {
  readonly #sessions: Pick<SessionManager, 'snapshotOf'>;
  readonly #now: () => number;
  readonly #work = new WorkQueue();

  constructor(options: {
    sessions: Pick<SessionManager, 'snapshotOf'>;
    now: () => number;
  }) {
    this.#sessions = options.sessions;
    this.#now = options.now;
  }

  /**
   * What draining nodes of a cluster at the same time would do. A plan says so
   * when this backend does not read the cluster.
   */
  async plan(
    { name, identity }: Pick<KnownCluster, 'name' | 'identity'>,
    nodes: readonly string[],
  ): Promise<DrainPlan> {
    const now = new Date(this.#now()).toISOString();
    const snapshot = this.#sessions.snapshotOf(identity);
    if (!snapshot) {
      return noPlan(name, now, NOT_HERE);
    }
    const steps = drainPlanInSteps(snapshot, nodes, now);
    return { ...(await this.#work.run(steps, 'soon')), cluster: name };
  }

  /**
   * The pods on nodes of a cluster. The answer says so when this backend does
   * not read the cluster.
   */
  async podsOn(
    { name, identity }: Pick<KnownCluster, 'name' | 'identity'>,
    nodes: readonly string[],
  ): Promise<NodePods> {
    const now = new Date(this.#now()).toISOString();
    const snapshot = this.#sessions.snapshotOf(identity);
    if (!snapshot) {
      return { cluster: name, at: now, unread: NOT_HERE, nodes: [] };
    }
    const steps = nodePodsInSteps(snapshot, nodes, now);
    return { ...(await this.#work.run(steps, 'soon')), cluster: name };
  }
}
