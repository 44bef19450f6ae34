import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import request from 'supertest';
import { createClusterTemplate } from './createClusterTemplate';
import { catalogModuleClusterTemplates } from './templatesModule';

jest.setTimeout(180_000);

const START_MS = 120_000;

/** A catalog with the module, and with these clusters settings. */
async function startCatalog(clusters: object) {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      scaffolderEntityModel,
      catalogModuleClusterTemplates,
      mockServices.rootConfig.factory({
        data: {
          clusters,
          catalog: { processingInterval: { seconds: 1 } },
        },
      }),
    ],
  });
  const template = () =>
    request(backend.server).get(
      '/api/catalog/entities/by-name/template/default/create-cluster',
    );
  return { backend, template };
}

describe('templates of the package', () => {
  it('come into the catalog, owned by whom the configuration names', async () => {
    const { backend, template } = await startCatalog({
      templates: { owner: 'group:default/foundation' },
    });
    try {
      const end = Date.now() + START_MS;
      let response = await template();
      while (response.status === 404 && Date.now() < end) {
        await new Promise(resolve => setTimeout(resolve, 100));
        response = await template();
      }
      expect(response.status).toBe(200);
      expect(response.body.spec).toEqual({
        ...createClusterTemplate().spec,
        owner: 'group:default/foundation',
      });
      expect(response.body.relations).toContainEqual({
        type: 'ownedBy',
        targetRef: 'group:default/foundation',
      });
    } finally {
      await backend.stop();
    }
  });
});
