import { ciliumEnvoyNotReady } from './ciliumEnvoyNotReady';
import {
  agentPod,
  agentSet,
  node,
  pod,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const sets = [
  agentSet({}),
  agentSet({ name: 'cilium-envoy', desired: 2, ready: 1 }),
];
const envoy = (since: number, nodeName = 'a') =>
  pod('envoy', {
    namespace: 'kube-system',
    labels: { 'k8s-app': 'cilium-envoy' },
    node: nodeName,
    ready: false,
    since,
  });

describeRule(
  ciliumEnvoyNotReady,
  [
    {
      name: 'missing for 5 minutes',
      world: { daemonsets: sets, pods: [agentPod('a'), envoy(300)] },
      said: ['warning DaemonSet/cilium-envoy'],
      says: '1 of 2 nodes',
    },
    {
      name: 'missing for just below 5 minutes',
      world: { daemonsets: sets, pods: [agentPod('a'), envoy(299)] },
    },
    {
      name: 'ready nowhere for just below 5 minutes is no pass',
      world: {
        daemonsets: [
          agentSet({}),
          agentSet({ name: 'cilium-envoy', desired: 1, ready: 0 }),
        ],
        pods: [agentPod('a'), envoy(299)],
      },
      state: 'unknown',
      says: 'no Envoy is ready',
    },
    {
      name: 'on a silent node',
      world: {
        nodes: [node('a', { ready: 'Unknown' })],
        daemonsets: sets,
        pods: [envoy(900)],
      },
    },
    {
      name: 'without pods, for 5 minutes',
      world: { daemonsets: sets, pods: 'forbidden' },
      for: 330,
      said: ['warning DaemonSet/cilium-envoy'],
    },
    {
      name: 'crashes again and again, and runs at this moment',
      world: {
        daemonsets: [agentSet({ name: 'cilium-envoy' })],
        pods: [
          agentPod('a'),
          pod('envoy', {
            labels: { 'k8s-app': 'cilium-envoy' },
            age: 7200,
            restarts: 9,
            ended: 60,
            exitCode: 139,
          }),
        ],
      },
      said: ['warning DaemonSet/cilium-envoy'],
      says: 'exit code 139: segmentation fault',
    },
    {
      name: 'ready everywhere',
      world: { daemonsets: [agentSet({ name: 'cilium-envoy', desired: 2 })] },
    },
    { name: 'not installed', world: {}, state: 'notApplicable' },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);
