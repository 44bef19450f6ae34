import type { World } from '../World';
import { QUIET_MS, Scenario } from './Scenario';
import { PodModel } from '../model/Workload';

/** An agent whose startup probe fails is restarted after 300 x 2 s. */
const STARTUP_PROBE_MS = 600_000;

function restartAgents(world: World): void {
  for (const machine of world.state.machines) {
    const agent = world.cilium.agentOf(machine);
    if (machine.cilium.stage === 'created' && agent) {
      agent.restarts = (agent.restarts ?? 0) + 1;
      agent.startedAt = world.state.stamp;
      world.state.publishPod(agent);
    }
  }
}

/** Pods of a launch, none of which will ever run. */
function scaleUp(world: World, count: number): void {
  const { activity, pods, state } = world;
  const pool = activity.generalPool;
  if (!pool) {
    return;
  }
  const indexer =
    state.workloads.get('search/indexer') ??
    activity.service('indexer', 'search', 0);
  activity.scale(indexer, indexer.replicas + count);
  const waiting: PodModel[] = Array.from({ length: count }, () =>
    pods.create(indexer),
  );
  activity.launchFor(pool, waiting);
}

/**
 * New nodes join, but the Cilium operator never fills their CiliumNodes: EC2
 * answers it no more. Nodes from before are as they were.
 */
export const stuckCiliumNode: Scenario = {
  description:
    'new nodes stay NotReady: their CiliumNodes never get a status, while older nodes run on',
  begin: world => {
    const { timeline } = world.state;
    timeline.after(QUIET_MS, () => {
      world.cilium.goal = () => 'created';
      scaleUp(world, 4);
      timeline.after(8 * 60_000, () => scaleUp(world, 3));
      timeline.every(STARTUP_PROBE_MS, () => restartAgents(world));
    });
  },
};
