import type { PendingGroupView } from '@clusterworks/plugin-clusters-common';
import { waitingCause } from '../model/karpenter/waitingCause';
import { unscheduledSince } from '../model/karpenter/unscheduledSince';
import type { PodFacts } from '../kinds';
import { timeView } from './conditionView';
import type { Look } from './Look';
import { poolVerdicts } from './poolVerdicts';

const SHOWN = 20;

/** Pods that fit on no node, grouped by Karpenter's last message about them. */
export function pendingGroups(look: Look): PendingGroupView[] {
  const groups = new Map<string, { advice: string; pods: PodFacts[] }>();
  for (const pod of look.index.waitingPods()) {
    const { says, advice } = waitingCause(look.cluster, pod);
    const group = groups.get(says);
    if (group) {
      group.pods.push(pod);
    } else {
      groups.set(says, { advice, pods: [pod] });
    }
  }
  return [...groups]
    .map(([cause, { advice, pods }]) => groupView(look, cause, advice, pods))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}

function groupView(
  look: Look,
  cause: string,
  advice: string,
  pods: PodFacts[],
): PendingGroupView {
  const sorted = [...pods].sort(
    (a, b) => (unscheduledSince(a) ?? 0) - (unscheduledSince(b) ?? 0),
  );
  return {
    cause,
    advice,
    count: pods.length,
    oldestSince: timeView(unscheduledSince(sorted[0])),
    pods: sorted
      .slice(0, SHOWN)
      .map(({ namespace, name }) => `${namespace ?? ''}/${name}`),
    pools: poolVerdicts(look, sorted[0]),
  };
}
