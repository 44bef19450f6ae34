import { ago } from '@clusterworks/kube-fixtures';
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
const failedCreate = (kind: string, name: string) => ({
  metadata: { name: `${name}.refused`, namespace: 'kube-system' },
  reason: 'FailedCreate',
  message:
    'pods "x" is forbidden: error looking up service account kube-system/cilium: serviceaccount "cilium" not found',
  lastTimestamp: ago('120s'),
  involvedObject: { kind, namespace: 'kube-system', name },
});
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
      name: 'pods that the API server refuses, so none exists',
      world: {
        ...three,
        daemonsets: [agentSet({ desired: 3, ready: 2 })],
        pods: [agentPod('a'), agentPod('b')],
        events: [failedCreate('DaemonSet', 'cilium')],
      },
      said: ['warning DaemonSet/cilium'],
      says: 'ready on 2 of 3 nodes: its pods are not created (ServiceAccount kube-system/cilium',
    },
    {
      name: 'pods that were refused, and exist now',
      world: {
        ...three,
        daemonsets: [agentSet({ desired: 3 })],
        pods: [agentPod('a'), agentPod('b'), agentPod('c')],
        events: [failedCreate('DaemonSet', 'cilium')],
      },
    },
    {
      name: 'pods of another DaemonSet that are refused',
      world: {
        ...three,
        daemonsets: [agentSet({ desired: 3, ready: 2 })],
        pods: [agentPod('a'), agentPod('b')],
        events: [failedCreate('DaemonSet', 'cilium-other')],
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
      name: 'none ready for just below 5 minutes is no pass',
      world: {
        ...three,
        daemonsets: [agentSet({ desired: 3, ready: 0 })],
        pods: [late('a', 299), late('b', 299), late('c', 299)],
      },
      state: 'unknown',
      says: 'no agent is ready',
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
      name: 'the pod of a silent node does not count',
      world: {
        nodes: [node('a'), node('b', { ready: 'Unknown' })],
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        pods: [agentPod('a'), late('b')],
      },
    },
    {
      name: 'missing without readable pods, at a first look',
      world: {
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        pods: 'forbidden',
      },
      state: 'unknown',
      says: 'pods: forbidden',
    },
    {
      name: 'missing without readable pods, for 5 minutes',
      world: {
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        pods: 'forbidden',
      },
      for: 330,
      said: ['warning DaemonSet/cilium'],
    },
    {
      name: 'more unavailable agents than a rollout allows at a time',
      world: {
        daemonsets: [
          agentSet({ desired: 9, ready: 6, updated: 4, unavailable: 3 }),
        ],
      },
      for: 330,
    },
    {
      name: 'a rollout in progress is info',
      world: {
        daemonsets: [
          agentSet({ desired: 9, ready: 7, updated: 4, unavailable: 2 }),
        ],
      },
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
