import { podSubject } from '../engine/subjects';
import { PodModel } from '../model/Workload';
import type { World } from '../World';
import { QUIET_MS, Scenario } from './Scenario';

const REFUSED =
  'creating instance, insufficient capacity, with fleet error(s), InsufficientInstanceCapacity: We currently do not have sufficient capacity in the Availability Zone you requested. Our system will be working on provisioning additional capacity. You can currently get capacity by not specifying an Availability Zone in your request or choosing another one.';

/** Claims come every ten seconds until all offerings are known to be out. */
const RETRY_MS = 10_000;
const RETRIES = 24;
/** Until the first offering is tried again. */
const PAUSE_MS = 150_000;

/** The pools that the training pods could use, on-demand first. */
function gpuPools(world: World) {
  const { pools } = world.state.plan;
  const gpu = pools.filter(pool => pool.gpu);
  return gpu.length > 0 ? gpu : pools.slice(-1);
}

function tellExhausted(world: World, waiting: PodModel[]): void {
  waiting.forEach(pod =>
    world.state.events.tell(podSubject(pod), {
      type: 'Warning',
      reason: 'FailedScheduling',
      message:
        'Failed to schedule pod, nodepool requirements filtered out all available instance types',
    }),
  );
  for (const pool of gpuPools(world)) {
    world.state.events.tell(
      {
        apiVersion: 'karpenter.sh/v1',
        kind: 'NodePool',
        name: pool.name,
        uid: world.state.pools.get(pool.name)?.uid ?? '',
      },
      {
        type: 'Warning',
        reason: 'NoCompatibleInstanceTypes',
        message:
          'NodePool requirements filtered out all compatible available instance types',
      },
    );
  }
}

function retry(world: World, waiting: PodModel[], left: number): void {
  const { timeline } = world.state;
  if (left === 0) {
    tellExhausted(world, waiting);
    timeline.after(PAUSE_MS, () => retry(world, waiting, RETRIES));
    return;
  }
  const pools = gpuPools(world);
  const pool = pools[left % pools.length];
  const claim = world.machines.refuse(
    pool,
    world.activity.nextSubnet(),
    world.activity.requestsOf(waiting.slice(0, 1)),
    REFUSED,
  );
  waiting.forEach(pod => world.pods.nominate(pod, claim));
  timeline.after(RETRY_MS, () => retry(world, waiting, left - 1));
}

/** AWS has no GPU instances: pods wait, NodeClaims come and go. */
export const gpuOutOfCapacity: Scenario = {
  description:
    'EC2 refuses every GPU instance: training pods wait, and NodeClaims vanish within a second',
  begin: world => {
    world.activity.beginJobs();
    world.state.timeline.after(QUIET_MS, () => {
      const training = world.activity.service('training', 'ml', 3, 1);
      const waiting = Array.from({ length: 3 }, () =>
        world.pods.create(training),
      );
      waiting.forEach(pod => world.pods.wait(pod));
      retry(world, waiting, RETRIES);
    });
  },
};
