import { kubeProxyOverlap } from './kubeProxyOverlap';
import {
  agentSet,
  config,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const proxy = { daemonsets: [agentSet({}), agentSet({ name: 'kube-proxy' })] };
const kept = { configmaps: [config({ 'kube-proxy-replacement': 'false' })] };

describeRule(
  kubeProxyOverlap,
  [
    { name: 'both', world: proxy, said: ['info DaemonSet/kube-proxy'] },
    {
      name: 'neither',
      world: kept,
      said: ['critical Cluster/test'],
      says: 'neither',
    },
    { name: 'kube-proxy alone', world: { ...proxy, ...kept } },
    { name: 'Cilium alone, knows the API server', world: {} },
    {
      name: 'Cilium alone, does not know the API server',
      world: {
        daemonsets: [agentSet({ env: { OTHER: '' } })],
      },
      said: ['critical DaemonSet/cilium'],
      says: 'k8sServiceHost',
    },
    {
      name: 'the environment was not collected',
      world: { daemonsets: [agentSet({ env: null })] },
      state: 'unknown',
      says: 'not collected',
    },
    {
      name: 'kube-proxy exists but wants no pods',
      world: {
        ...kept,
        daemonsets: [
          agentSet({}),
          agentSet({ name: 'kube-proxy', desired: 0 }),
        ],
      },
      said: ['critical Cluster/test'],
    },
    { name: 'no cilium-config', world: { configmaps: [] }, state: 'unknown' },
  ],
  ciliumTable,
);
