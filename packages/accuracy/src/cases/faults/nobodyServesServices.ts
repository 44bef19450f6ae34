import { ciliumConfig } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** kube-proxy is gone and Cilium does not replace it. */
export const nobodyServesServices = fault({
  name: 'nobody-serves-services',
  source: 'https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/',
  why: 'The addon kube-proxy was removed, and kube-proxy-replacement is false: no Service address is reachable.',
  verdict: 'critical',
  root: ['cilium/D14'],
  rootsMax: 1,
  says: ['kube-proxy'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      ciliumConfig({
        cluster: cluster.facts,
        data: { 'kube-proxy-replacement': 'false' },
      }),
    );
    return cluster;
  },
});
