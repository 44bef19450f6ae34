import { ciliumAgentsNotReady } from './ciliumAgentsNotReady';
import {
  agentPod,
  agentSet,
  node,
  operator,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const three = { nodes: [node('a'), node('b'), node('c')] };
const late = (name: string, since = 301) =>
  agentPod(name, { ready: false, since });

judges(ciliumAgentsNotReady, [
  {
    what: 'one of three missing for 5 minutes',
    given: {
      ...three,
      daemonsets: [agentSet({ desired: 3, ready: 2 })],
      pods: [agentPod('a'), agentPod('b'), late('c')],
    },
    said: ['warning DaemonSet/cilium'],
    says: 'ready on 2 of 3 nodes',
  },
  {
    what: 'one of three missing for just below 5 minutes',
    given: {
      ...three,
      daemonsets: [agentSet({ desired: 3, ready: 2 })],
      pods: [agentPod('a'), agentPod('b'), late('c', 299)],
    },
  },
  {
    what: 'fewer than half ready',
    given: {
      ...three,
      daemonsets: [agentSet({ desired: 3, ready: 1 })],
      pods: [agentPod('a'), late('b'), late('c', 400)],
    },
    said: ['critical DaemonSet/cilium'],
  },
  {
    what: 'wanted nowhere',
    given: { daemonsets: [agentSet({ desired: 0 })] },
    said: ['critical DaemonSet/cilium'],
    says: 'none of 1 nodes',
  },
  {
    what: 'wanted nowhere in a cluster without nodes',
    given: { nodes: [], daemonsets: [agentSet({ desired: 0 })] },
  },
  {
    what: 'the pod of a silent node says nothing',
    given: {
      nodes: [node('a'), node('b', { ready: 'Unknown' })],
      daemonsets: [agentSet({ desired: 2, ready: 1 })],
      pods: [agentPod('a'), late('b')],
    },
  },
  {
    what: 'missing without pods to look at: a first look cannot tell',
    given: {
      daemonsets: [agentSet({ desired: 2, ready: 1 })],
      pods: 'forbidden',
    },
    state: 'unknown',
    says: 'pods: forbidden',
  },
  {
    what: 'missing without pods to look at, for 5 minutes',
    given: {
      daemonsets: [agentSet({ desired: 2, ready: 1 })],
      pods: 'forbidden',
    },
    for: 330,
    said: ['warning DaemonSet/cilium'],
  },
  {
    what: 'a rollout that goes on is info',
    given: { daemonsets: [agentSet({ desired: 9, ready: 8, updated: 4 })] },
    for: 330,
    said: ['info DaemonSet/cilium'],
    says: '4 of 9 nodes done',
  },
  {
    what: 'no agent DaemonSet',
    given: { daemonsets: [] },
    state: 'unknown',
    says: 'no Cilium agent',
  },
  {
    what: 'no status yet',
    given: {
      daemonsets: [
        { metadata: { name: 'cilium', labels: { 'k8s-app': 'cilium' } } },
      ],
      deployments: [operator({})],
    },
    state: 'unknown',
  },
]);
