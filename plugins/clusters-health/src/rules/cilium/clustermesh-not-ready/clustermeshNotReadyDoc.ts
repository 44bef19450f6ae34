import { RuleDoc } from '../../../rule/Rule';

/** What people read of clustermeshNotReady. */
export const clustermeshNotReadyDoc: RuleDoc = {
  title: 'Cluster mesh does not work',
  means:
    'Other clusters do not see the services of this one, or traffic of two clusters gets mixed up.',
  foundBy:
    'Deployment clustermesh-apiserver with fewer available replicas than wanted; or cluster-id 0, or above 127 in ENI mode, although it is there. Whether remote clusters are connected is only in metrics of the agents.',
  todo: 'Look at its pods; give the cluster an id from 1 to 127 that no other has.',
  source:
    'https://docs.cilium.io/en/stable/operations/troubleshooting_clustermesh/',
};
