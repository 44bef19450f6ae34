import { kubeProxyOverlap } from './kubeProxyOverlap';
import { agentSet, config } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const proxy = { daemonsets: [agentSet({}), agentSet({ name: 'kube-proxy' })] };
const kept = { configmaps: [config({ 'kube-proxy-replacement': 'false' })] };

judges(kubeProxyOverlap, [
  { what: 'both', given: proxy, said: ['info DaemonSet/kube-proxy'] },
  {
    what: 'neither',
    given: kept,
    said: ['critical Cluster/test'],
    says: 'neither',
  },
  { what: 'kube-proxy alone', given: { ...proxy, ...kept } },
  { what: 'Cilium alone, knows the API server', given: {} },
  {
    what: 'Cilium alone, does not know the API server',
    given: { daemonsets: [agentSet({ env: [{ name: 'OTHER', value: '' }] })] },
    said: ['critical DaemonSet/cilium'],
    says: 'k8sServiceHost',
  },
  {
    what: 'the environment was not collected',
    given: { daemonsets: [agentSet({ env: null })] },
    state: 'unknown',
    says: 'not collected',
  },
  {
    what: 'kube-proxy is there but wants no pods',
    given: {
      ...kept,
      daemonsets: [agentSet({}), agentSet({ name: 'kube-proxy', desired: 0 })],
    },
    said: ['critical Cluster/test'],
  },
  { what: 'no cilium-config', given: { configmaps: [] }, state: 'unknown' },
]);
