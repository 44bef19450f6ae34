import type { Probe } from './lib/measure';
import type { BenchBackend } from './lib/startBackend';

/**
 * The kinds that the cluster page needs, as a request to the Kubernetes
 * plugin.
 */
const peerResources = [
  ['', 'v1', 'nodes'],
  ['karpenter.sh', 'v1', 'nodepools'],
  ['karpenter.sh', 'v1', 'nodeclaims'],
  ['karpenter.k8s.aws', 'v1', 'ec2nodeclasses'],
  ['cilium.io', 'v2', 'ciliumnodes'],
  ['apps', 'v1', 'daemonsets'],
  ['apps', 'v1', 'deployments'],
].map(([group, apiVersion, plural]) => ({ group, apiVersion, plural }));

function peerProbe(bench: BenchBackend, entityRef: string): Probe {
  return {
    ...bench.probe('/api/kubernetes/resources/custom/query'),
    method: 'POST',
    body: JSON.stringify({
      entityRef,
      auth: {},
      customResources: peerResources,
    }),
  };
}

/** The request of a cluster's page to the peer. */
export function peerCluster(bench: BenchBackend, id: string): Probe {
  return peerProbe(bench, `resource:default/${id}`);
}

/** The request for all clusters at once to the peer. */
export function peerFleet(bench: BenchBackend): Probe {
  return peerProbe(bench, 'component:default/fleet');
}

/** Path of the request of a cluster's page to our plugin. */
export function ourCluster(id: string): string {
  return `/api/clusters/v1/clusters/${id}`;
}
