import { ago, service } from '@clusterworks/kube-fixtures';
import { sandboxFailure, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pod got its network at the second try. */
export const sandboxFailedOnce = lookAlike({
  name: 'sandbox-failed-once',
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
  why: 'While the agent restarted, kubelet failed to set up one pod; a few seconds later it worked. The pod runs since four minutes.',
  mistakenFor: ['cilium/D20', 'cilium/D02'],
  build: () => {
    const cluster = standardCluster();
    const [name] = cluster.run(service('feed', 'shop'), ['general-3'], {
      createdAt: ago('5m'),
      startedAt: ago('4m'),
    });
    cluster.put(
      sandboxFailure(
        name,
        'shop',
        'unable to connect to Cilium agent: failed to create cilium agent client after 30 seconds timeout: Get "http://localhost/v1/config": dial unix /var/run/cilium/cilium.sock: connect: no such file or directory',
        { at: ago('4.8m') },
      ),
    );
    return cluster;
  },
});
