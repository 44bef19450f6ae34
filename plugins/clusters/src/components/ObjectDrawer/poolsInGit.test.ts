import { poolsInGit } from './poolsInGit';

const repository = 'https://github.com/acme/platform';
const source = `url:${repository}/tree/main/clusters/dev/search-dev/`;

const hrefOf = (location: string | undefined, described: string | undefined) =>
  poolsInGit(
    {
      ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Resource' },
      metadata: {
        name: 'search-dev',
        annotations: {
          ...(location && { 'backstage.io/source-location': location }),
          ...(described && { 'clusterworks.dev/node-pools': described }),
        },
      },
    },
    ['general'],
  );

describe('poolsInGit', () => {
  it.each([
    [source, ''],
    [source.replace('main/', 'main/fleet/'), 'fleet/'],
  ])('is the folder of the overlay: %s', (location, folder) => {
    expect(hrefOf(location, 'gpu,general')).toBe(
      `${repository}/tree/main/${folder}platform/overlays/dev/search-dev/karpenter`,
    );
  });

  it.each<[what: string, location?: string, described?: string]>([
    // All three, because Jest hands `done` to a test that is given fewer.
    ['a cluster that was not made here', undefined, undefined],
    ['a pool that was made by hand', source, 'gpu'],
    ['a pool with a longer name', source, 'general-2'],
    ['another folder', `url:${repository}/tree/main/docs/`, 'general'],
    ['a script', 'url:javascript:alert(1)//clusters/dev/a/', 'general'],
  ])('is not known for %s', (_, location, described) => {
    expect(hrefOf(location, described)).toBeUndefined();
  });
});
