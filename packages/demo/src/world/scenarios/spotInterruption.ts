import type { World } from '../World';
import { Scenario } from './Scenario';

const EVERY_MS = 20 * 60_000;

/** EC2 takes one instance back; its pods move to a new node. */
function interruptOne(world: World): void {
  const { state, activity, pods, disruption } = world;
  const pool = activity.generalPool;
  const machine = [...state.machines].find(
    ({ claim, capacityType, initialized }) =>
      claim &&
      claim.pool === pool?.name &&
      capacityType === 'spot' &&
      initialized &&
      !claim.deletedAt,
  );
  if (!machine?.claim || !pool) {
    return;
  }
  const moving = state
    .podsOn(machine)
    .filter(pod => pod.workload.kind === 'Deployment' && !pod.deletedAt)
    .map(pod => pods.create(pod.workload));
  disruption.interrupt(machine, machine.claim);
  if (moving.length > 0) {
    activity.launchFor(pool, moving);
  }
}

/** A spot instance is taken back every few minutes. */
export const spotInterruption: Scenario = {
  description:
    'EC2 takes spot instances back: Karpenter drains them and launches others',
  begin: world => {
    const { timeline } = world.state;
    // The last one before now was a minute ago.
    timeline.after(89 * 60_000 - 4 * EVERY_MS, () => {
      interruptOne(world);
      timeline.every(EVERY_MS, () => interruptOne(world));
    });
  },
};
