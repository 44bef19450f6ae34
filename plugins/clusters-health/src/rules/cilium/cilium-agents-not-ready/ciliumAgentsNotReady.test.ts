import { ciliumAgentsNotReady } from './ciliumAgentsNotReady';
import {
  agentPod,
  agentSet,
  node,
  operator,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const three = { nodes: [node('a'), node('b'), node('c')] };
const late = (name: string, since = 301) =>
  agentPod(name, { ready: false, since });

describeRule(
  ciliumAgentsNotReady,
  [
    {
      name: 'one of three missing for 5 minutes',
      world: {
        ...three,
        daemonsets: [agentSet({ desired: 3, ready: 2 })],
        pods: [agentPod('a'), agentPod('b'), late('c')],
      },
      said: ['warning DaemonSet/cilium'],
      says: 'ready on 2 of 3 nodes',
    },
    {
      name: 'one of three missing for just below 5 minutes',
      world: {
        ...three,
        daemonsets: [agentSet({ desired: 3, ready: 2 })],
        pods: [agentPod('a'), agentPod('b'), late('c', 299)],
      },
    },
    {
      name: 'fewer than half ready',
      world: {
        ...three,
        daemonsets: [agentSet({ desired: 3, ready: 1 })],
        pods: [agentPod('a'), late('b'), late('c', 400)],
      },
      said: ['critical DaemonSet/cilium'],
    },
    {
      name: 'wanted nowhere',
      world: { daemonsets: [agentSet({ desired: 0 })] },
      said: ['critical DaemonSet/cilium'],
      says: 'none of 1 nodes',
    },
    {
      name: 'wanted nowhere in a cluster without nodes',
      world: { nodes: [], daemonsets: [agentSet({ desired: 0 })] },
    },
    {
      name: 'the pod of a silent node says nothing',
      world: {
        nodes: [node('a'), node('b', { ready: 'Unknown' })],
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        pods: [agentPod('a'), late('b')],
      },
    },
    {
      name: 'missing without pods to look at: a first look cannot tell',
      world: {
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        pods: 'forbidden',
      },
      state: 'unknown',
      says: 'pods: forbidden',
    },
    {
      name: 'missing without pods to look at, for 5 minutes',
      world: {
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        pods: 'forbidden',
      },
      for: 330,
      said: ['warning DaemonSet/cilium'],
    },
    {
      name: 'a rollout that goes on is info',
      world: { daemonsets: [agentSet({ desired: 9, ready: 8, updated: 4 })] },
      for: 330,
      said: ['info DaemonSet/cilium'],
      says: '4 of 9 nodes done',
    },
    {
      name: 'no agent DaemonSet',
      world: { daemonsets: [] },
      state: 'unknown',
      says: 'no Cilium agent',
    },
    {
      name: 'no status yet',
      world: {
        daemonsets: [
          { metadata: { name: 'cilium', labels: { 'k8s-app': 'cilium' } } },
        ],
        deployments: [operator({})],
      },
      state: 'unknown',
    },
  ],
  ciliumTable,
);
