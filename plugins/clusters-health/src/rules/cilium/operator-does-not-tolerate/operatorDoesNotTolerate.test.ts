import { operatorDoesNotTolerate } from './operatorDoesNotTolerate';
import {
  agentPod,
  agentSet,
  node,
  operator,
  pod,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

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

judges(operatorDoesNotTolerate, [
  {
    what: 'every node has a taint that it does not tolerate',
    given,
    said: ['critical Deployment/cilium-operator'],
    says: 'does not tolerate CriticalAddonsOnly',
  },
  {
    what: 'one node would take it',
    given: { ...given, nodes: [node('a', { taints: addons }), node('b')] },
  },
  {
    what: 'it tolerates the taint',
    given: { ...given, deployments: [operator({ ready: 0 })] },
  },
  { what: 'it runs', given: { ...given, pods: [agentPod('a')] } },
  {
    what: 'before 1.18',
    given: {
      ...given,
      daemonsets: [agentSet({ image: 'quay.io/cilium/cilium:v1.17.18' })],
    },
    state: 'notApplicable',
  },
  {
    what: 'version not known',
    given: {
      ...given,
      daemonsets: [agentSet({ image: 'quay.io/cilium/cilium@sha256:1' })],
    },
    state: 'unknown',
    says: 'version',
  },
]);
