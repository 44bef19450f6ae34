import { fixedCommand } from '../../../model/remedy/shellCommand';
import type { UnseenCode } from '../../../rule/Rule';

/** C7: the controller waits for objects that it never sees. */
export const stateUnsynced: UnseenCode = {
  code: 'karpenter/C7',
  id: 'state-unsynced',
  component: 'karpenter',
  doc: {
    title: 'Cluster state of Karpenter is not synced',
    means:
      'The controller waits until it has seen every node and NodeClaim; while it does not, it launches and consolidates nothing (fixed in 1.14.3 and 1.15).',
    source: 'https://github.com/kubernetes-sigs/karpenter/issues/3176',
  },
  reason:
    'only the metric karpenter_cluster_state_synced of the controller shows it, and no object does',
  command: fixedCommand`kubectl get --raw "/api/v1/namespaces/$(kubectl get service -A -l app.kubernetes.io/name=karpenter -o jsonpath='{.items[0].metadata.namespace}')/services/karpenter:http-metrics/proxy/metrics" | grep karpenter_cluster_state_`,
};
