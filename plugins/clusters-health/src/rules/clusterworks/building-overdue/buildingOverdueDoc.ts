import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule buildingOverdue. */
export const buildingOverdueDoc: CataloguedDoc = {
  title: 'The cluster is not complete in its time',
  means:
    'A new cluster has a Ready node, Cilium, Karpenter and its pools within 15 minutes of its first object. This one still lacks a part: the process that builds it has stopped or failed.',
  foundBy:
    'The oldest object is at least 15 minutes and less than a day old, there is no NodeClaim, and a part is missing: critical while no node is Ready, else a warning.',
  whom: 'Clusters of less than a day that have never launched a node. In a cluster without Cilium or without Karpenter, that part is not expected.',
  waits:
    '15 minutes from the first object on: until then the cluster is being built, which is no finding.',
  cannotSee:
    'The process that builds the cluster, and its output. Before the API server exists, no object shows when it will.',
  lookAlikes:
    'A cluster that has lost a part: its objects are older than a day, or it has NodeClaims; the rules about the part report it.',
  todo: [
    'See which objects of the missing part exist.',
    'Read the output of the last run that built the cluster: it shows at which step it stopped. Continue there; each step can be run again.',
  ],
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
};
