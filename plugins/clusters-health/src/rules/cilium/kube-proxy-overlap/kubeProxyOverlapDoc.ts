import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule kubeProxyOverlap. */
export const kubeProxyOverlapDoc: CataloguedDoc = {
  title: 'kube-proxy and its replacement do not fit',
  means:
    'Either kube-proxy or Cilium has to serve Services. With both, work is wasted and rules become stale. With neither, no Service is reachable. Without kube-proxy the agent of a new node also needs the address of the API server.',
  foundBy:
    'kube-proxy-replacement true and a kube-proxy DaemonSet that wants pods (info); not true and none (critical); true, none, and no KUBERNETES_SERVICE_HOST in the agent (critical for new nodes).',
  whom: 'Nodes of Cilium. kube-proxy on nodes of another CNI is right.',
  waits: 'Not at all: it is configuration.',
  cannotSee:
    'Whether each agent really replaces kube-proxy: cilium-dbg status tells.',
  lookAlikes:
    'kube-proxy of a node group that Cilium does not serve; a DaemonSet with no desired pods.',
  todo: [
    'See what the agents say of KubeProxyReplacement.',
    'Remove kube-proxy where Cilium replaces it.',
    'Set k8sServiceHost and k8sServicePort where it is gone.',
  ],
  source: 'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/',
};
