import type { Cluster } from '../cluster/Cluster';
import { QUIET_MS, type Scenario } from './Scenario';

/** An agent whose startup probe fails is restarted after 300 x 2 s. */
const STARTUP_PROBE_MS = 600_000;

function restartAgents({ state, network }: Cluster): void {
  for (const machine of state.machines) {
    const agent = network.agentOf(machine);
    if (machine.cilium.stage === 'created' && agent) {
      agent.restarts = (agent.restarts ?? 0) + 1;
      agent.startedAt = state.stamp;
      state.publishPod(agent);
    }
  }
}

/** Pods for a new node, none of which will ever run. */
function scaleUp({ activity, pods }: Cluster, count: number): void {
  const pool = activity.generalPool;
  if (pool) {
    const indexer = activity.service('indexer', 'search', 0);
    activity.scale(indexer, count);
    activity.launchFor(pool, pods.createMany(indexer, count));
  }
}

/**
 * New nodes join, but the Cilium operator never fills their CiliumNodes,
 * because it gets no answers from EC2. Older nodes are not affected.
 */
export const stuckCiliumNode: Scenario = {
  description:
    'new nodes stay NotReady: their CiliumNodes never get a status, while older nodes run on',
  begin: cluster => {
    const { timeline } = cluster.state;
    timeline.after(QUIET_MS, () => {
      cluster.network.operatorWorks = false;
      scaleUp(cluster, 4);
      timeline.after(8 * 60_000, () => scaleUp(cluster, 3));
      timeline.every(STARTUP_PROBE_MS, () => restartAgents(cluster));
    });
  },
};
