import {
  clusterLabels,
  type ClusterObservation,
} from '@clusterworks/plugin-clusters-common';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { ClusterProcessor } from './ClusterProcessor';

const { health, kubernetesVersion, phase } = clusterLabels;

const observation: ClusterObservation = {
  name: 'payments',
  entityRef: 'resource:default/payments',
  verdict: 'critical',
  phase: 'building',
  versions: { kubernetes: '1.35.4' },
};

async function labelsOf(
  labelsObserved: boolean,
  seen: ClusterObservation = observation,
) {
  const processor = new ClusterProcessor({
    guard: new ApiServerGuard({ allowedHosts: [], privateHosts: [] }),
    names: { holderOf: async () => undefined },
    observations: {
      get: async () => new Map([[seen.entityRef, seen]]),
    },
    labelsObserved,
  });
  const { metadata } = await processor.postProcessEntity(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'payments',
        labels: { team: 'payments', [health]: 'healthy', [phase]: 'draining' },
      },
      spec: { type: 'kubernetes-cluster', owner: 'group:default/payments' },
    },
    { type: 'url', target: 'https://github.com/acme/other/blob/main/x.yaml' },
    () => {},
  );
  return metadata.labels;
}

describe('labels of a cluster entity', () => {
  it('tell what is seen to whoever may read the entity', async () => {
    expect(await labelsOf(true)).toMatchObject({
      team: 'payments',
      [health]: 'critical',
      [phase]: 'building',
      [kubernetesVersion]: '1.35.4',
    });
  });

  it('tell that a cluster which is taken down is drained', async () => {
    const draining = { ...observation, phase: 'draining' } as const;
    expect(await labelsOf(true, draining)).toHaveProperty([phase], 'draining');
    expect(await labelsOf(true, { ...draining, drained: true })).toHaveProperty(
      [phase],
      'drained',
    );
  });

  it('contain no unknown phase, whatever a file claims', async () => {
    const labels = await labelsOf(true, { ...observation, phase: undefined });
    expect(labels).not.toHaveProperty([phase]);
  });

  it('tell nothing of it when they are switched off, nor what a file claims', async () => {
    expect(await labelsOf(false)).toEqual({ team: 'payments' });
  });
});
