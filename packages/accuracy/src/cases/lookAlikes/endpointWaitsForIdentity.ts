import { ago, service } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pod twenty seconds old whose identity is being allocated. */
export const endpointWaitsForIdentity = lookAlike({
  name: 'endpoint-waits-for-identity',
  source: 'https://docs.cilium.io/en/stable/internals/security-identities/',
  why: 'New labels get a new identity; the endpoint waits for it some seconds.',
  mistakenFor: ['cilium/D16', 'cilium/D20', 'cilium/D15'],
  build: () => {
    const cluster = standardCluster();
    const [name] = cluster.run(service('onboarding', 'office'), ['general-1'], {
      createdAt: ago('20s'),
    });
    cluster.edit('CiliumEndpoint', name, {
      metadata: { creationTimestamp: ago('15s') },
      status: { state: 'waiting-for-identity', identity: undefined },
    });
    return cluster;
  },
});
