import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { PlatformRepositories } from './PlatformRepositories';

const repositories = PlatformRepositories.fromConfig(
  mockServices.rootConfig({
    data: {
      clusters: {
        platformRepositories: [
          {
            url: 'https://github.com/acme/platform',
            allowedOwnerGroups: ['payments'],
          },
        ],
      },
    },
  }),
);

describe('PlatformRepositories', () => {
  it.each([
    ['https://github.com/acme/platform', []],
    ['https://ghe.example.com/acme/platform', []],
    ['https://gitlab.com/acme/platform', ['gitlab.com']],
    ['https://git.example.com/acme/platform', ['git.example.com']],
  ])('says of %s whether changes can be proposed there', (url, hosts) => {
    const config = mockServices.rootConfig({
      data: {
        clusters: { platformRepositories: [{ url }] },
        integrations: {
          github: [
            {
              host: 'ghe.example.com',
              apiBaseUrl: 'https://ghe.example.com/api/v3',
            },
          ],
          gitlab: [{ host: 'gitlab.com', token: 't' }],
        },
      },
    });
    const problems = PlatformRepositories.fromConfig(config).hostProblems(
      ScmIntegrations.fromConfig(config),
    );
    expect(problems).toEqual(
      hosts.map(host =>
        expect.stringMatching(
          new RegExp(`on GitHub only.*${url} is on ${host}`),
        ),
      ),
    );
  });

  it.each([
    [undefined, 'https://github.com/acme/platform'],
    [
      'https://github.com/ACME/platform.git',
      'https://github.com/acme/platform',
    ],
  ])('chooses for %s', (given, url) => {
    expect(repositories.choose(given).url).toBe(url);
  });

  it.each([
    'https://github.com/acme/platform-evil',
    'https://evil.example/acme/platform',
    'http://github.com/acme/platform',
    'https://github.com/acme/platform/../evil',
    'acme/platform',
  ])('refuses %s', url => {
    expect(() => repositories.choose(url)).toThrow(/is not in clusters/);
  });

  it.each([
    [
      'url:https://github.com/acme/platform/blob/main/clusters/dev/a/cluster.yaml',
    ],
    [
      'url:https://github.com/Acme/Platform/blob/main/clusters/dev/a/cluster.yaml',
    ],
  ])('finds the place of the cluster at %s', location => {
    expect(repositories.locate(location)).toMatchObject({
      repository: { url: 'https://github.com/acme/platform' },
      environment: 'dev',
      name: 'a',
    });
  });

  it.each([
    undefined,
    'url:https://github.com/acme/platform/blob/evil/clusters/dev/a/cluster.yaml',
    'url:https://github.com/acme/platform/tree/main/clusters/dev/a/cluster.yaml',
    'url:https://github.com/acme/platform/blob/main/clusters/dev/a/status.yaml',
    'url:https://github.com/acme/platform/blob/main/x/clusters/dev/a/cluster.yaml',
    'url:https://github.com/acme/platform/blob/main/clusters/dev/a%2Fb/cluster.yaml',
    'url:https://github.com/acme/platform-evil/blob/main/clusters/dev/a/cluster.yaml',
    'file:/clusters/dev/a/cluster.yaml',
  ])('finds no cluster at %s', location => {
    expect(repositories.locate(location)).toBeUndefined();
  });

  it('requires a choice among several, and reports when none is configured', () => {
    const of = (...urls: string[]) =>
      PlatformRepositories.fromConfig(
        mockServices.rootConfig({
          data: {
            clusters: { platformRepositories: urls.map(url => ({ url })) },
          },
        }),
      );
    expect(() =>
      of('https://g.example/a/b', 'https://g.example/a/c').choose(undefined),
    ).toThrow('must be one of https://g.example/a/b, https://g.example/a/c');
    expect(() => of().choose(undefined)).toThrow('no platform repository');
  });
});
