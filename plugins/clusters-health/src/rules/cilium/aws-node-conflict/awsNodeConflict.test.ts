import { awsNodeConflict } from './awsNodeConflict';
import {
  agentSet,
  config,
  node,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

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

describeRule(
  awsNodeConflict,
  [
    {
      name: 'aws-node wants pods',
      world: aws(3),
      said: ['critical DaemonSet/aws-node'],
      says: 'on 3 nodes',
    },
    { name: 'aws-node wants none', world: aws(0) },
    {
      name: 'each on nodes of its own',
      world: {
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
      name: 'the change where every node has a ready agent',
      world: aws(3),
      said: ['critical DaemonSet/aws-node'],
      offers: 'patch daemonset aws-node',
    },
    {
      name: 'no change where a node has none',
      world: { ...aws(3), nodes: [node('a'), node('b')] },
      said: ['critical DaemonSet/aws-node'],
      offersNot: /patch/,
    },
    {
      name: 'chained',
      world: {
        ...aws(3),
        configmaps: [config({ 'cni-chaining-mode': 'aws-cni' })],
      },
      state: 'notApplicable',
    },
    {
      name: 'not ENI',
      world: { ...aws(3), configmaps: [config({ ipam: 'cluster-pool' })] },
      state: 'notApplicable',
    },
    {
      name: 'no cilium-config',
      world: { ...aws(3), configmaps: [] },
      state: 'unknown',
    },
  ],
  ciliumTable,
);
