import type { Cluster } from '../cluster/Cluster';
import type { PodModel } from '../cluster/PodModel';
import { karpenterSubject, podSubject } from '../cluster/subjectOf';
import type { PoolPlan } from '../plan/PoolPlan';
import { QUIET_MS, type Scenario } from './Scenario';

const REFUSED =
  'creating instance, insufficient capacity, with fleet error(s), InsufficientInstanceCapacity: We currently do not have sufficient capacity in the Availability Zone you requested. Our system will be working on provisioning additional capacity. You can currently get capacity by not specifying an Availability Zone in your request or choosing another one.';

/** Claims come every ten seconds until all offerings are known to be out. */
const RETRY_MS = 10_000;
const RETRIES = 24;
/** Until the first offering is tried again. */
const PAUSE_MS = 150_000;

/** The pools that the training pods could use, on-demand first. */
function gpuPools({ state }: Cluster): PoolPlan[] {
  const { pools } = state.plan;
  const gpu = pools.filter(pool => pool.gpu);
  return gpu.length > 0 ? gpu : pools.slice(-1);
}

function tellExhausted(cluster: Cluster, waiting: PodModel[]): void {
  const { events, pools } = cluster.state;
  for (const pod of waiting) {
    events.tell(podSubject(pod), {
      type: 'Warning',
      reason: 'FailedScheduling',
      message:
        'Failed to schedule pod, nodepool requirements filtered out all available instance types',
    });
  }
  for (const { name } of gpuPools(cluster)) {
    const uid = pools.get(name)?.uid ?? '';
    events.tell(karpenterSubject('NodePool', { name, uid }), {
      type: 'Warning',
      reason: 'NoCompatibleInstanceTypes',
      message:
        'NodePool requirements filtered out all compatible available instance types',
    });
  }
}

function retry(cluster: Cluster, waiting: PodModel[], left: number): void {
  const { activity, machines, pods, state } = cluster;
  if (left === 0) {
    tellExhausted(cluster, waiting);
    state.timeline.after(PAUSE_MS, () => retry(cluster, waiting, RETRIES));
    return;
  }
  const pools = gpuPools(cluster);
  const claim = machines.refuse(
    pools[left % pools.length],
    activity.nextSubnet(),
    activity.requestsOf(waiting.slice(0, 1)),
    REFUSED,
  );
  waiting.forEach(pod => pods.nominate(pod, claim));
  state.timeline.after(RETRY_MS, () => retry(cluster, waiting, left - 1));
}

/** AWS has no GPU instances: pods wait, NodeClaims come and go. */
export const gpuOutOfCapacity: Scenario = {
  description:
    'EC2 refuses every GPU instance: training pods wait, and NodeClaims vanish within a second',
  begin: cluster => {
    const { activity, pods, state } = cluster;
    activity.beginJobs();
    state.timeline.after(QUIET_MS, () => {
      const training = activity.service('training', 'ml', 3, 1);
      const waiting = pods.createMany(training, 3);
      waiting.forEach(pod => pods.wait(pod));
      retry(cluster, waiting, RETRIES);
    });
  },
};
