import { PendingGroupView } from '@clusterworks/plugin-clusters-common';
import { adviceFor, waitingCause } from '../model/karpenter/waitingCause';
import { unscheduledSince } from '../model/karpenter/unscheduledSince';
import { PodFacts } from '../kinds';
import { timeView } from './conditionView';
import { Look } from './Look';

const SHOWN = 20;

/** Pods that no node takes, by what Karpenter last said of them. */
export function pendingGroups(look: Look): PendingGroupView[] {
  const groups = new Map<string, PodFacts[]>();
  for (const pod of look.index.waitingPods()) {
    const cause = waitingCause(look.cluster, pod);
    const group = groups.get(cause);
    if (group) {
      group.push(pod);
    } else {
      groups.set(cause, [pod]);
    }
  }
  return [...groups]
    .map(([cause, pods]) => groupView(cause, pods))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}

function groupView(cause: string, pods: PodFacts[]): PendingGroupView {
  const sorted = [...pods].sort(
    (a, b) => (unscheduledSince(a) ?? 0) - (unscheduledSince(b) ?? 0),
  );
  return {
    cause,
    advice: adviceFor(cause),
    count: pods.length,
    oldestSince: timeView(unscheduledSince(sorted[0])),
    pods: sorted
      .slice(0, SHOWN)
      .map(({ namespace, name }) => `${namespace ?? ''}/${name}`),
  };
}
