import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PlatformRepositories } from '@clusterworks/plugin-clusters-changes-node';
import { smallSpec } from '@clusterworks/test-support';
import { ClusterCreations } from './ClusterCreations';

describe('ClusterCreations', () => {
  const jane = mockCredentials.user('user:default/jane');
  const asked = jest.fn();

  /** Refused before git is asked, of which there is none here. */
  const creations = (allowedOwnerGroups: string[] = []) => {
    const config = mockServices.rootConfig({
      data: {
        clusters: {
          platformRepositories: [
            { url: 'https://git.example/acme/platform', allowedOwnerGroups },
          ],
        },
      },
    });
    return new ClusterCreations({
      permissions: mockServices.permissions.mock({
        authorize: async () => [{ result: AuthorizeResult.ALLOW }],
      }),
      repositories: PlatformRepositories.fromConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      renderer: { render: asked },
      addresses: { of: asked },
      requireUserToken: true,
      now: Date.now,
    });
  };

  it.each<[what: string, owners: string[], token: string, said: RegExp]>([
    [
      'a caller without a token of their own, where it is needed',
      [],
      '',
      /requireScmUserCredentials is set/,
    ],
    [
      'an owner that may have no cluster there',
      ['group:default/search'],
      'mine',
      /may not own clusters/,
    ],
  ])('refuses %s', async (_what, owners, token, said) => {
    await expect(
      creations(owners).preview({ spec: smallSpec, token }, jane),
    ).rejects.toThrow(said);
    expect(asked).not.toHaveBeenCalled();
  });

  it('limits how often one caller asks', async () => {
    const one = creations();
    const names: string[] = [];
    for (let index = 0; index < 31; index += 1) {
      await one
        .preview({ spec: smallSpec, token: 'mine' }, jane)
        .catch(({ name }) => names.push(name));
    }
    expect(names.at(-2)).not.toBe('TooManyRequestsError');
    expect(names.at(-1)).toBe('TooManyRequestsError');
  });
});
