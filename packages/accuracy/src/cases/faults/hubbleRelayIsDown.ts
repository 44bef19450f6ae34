import { ago, hubbleRelay } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** Hubble's relay cannot connect and is not available. */
export const hubbleRelayIsDown = fault({
  name: 'hubble-relay-is-down',
  source: 'https://docs.cilium.io/en/stable/observability/hubble/setup/',
  why: 'The certificates of Hubble have run out: the relay is not ready since 42 minutes. Traffic is not touched.',
  verdict: 'degraded',
  root: ['cilium/D05'],
  rootsMax: 1,
  mistakenFor: ['cilium/D01', 'cilium/D02', 'cilium/D03'],
  says: ['[Hh]ubble|relay'],
  build: () => {
    const cluster = standardCluster({ hubble: true });
    cluster.run(hubbleRelay(cluster.facts), ['system-1'], {
      createdAt: ago('9d'),
      ready: false,
      readySince: ago('42m'),
      counts: { ready: 0, availableSince: ago('42m') },
    });
    return cluster;
  },
});
