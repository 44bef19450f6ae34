import { kubeTime } from '@clusterworks/kube-simulator';
import { Workload } from '../model/Workload';
import type { World } from '../World';
import { QUIET_MS, Scenario } from './Scenario';

/** The longest pause between two restarts of a container. */
const BACK_OFF_MS = 5 * 60_000;

/** The controller starts, panics within a second, and has to wait. */
function crash(world: World, karpenter: Workload): void {
  const { state, pods, beats } = world;
  // The leader renewed its Lease to the last.
  beats.renewLeaders();
  for (const pod of state.podsOf(karpenter)) {
    const finishedAt = state.stamp;
    pod.restarts = (pod.restarts ?? 0) + 1;
    pod.lastExit = {
      exitCode: 2,
      reason: 'Error',
      startedAt: kubeTime(new Date(state.timeline.now - 1_000)),
      finishedAt,
    };
    pod.waiting = {
      reason: 'CrashLoopBackOff',
      message: `back-off 5m0s restarting failed container=controller pod=${pod.name}_${pod.namespace}(${pod.uid})`,
    };
    pods.setReady(pod, false);
  }
  if (karpenter.availableSince === undefined) {
    karpenter.availableSince = state.stamp;
    state.publishWorkload(karpenter);
  }
}

/** Pods for which nobody launches a node: only the scheduler speaks of them. */
function leavePodsWaiting(world: World): void {
  const { activity, pods, state } = world;
  const checkout = activity.service('checkout', 'shop', 4);
  const waiting = Array.from({ length: 4 }, () => pods.create(checkout));
  const say = () => waiting.forEach(pod => pods.wait(pod));
  say();
  state.timeline.every(5 * 60_000, say);
}

/**
 * The control plane was upgraded past what Karpenter 1.1.1 starts on: it panics
 * on Kubernetes 1.32 (facts/karpenter.md 0). The nodes still run 1.31.
 */
export const karpenterDown: Scenario = {
  description:
    'Karpenter 1.1.1 crashes on Kubernetes 1.32: no node is launched or removed any more',
  adjustPlan: plan => ({
    ...plan,
    versions: { ...plan.versions, kubernetes: '1.31', karpenter: '1.1.1' },
    serverVersion: '1.32',
  }),
  begin: world => {
    const { plan, timeline } = world.state;
    timeline.after(QUIET_MS, () => {
      const karpenter = world.system.get(
        `${plan.karpenterNamespace}/karpenter`,
      );
      if (karpenter) {
        crash(world, karpenter);
        timeline.every(BACK_OFF_MS, () => crash(world, karpenter));
      }
      leavePodsWaiting(world);
    });
  },
};
