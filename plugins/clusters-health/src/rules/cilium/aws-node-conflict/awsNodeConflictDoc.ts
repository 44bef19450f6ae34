import { RuleDoc } from '../../../rule/Rule';

/** What people read of awsNodeConflict. */
export const awsNodeConflictDoc: RuleDoc = {
  title: 'aws-node runs beside Cilium',
  means:
    'Both create interfaces and assign addresses on the same nodes: pods may come up on either network, and prefix delegation is off for good on nodes where aws-node was first.',
  foundBy:
    'DaemonSet aws-node wants pods while cilium-config has ipam eni and no cni-chaining-mode. Where both DaemonSets keep to nodes of their own, it does not apply.',
  todo: 'Take aws-node off the nodes that Cilium manages. An update of the EKS addon can bring it back: set the affinity in the configuration of the addon, or remove the addon.',
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
};
