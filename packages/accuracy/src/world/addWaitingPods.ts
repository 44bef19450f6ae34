import {
  ago,
  deployment,
  type Duration,
  karpenterEvent,
  replicaSet,
  schedulerEvent,
  waitingPod,
  type Workload,
} from '@clusterworks/kube-fixtures';
import type { CaseCluster } from './CaseCluster';
import { podNamed } from './events';
import { nameEnd } from './hexId';
import type { Machine } from './Machine';

/** Facts about pods that wait for a node. */
export interface WaitingFacts {
  count?: number;
  /** How long they have waited. */
  since: Duration;
  /**
   * The NodeClaim that Karpenter has made for them, even if it no longer
   * exists.
   */
  nominated?: Pick<Machine, 'claimName' | 'createdAt'>;
  /** Karpenter's message if it does not nominate a machine. */
  karpenterSays?: string;
  /** Default: no CPU is left. */
  schedulerSays?: string;
}

/**
 * Adds a Deployment whose pods fit on no node yet, and returns the pods'
 * names.
 */
export function addWaitingPods(
  cluster: CaseCluster,
  workload: Workload,
  facts: WaitingFacts,
): string[] {
  const { count = 1, since, nominated, karpenterSays } = facts;
  const nodes = cluster.machines.size;
  const message =
    facts.schedulerSays ??
    `0/${nodes} nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}, ${
      nodes - 2
    } Insufficient cpu. preemption: 0/${nodes} nodes are available.`;
  const full = {
    hash: `${nameEnd(workload.name)}7c`,
    ...workload,
    replicas: count,
  };
  const none = { scheduled: 0, ready: 0, availableSince: ago(since) };
  cluster.put(deployment(full, none), replicaSet(full, none));
  return Array.from({ length: count }, (_, index) => {
    const { name, namespace, hash } = full;
    const podName = `${name}-${hash}-${nameEnd(`${name}/waits/${index}`)}`;
    const subject = podNamed(podName, namespace);
    cluster.put(
      waitingPod(podName, ago(since), {
        workload: full,
        unschedulable: message,
      }),
      schedulerEvent(
        subject,
        { reason: 'FailedScheduling', message },
        { at: ago(since) },
      ),
    );
    if (nominated) {
      cluster.put(
        karpenterEvent(
          subject,
          {
            type: 'Normal',
            reason: 'Nominated',
            message: `Pod should schedule on: nodeclaim/${nominated.claimName}`,
          },
          { at: nominated.createdAt },
        ),
      );
    }
    if (karpenterSays !== undefined) {
      cluster.put(
        karpenterEvent(
          subject,
          { reason: 'FailedScheduling', message: karpenterSays },
          { firstAt: ago(since), at: ago('20s'), count: 3 },
        ),
      );
    }
    return podName;
  });
}
