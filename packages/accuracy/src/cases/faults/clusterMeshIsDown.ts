import { ago, ciliumConfig, coreDns } from '@clusterworks/kube-fixtures';
import { standardCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** The API server of the cluster mesh is not available. */
export const clusterMeshIsDown = fault({
  name: 'cluster-mesh-is-down',
  source:
    'https://docs.cilium.io/en/stable/operations/troubleshooting_clustermesh/',
  why: 'Both pods of clustermesh-apiserver wait for a secret that does not exist, since 35 minutes. Other clusters do not see changes of services.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['cilium/D25'],
  rootsMax: 1,
  says: ['clustermesh'],
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
    cluster.run(mesh, systemMachines, {
      createdAt: ago('35m'),
      startedAt: null,
      waiting: { reason: 'ContainerCreating' },
      counts: { ready: 0, availableSince: ago('35m') },
    });
    cluster.put(
      ciliumConfig({ cluster: cluster.facts, data: { 'cluster-id': '7' } }),
    );
    return cluster;
  },
});
