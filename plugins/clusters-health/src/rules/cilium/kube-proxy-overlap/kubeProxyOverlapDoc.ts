import { RuleDoc } from '../../../rule/Rule';

/** What people read of kubeProxyOverlap. */
export const kubeProxyOverlapDoc: RuleDoc = {
  title: 'kube-proxy and its replacement do not fit',
  means:
    'Either kube-proxy or Cilium has to serve Services. Both: wasted work and stale rules. Neither: no Service is reachable. Without kube-proxy the agent of a new node also needs to be told where the API server is.',
  foundBy:
    'kube-proxy-replacement true and a kube-proxy DaemonSet that wants pods (info); not true and none (critical); true, none, and no KUBERNETES_SERVICE_HOST in the agent (critical for new nodes).',
  todo: 'Remove kube-proxy where Cilium replaces it; set k8sServiceHost and k8sServicePort.',
  source: 'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/',
};
