import type { Cluster } from '../cluster/Cluster';
import type { ClaimedMachine, Machine } from '../cluster/Machine';
import type { Scenario } from './Scenario';

const EVERY_MS = 20 * 60_000;

/** EC2 takes one instance back; its pods move to a new node. */
function interruptOne({ state, activity, pods, disruption }: Cluster): void {
  const pool = activity.generalPool;
  const isSpotNode = (machine: Machine): machine is ClaimedMachine =>
    machine.claim !== undefined &&
    machine.claim.pool === pool &&
    machine.instance.capacityType === 'spot' &&
    machine.node.initialized === true &&
    !machine.claim.deletedAt;
  const machine = [...state.machines].find(isSpotNode);
  if (!machine || !pool) {
    return;
  }
  const moving = state
    .podsOn(machine)
    .filter(pod => pod.workload.kind === 'Deployment' && !pod.deletedAt)
    .map(pod => pods.create(pod.workload));
  disruption.interrupt(machine);
  if (moving.length > 0) {
    activity.launchFor(pool, moving);
  }
}

/** A spot instance is taken back every few minutes. */
export const spotInterruption: Scenario = {
  description:
    'EC2 takes spot instances back: Karpenter drains them and launches others',
  begin: cluster => {
    const { timeline } = cluster.state;
    // The last one before now was a minute ago.
    timeline.after(89 * 60_000 - 4 * EVERY_MS, () => {
      interruptOne(cluster);
      timeline.every(EVERY_MS, () => interruptOne(cluster));
    });
  },
};
