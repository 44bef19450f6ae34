import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule podsNotManagedByCilium. */
export const podsNotManagedByCiliumDoc: CataloguedDoc = {
  title: 'Pods are not managed by Cilium',
  means:
    'These pods started before Cilium or through another CNI: no network policy applies to them, and they may not reach pods of other nodes.',
  foundBy:
    'A pod with an address, not in the host network, older than a minute and not ended, without a CiliumEndpoint of its name. Critical where CoreDNS is among them. Nodes that the DaemonSet of the agent does not select (EKS Auto Mode, Fargate, Windows, its node selector, affinity and tolerations) are left out. Does not apply where Cilium is told to write no endpoints (disable-endpoint-crd).',
  whom: "Pods outside of the host network, on nodes that Cilium's agent belongs on.",
  waits: 'A minute: the agent makes the endpoint while the pod starts.',
  cannotSee: 'Through which network the pod started.',
  lookAlikes:
    'Pods of EKS Auto Mode, Fargate, Windows and of nodes of another CNI; pods that ended; disable-endpoint-crd.',
  todo: [
    'See that the agent of the node works and writes endpoints.',
    'Then restart the pods one by one, so that they start through Cilium.',
  ],
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
};
