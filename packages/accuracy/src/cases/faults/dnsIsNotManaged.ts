import { standardCluster } from '../../world';
import { fault } from '../Case';

/** CoreDNS started through the other CNI: Cilium does not know its pods. */
export const dnsIsNotManaged = fault({
  name: 'dns-is-not-managed',
  source: 'https://docs.cilium.io/en/stable/installation/k8s-install-helm/',
  why: 'CoreDNS started before Cilium took over and was not restarted since two days: no policy applies to it, and it may not be reached from other nodes.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D15'],
  rootsMax: 1,
  mistakenFor: ['cilium/D16', 'cilium/D03', 'cilium/D13'],
  says: ['coredns|CoreDNS'],
  build: () => {
    const cluster = standardCluster();
    cluster.remove('CiliumEndpoint', ({ metadata }) =>
      metadata.name.startsWith('coredns-'),
    );
    return cluster;
  },
});
