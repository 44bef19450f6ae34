import { operatorDoesNotTolerate } from './operatorDoesNotTolerate';
import {
  agentPod,
  agentSet,
  node,
  operator,
  pod,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const addons = [
  { key: 'CriticalAddonsOnly', effect: 'NoSchedule', value: 'true' },
];
const narrow = [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }];
const waiting = pod('cilium-operator-1', {
  namespace: 'kube-system',
  labels: { 'io.cilium/app': 'operator' },
  phase: 'Pending',
  ready: false,
  unschedulable: true,
});
const given = {
  nodes: [node('a', { taints: addons })],
  deployments: [operator({ ready: 0, tolerations: narrow })],
  pods: [agentPod('a'), waiting],
};

describeRule(
  operatorDoesNotTolerate,
  [
    {
      name: 'every node has a taint that it does not tolerate',
      world: given,
      said: ['critical Deployment/cilium-operator'],
      says: 'does not tolerate CriticalAddonsOnly',
    },
    {
      name: 'one node would take it',
      world: { ...given, nodes: [node('a', { taints: addons }), node('b')] },
    },
    {
      name: 'it tolerates the taint',
      world: { ...given, deployments: [operator({ ready: 0 })] },
    },
    { name: 'it runs', world: { ...given, pods: [agentPod('a')] } },
    {
      name: 'before 1.18',
      world: {
        ...given,
        daemonsets: [agentSet({ image: 'quay.io/cilium/cilium:v1.17.18' })],
      },
      state: 'notApplicable',
    },
    {
      name: 'version not known',
      world: {
        ...given,
        daemonsets: [agentSet({ image: 'quay.io/cilium/cilium@sha256:1' })],
      },
      state: 'unknown',
      says: 'version',
    },
  ],
  ciliumTable,
);
