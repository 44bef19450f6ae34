import { awsNodeConflict } from './awsNodeConflict';
import { agentSet, config, node } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const aws = (desired: number) => ({
  daemonsets: [agentSet({}), agentSet({ name: 'aws-node', desired })],
});
const compute = (value: string) => ({
  'eks.amazonaws.com/compute-type': value,
});
const computeIs = (operator: string, value: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            {
              key: 'eks.amazonaws.com/compute-type',
              operator,
              values: [value],
            },
          ],
        },
      ],
    },
  },
});

judges(awsNodeConflict, [
  {
    what: 'aws-node wants pods',
    given: aws(3),
    said: ['critical DaemonSet/aws-node'],
    says: 'on 3 nodes',
  },
  { what: 'aws-node wants none', given: aws(0) },
  {
    what: 'each on nodes of its own',
    given: {
      nodes: [node('a'), node('b', { labels: compute('hybrid') })],
      daemonsets: [
        agentSet({ affinity: computeIs('NotIn', 'hybrid') }),
        agentSet({
          name: 'aws-node',
          affinity: computeIs('In', 'hybrid'),
        }),
      ],
    },
    state: 'notApplicable',
    says: 'share no node',
  },
  {
    what: 'the change where every node has a ready agent',
    given: aws(3),
    said: ['critical DaemonSet/aws-node'],
    offers: 'patch daemonset aws-node',
  },
  {
    what: 'no change where a node has none',
    given: { ...aws(3), nodes: [node('a'), node('b')] },
    said: ['critical DaemonSet/aws-node'],
    offersNot: /patch/,
  },
  {
    what: 'chained',
    given: {
      ...aws(3),
      configmaps: [config({ 'cni-chaining-mode': 'aws-cni' })],
    },
    state: 'notApplicable',
  },
  {
    what: 'not ENI',
    given: { ...aws(3), configmaps: [config({ ipam: 'cluster-pool' })] },
    state: 'notApplicable',
  },
  {
    what: 'no cilium-config',
    given: { ...aws(3), configmaps: [] },
    state: 'unknown',
  },
]);
