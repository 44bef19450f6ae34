import { UnseenCode } from '../engine/Rule';
import { fixedCommand } from '../engine/shellCommand';

/** Codes of the Karpenter tables that no object of the API shows. */
export const karpenterUnseen: readonly UnseenCode[] = [
  {
    code: 'karpenter/C7',
    rule: 'state-unsynced',
    component: 'karpenter',
    title: 'Cluster state of Karpenter is not synced',
    means:
      'The controller waits until it has seen every node and NodeClaim; while it does not, it launches and consolidates nothing (fixed in 1.14.3 and 1.15).',
    reason:
      'only the metric karpenter_cluster_state_synced of the controller shows it, and no object does',
    command: fixedCommand`kubectl get --raw "/api/v1/namespaces/$(kubectl get service -A -l app.kubernetes.io/name=karpenter -o jsonpath='{.items[0].metadata.namespace}')/services/karpenter:http-metrics/proxy/metrics" | grep karpenter_cluster_state_`,
    source: 'facts/karpenter.md 6.A',
  },
];
