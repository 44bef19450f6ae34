import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule awsNodeConflict. */
export const awsNodeConflictDoc: CataloguedDoc = {
  title: 'aws-node runs beside Cilium',
  means:
    'Both create interfaces and assign addresses on the same nodes: pods may start on either network, and nodes where aws-node was first never use prefix delegation.',
  foundBy:
    'DaemonSet aws-node wants pods while cilium-config has ipam eni and no cni-chaining-mode. Does not apply when the two DaemonSets run on different nodes: decided by selector, affinity and tolerations, or by where their pods are when these use labels that are not read.',
  whom: "Nodes that carry both aws-node and Cilium's agent, in ENI mode without chaining.",
  waits: 'Not at all: it is configuration.',
  cannotSee: 'What aws-node has already done to the interfaces.',
  lookAlikes:
    'A node group that runs aws-node on purpose, chaining, a DaemonSet with no desired pods.',
  todo: [
    'See on which nodes aws-node runs, and whether Cilium is to have them.',
    'Remove it from the nodes that Cilium manages, once every agent is ready.',
    'Set the affinity in the configuration of the EKS addon, or remove the addon: an update can bring it back.',
  ],
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
};
