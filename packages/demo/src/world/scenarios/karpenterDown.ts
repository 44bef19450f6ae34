import type { Cluster } from '../cluster/Cluster';
import type { LiveWorkload } from '../cluster/PodModel';
import { kubeTime } from '@clusterworks/kube-fixtures';
import { QUIET_MS, type Scenario } from './Scenario';

/** The longest pause between two restarts of a container. */
const BACK_OFF_MS = 5 * 60_000;

/** The controller starts, panics within a second, and has to wait. */
function crash({ state, pods, beats }: Cluster, karpenter: LiveWorkload): void {
  // The leader renewed its Lease until the crash.
  beats.renewLeaders();
  karpenter.availableSince ??= state.stamp;
  for (const pod of state.podsOf(karpenter)) {
    pod.restarts = (pod.restarts ?? 0) + 1;
    pod.lastExit = {
      exitCode: 2,
      reason: 'Error',
      startedAt: kubeTime(state.timeline.now - 1_000),
      finishedAt: state.stamp,
    };
    pod.waiting = {
      reason: 'CrashLoopBackOff',
      message: `back-off 5m0s restarting failed container=controller pod=${pod.name}_${karpenter.namespace}(${pod.uid})`,
    };
    pods.setReady(pod, false);
  }
}

/**
 * Pods for which Karpenter launches no node, so they only have Events of the
 * scheduler.
 */
function leavePodsWaiting({ activity, pods, state }: Cluster): void {
  const checkout = activity.service('checkout', 'shop', 4);
  const waiting = pods.createMany(checkout, 4);
  const say = () => waiting.forEach(pod => pods.wait(pod));
  say();
  state.timeline.every(5 * 60_000, say);
}

/**
 * The control plane was upgraded past what Karpenter 1.1.1 starts on: it panics
 * on Kubernetes 1.32. The nodes still run 1.31.
 */
export const karpenterDown: Scenario = {
  description:
    'Karpenter 1.1.1 crashes on Kubernetes 1.32: no node is launched or removed any more',
  adjustPlan: plan => ({
    ...plan,
    versions: { ...plan.versions, kubernetes: '1.31', karpenter: '1.1.1' },
    serverVersion: '1.32',
  }),
  begin: cluster => {
    const { timeline } = cluster.state;
    timeline.after(QUIET_MS, () => {
      const { karpenter } = cluster;
      if (karpenter) {
        crash(cluster, karpenter);
        timeline.every(BACK_OFF_MS, () => crash(cluster, karpenter));
      }
      leavePodsWaiting(cluster);
    });
  },
};
