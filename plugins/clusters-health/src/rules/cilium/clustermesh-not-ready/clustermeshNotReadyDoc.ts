import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule clustermeshNotReady. */
export const clustermeshNotReadyDoc: CataloguedDoc = {
  title: 'Cluster mesh does not work',
  means:
    'Other clusters do not see the services of this one, or traffic of two clusters gets mixed up.',
  foundBy:
    'Deployment clustermesh-apiserver with fewer available replicas than wanted; or cluster-id 0, or above 127 in ENI mode, although it is there. Whether remote clusters are connected is only in metrics of the agents.',
  whom: 'Clusters in which clustermesh-apiserver is installed.',
  waits:
    '5 minutes for missing replicas: a rollout, or a node that is removed. No waiting for the id.',
  cannotSee:
    'Whether remote clusters are connected: only metrics of the agents tell.',
  lookAlikes: 'A rollout; ids above 127 outside of ENI mode, which are right.',
  todo: [
    'Look at its pods.',
    'Give the cluster an id from 1 to 127 that no other has.',
  ],
  source:
    'https://docs.cilium.io/en/stable/operations/troubleshooting_clustermesh/',
};
