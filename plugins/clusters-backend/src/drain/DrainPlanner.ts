import type { DrainPlan } from '@clusterworks/plugin-clusters-common';
import { drainPlanInSteps, noPlan } from '@clusterworks/plugin-clusters-health';
import type { KnownCluster } from '../discovery/KnownCluster';
import { WorkQueue } from '../reader/WorkQueue';
import type { SessionManager } from '../sessions/SessionManager';

/** Plans what draining nodes would do, from the objects that this backend reads. */
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
      const unread =
        'another instance of the portal reads this cluster, or none does';
      return noPlan(name, now, unread);
    }
    const steps = drainPlanInSteps(snapshot, nodes, now);
    return { ...(await this.#work.run(steps, 'soon')), cluster: name };
  }
}
