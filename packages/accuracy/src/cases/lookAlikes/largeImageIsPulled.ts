import { ago, kubeletEvent, service } from '@clusterworks/kube-fixtures';
import { podNamed, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pod in ContainerCreating that pulls an image of several gigabytes. */
export const largeImageIsPulled = lookAlike({
  name: 'large-image-is-pulled',
  source: 'https://kubernetes.io/docs/concepts/containers/images/',
  why: 'The pod has its address; its image of nine gigabytes is being pulled since four minutes. The network has nothing to do with it.',
  mistakenFor: ['cilium/D20', 'cilium/D12', 'cilium/D15'],
  build: () => {
    const cluster = standardCluster();
    const [name] = cluster.run(service('model', 'lab'), ['general-2'], {
      createdAt: ago('4m'),
      startedAt: null,
      counts: { ready: 0, availableSince: ago('4m') },
    });
    cluster.put(
      kubeletEvent(
        podNamed(name, 'lab'),
        {
          type: 'Normal',
          reason: 'Pulling',
          message: 'Pulling image "registry.example.com/lab/model:1.5.0"',
        },
        { at: ago('4m') },
      ),
    );
    return cluster;
  },
});
