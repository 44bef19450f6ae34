import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { ClusterTemplateProvider } from './ClusterTemplateProvider';

async function mutationOf(config: object) {
  const applyMutation = jest.fn();
  const provider = ClusterTemplateProvider.fromConfig(
    mockServices.rootConfig({ data: config as any }),
  );
  await provider.connect({ applyMutation, refresh: jest.fn() });
  expect(applyMutation).toHaveBeenCalledTimes(1);
  return applyMutation.mock.calls[0][0];
}

describe('ClusterTemplateProvider', () => {
  it('gives every template the configured owner', async () => {
    const { type, entities } = await mutationOf({
      clusters: { templates: { owner: 'group:default/foundation' } },
    });
    expect(type).toBe('full');
    expect(
      entities.map(({ entity }: { entity: Entity }) => [
        entity.kind,
        entity.metadata.name,
        entity.spec?.owner,
      ]),
    ).toEqual([
      ['Template', 'create-cluster', 'group:default/foundation'],
      ['Template', 'change-cluster', 'group:default/foundation'],
      ['Template', 'platform-repository', 'group:default/foundation'],
    ]);
  });

  it.each([
    [true, ['https://github.com/acme/one'], 'https://github.com/acme/one'],
    // The action does not know which of several is meant, either.
    [true, ['https://github.com/acme/a', 'https://github.com/acme/b'], null],
  ])(
    'asks for tokens where the scaffolder requires them',
    async (required, urls, repository) => {
      const { entities } = await mutationOf({
        scaffolder: { requireScmUserCredentials: required },
        clusters: {
          templates: { owner: 'group:default/foundation' },
          platformRepositories: urls.map(url => ({ url })),
        },
      });
      const asked = entities.flatMap(({ entity }: { entity: any }) =>
        entity.spec.parameters.flatMap((step: any) =>
          Object.values<any>(step.properties).flatMap(
            field => field['ui:options']?.requestUserCredentials ?? [],
          ),
        ),
      );
      const ofTheOnly = {
        secretsKey: 'USER_OAUTH_TOKEN',
        ...(repository ? { repository } : {}),
      };
      expect(asked).toEqual([
        ofTheOnly,
        { secretsKey: 'USER_OAUTH_TOKEN' },
        ofTheOnly,
      ]);
    },
  );

  it('asks for no tokens otherwise', async () => {
    const { entities } = await mutationOf({
      clusters: { templates: { owner: 'group:default/foundation' } },
    });
    expect(JSON.stringify(entities)).not.toContain('requestUserCredentials');
  });

  it('takes away what an earlier configuration gave', async () => {
    expect(await mutationOf({})).toEqual({ type: 'full', entities: [] });
  });

  it('refuses an owner that is no text', async () => {
    await expect(
      mutationOf({ clusters: { templates: { owner: 7 } } }),
    ).rejects.toThrow('clusters.templates.owner');
  });
});
