import { ciliumConfig, coreDns } from '@clusterworks/kube-fixtures';
import { standardCluster, systemMachines } from '../../world';
import { lookAlike } from '../Case';

/** Two clusters are meshed, with ids of their own. */
export const clusterMeshIsWell = lookAlike({
  name: 'cluster-mesh-is-well',
  source: 'https://docs.cilium.io/en/stable/network/clustermesh/clustermesh/',
  why: 'clustermesh-apiserver is available, cluster-id is 7: in the range that ENI mode allows.',
  mistakenFor: ['cilium/D25'],
  build: () => {
    const cluster = standardCluster();
    const mesh = {
      ...coreDns(cluster.facts),
      name: 'clustermesh-apiserver',
      labels: {
        'k8s-app': 'clustermesh-apiserver',
        'app.kubernetes.io/name': 'clustermesh-apiserver',
      },
    };
    cluster.run(mesh, systemMachines);
    cluster.put(
      ciliumConfig({ cluster: cluster.facts, data: { 'cluster-id': '7' } }),
    );
    return cluster;
  },
});
