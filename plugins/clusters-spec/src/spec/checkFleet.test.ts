import { checkFleet } from './checkFleet';
import type { ClusterSpec } from './clusterSpecSchema';

function cluster(
  name: string,
  vpcCidr: string,
  mesh?: { enabled: boolean; id: number; peers?: string[] },
  environment = 'dev',
): ClusterSpec {
  return {
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    metadata: { name, owner: 'group:default/x' },
    spec: {
      environment,
      region: 'eu-west-1',
      network: { vpcCidr },
      cilium: { clusterMesh: mesh },
    },
  };
}
const mine = cluster('a', '10.0.0.0/16', {
  enabled: true,
  id: 1,
  peers: ['b'],
});

describe('checkFleet', () => {
  it.each([
    ['a good peer', cluster('b', '10.1.0.0/16', { enabled: true, id: 2 }), []],
    [
      'the same id',
      cluster('b', '10.1.0.0/16', { enabled: true, id: 1 }),
      ['spec.cilium.clusterMesh.id: 1 is the id of "b" too'],
    ],
    [
      'a range that overlaps',
      cluster('b', '10.0.128.0/20', { enabled: true, id: 2 }),
      // Not the range of the other: whoever asks may not see that cluster.
      [
        'spec.cilium.clusterMesh.peers[0]: "b" has a range that overlaps 10.0.0.0/16 of this cluster: meshed clusters need distinct ranges',
      ],
    ],
    [
      'a peer without a mesh',
      cluster('b', '10.1.0.0/16'),
      ['spec.cilium.clusterMesh.peers[0]: "b" has clusterMesh switched off'],
    ],
  ])('judges %s', (_, peer, expected) => {
    const { errors, warnings } = checkFleet(mine, [mine, peer]);
    expect(errors.map(each => `${each.path}: ${each.message}`)).toEqual(
      expected.map(text => expect.stringContaining(text)),
    );
    expect(errors.map(({ message }) => message).join()).not.toContain(
      '10.0.128',
    );
    expect(warnings).toEqual([]);
  });

  it('warns when the spec of a peer is not given', () => {
    expect(checkFleet(mine, []).warnings).toHaveLength(1);
    expect(checkFleet(cluster('c', '10.9.0.0/16'), [])).toEqual({
      errors: [],
      warnings: [],
    });
  });

  it('wants names to be unique across environments', () => {
    const twin = cluster('a', '10.7.0.0/16', undefined, 'prod');
    expect(checkFleet(cluster('a', '10.8.0.0/16'), [twin]).errors).toEqual([
      expect.objectContaining({ path: 'metadata.name' }),
    ]);
  });
});
