import { deployment, hubbleRelay, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Workloads that nobody needs at the weekend are scaled to zero. */
export const scaledToZero = lookAlike({
  name: 'scaled-to-zero',
  source:
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment',
  why: 'Two Deployments of a team and the user interface of Hubble have replicas 0: on purpose, not down.',
  mistakenFor: ['cilium/D05', 'clusterworks/pods-waiting'],
  build: () => {
    const cluster = standardCluster({ hubble: true });
    cluster.run(hubbleRelay(cluster.facts), ['system-1']);
    for (const each of [
      service('demo', 'office'),
      service('sandbox', 'office'),
      {
        ...hubbleRelay(cluster.facts),
        name: 'hubble-ui',
        labels: { 'k8s-app': 'hubble-ui' },
      },
    ]) {
      cluster.put(
        deployment({ ...each, replicas: 0 }, { scheduled: 0, ready: 0 }),
      );
    }
    return cluster;
  },
});
