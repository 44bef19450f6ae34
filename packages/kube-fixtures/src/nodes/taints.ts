import { CILIUM_TAINT_KEY } from '@clusterworks/plugin-clusters-spec';

/** A taint of a node. */
export interface Taint {
  key: string;
  effect: 'NoSchedule' | 'NoExecute' | 'PreferNoSchedule';
  value?: string;
  timeAdded?: string;
}

/** The startup taint that Cilium's operator takes away from a node. */
export const ciliumTaint: Taint = {
  key: CILIUM_TAINT_KEY,
  value: 'true',
  effect: 'NoExecute',
};

/** The taint of a node that Karpenter is about to remove. */
export const disruptedTaint: Taint = {
  key: 'karpenter.sh/disrupted',
  effect: 'NoSchedule',
};

/** The taints of a node whose kubelet is not Ready. */
export function notReadyTaints(since: string): Taint[] {
  const key = 'node.kubernetes.io/not-ready';
  return [
    { key, effect: 'NoSchedule' },
    { key, effect: 'NoExecute', timeAdded: since },
  ];
}
