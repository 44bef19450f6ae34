import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { repository } from '../testing';
import { ClusterNames } from './ClusterNames';

const locations = {
  git: 'url:https://github.com/acme/platform/blob/main/clusters/x/cluster.yaml',
  eks: 'aws-eks:arn:aws:eks:eu-west-1:123456789012:cluster/shop',
  hand: 'url:https://elsewhere.example/catalog-info.yaml',
};

interface Described {
  namespace: string;
  from: keyof typeof locations;
  name?: string;
  /** Whether its name is already refused. */
  refused?: boolean;
}

function entityOf({ namespace, from, name, refused }: Described): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: name ?? 'shop',
      namespace,
      annotations: {
        'backstage.io/managed-by-location': locations[from],
        ...(refused && { 'clusterworks.dev/name-taken-by': 'somebody' }),
      },
    },
    spec: { type: 'kubernetes-cluster', owner: 'group:default/x' },
  };
}

describe('the holder of the name of a cluster', () => {
  const hand = (namespace: string, refused?: boolean): Described => ({
    ...{ namespace, from: 'hand', refused },
  });
  const git: Described = { namespace: 'z', from: 'git' };
  const eks: Described = { namespace: 'z', from: 'eks' };

  it.each<[string, Described, Described[], string | undefined]>([
    ['nobody else', hand('a'), [hand('a')], undefined],
    ['a newcomer', hand('a'), [], undefined],
    ['a newcomer that comes second', hand('a'), [hand('b')], 'resource:b/shop'],
    [
      'one that is written otherwise',
      { ...hand('a'), name: 'SHOP' },
      [hand('b')],
      'resource:b/shop',
    ],
    [
      'the first of two that are there',
      hand('a'),
      [hand('a'), hand('b')],
      undefined,
    ],
    ['the second', hand('b'), [hand('a'), hand('b')], 'resource:a/shop'],
    [
      'one that was refused, as long as the other is there',
      hand('a', true),
      [hand('a', true), hand('b')],
      'resource:b/shop',
    ],
    ['the other meanwhile', hand('b'), [hand('a', true), hand('b')], undefined],
    [
      'one that was refused, later',
      hand('a', true),
      [hand('a', true)],
      undefined,
    ],
    ['one of EKS', eks, [hand('a'), eks], undefined],
    ['by hand beside EKS', hand('a'), [hand('a'), eks], 'resource:z/shop'],
    [
      'one of EKS beside git',
      eks,
      [eks, { ...git, namespace: 'a' }],
      'resource:a/shop',
    ],
    [
      'one of git, always',
      git,
      [hand('a'), { ...eks, namespace: 'e' }],
      undefined,
    ],
    [
      'one that is configured',
      { ...hand('a'), name: 'Listed' },
      [],
      'the configuration (kubernetes.clusterLocatorMethods)',
    ],
  ])('%s', async (_what, described, known, holder) => {
    const names = new ClusterNames({
      catalog: catalogServiceMock({ entities: known.map(entityOf) }),
      auth: mockServices.auth(),
      repositories: [repository],
      configured: ['listed'],
    });
    const location = locations[described.from];
    expect(await names.holderOf(entityOf(described), location)).toBe(holder);
  });
});
