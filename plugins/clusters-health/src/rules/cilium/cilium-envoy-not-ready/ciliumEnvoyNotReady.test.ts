import { ciliumEnvoyNotReady } from './ciliumEnvoyNotReady';
import {
  agentPod,
  agentSet,
  node,
  pod,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

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

judges(ciliumEnvoyNotReady, [
  {
    what: 'missing for 5 minutes',
    given: { daemonsets: sets, pods: [agentPod('a'), envoy(300)] },
    said: ['warning DaemonSet/cilium-envoy'],
    says: '1 of 2 nodes',
  },
  {
    what: 'missing for just below 5 minutes',
    given: { daemonsets: sets, pods: [agentPod('a'), envoy(299)] },
  },
  {
    what: 'on a silent node',
    given: {
      nodes: [node('a', { ready: 'Unknown' })],
      daemonsets: sets,
      pods: [envoy(900)],
    },
  },
  {
    what: 'without pods, for 5 minutes',
    given: { daemonsets: sets, pods: 'forbidden' },
    for: 330,
    said: ['warning DaemonSet/cilium-envoy'],
  },
  {
    what: 'crashes again and again, and runs at this moment',
    given: {
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
    what: 'ready everywhere',
    given: { daemonsets: [agentSet({ name: 'cilium-envoy', desired: 2 })] },
  },
  { what: 'not there', given: {}, state: 'notApplicable' },
]);
