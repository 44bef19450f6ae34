import { awsNodeConflict } from './awsNodeConflict';
import {
  agentPod,
  agentSet,
  ciliumTable,
  config,
  node,
  pod,
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

/** An affinity for a label that the snapshot does not keep. */
const byOwnLabel = (operator: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'io.cilium/aws-node-enabled', operator }] },
      ],
    },
  },
});
const migrating = {
  nodes: [node('a'), node('b')],
  daemonsets: [
    agentSet({ affinity: byOwnLabel('DoesNotExist') }),
    agentSet({ name: 'aws-node', affinity: byOwnLabel('Exists') }),
  ],
};
const awsPod = (on: string) => {
  const { metadata, ...rest } = pod('aws-node-1', { node: on }) as {
    metadata: object;
  };
  const ownerReferences = [{ kind: 'DaemonSet', name: 'aws-node' }];
  return { ...rest, metadata: { ...metadata, ownerReferences } };
};

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
      name: 'both on separate nodes',
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
      name: 'both on separate nodes, as their pods show',
      world: { ...migrating, pods: [agentPod('a'), awsPod('b')] },
      state: 'notApplicable',
      says: 'share no node',
    },
    {
      name: 'both on one node, as their pods show',
      world: { ...migrating, pods: [agentPod('a'), awsPod('a')] },
      said: ['critical DaemonSet/aws-node'],
    },
    {
      name: 'labels that are not kept, and no pods',
      world: { ...migrating, pods: 'forbidden' },
      state: 'unknown',
    },
    {
      name: 'offers the change when every node has a ready agent',
      world: aws(3),
      said: ['critical DaemonSet/aws-node'],
      offers: 'patch daemonset aws-node',
    },
    {
      name: 'offers no change when a node has no agent',
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
