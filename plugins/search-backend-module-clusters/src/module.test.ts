import { Readable } from 'node:stream';
import assert from 'node:assert/strict';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import searchPlugin from '@backstage/plugin-search-backend';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
// The real plugin decides who sees what.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import clustersPlugin, {
  clusterConditions,
  createClusterConditionalDecision,
} from '@clusterworks/plugin-clusters-backend';
import {
  clusterReadPermission,
  RESOURCE_TYPE_CLUSTER,
} from '@clusterworks/plugin-clusters-common';
import { waitFor } from '@clusterworks/test-support';
import request from 'supertest';
import searchModuleClusters from './index';

const OWNER = 'user:default/owner';
const ADMIN = 'user:default/admin';

/** Admins see all clusters, owners those of payments, others none. */
const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test-policy',
  register(registration) {
    registration.registerInit({
      deps: { policy: policyExtensionPoint },
      async init(deps) {
        deps.policy.setPolicy({
          async handle({ permission }: PolicyQuery, user?: PolicyQueryUser) {
            const ref = user?.info.userEntityRef;
            if (
              ref === OWNER &&
              isResourcePermission(permission, RESOURCE_TYPE_CLUSTER)
            ) {
              return createClusterConditionalDecision(
                clusterReadPermission,
                clusterConditions.isClusterOwner({
                  owners: ['group:default/payments'],
                }),
              );
            }
            const result =
              ref === ADMIN ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
            return { result };
          },
        });
      },
    });
  },
});

/**
 * Names a calling plugin in requests about permissions, which the tokens of
 * `mockCredentials` do not.
 */
const httpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): HttpAuthService {
    const mocked = mockServices.httpAuth({ pluginId: plugin.getId() });
    return {
      issueUserCookie: (...parameters) => mocked.issueUserCookie(...parameters),
      async credentials(incoming, options) {
        const credentials = await mocked.credentials(incoming, options);
        const { userEntityRef } = credentials.principal as {
          userEntityRef?: string;
        };
        return userEntityRef && /permission/.test(incoming.originalUrl)
          ? (mockCredentials.user(userEntityRef, {
              actor: { subject: 'plugin:search' },
            }) as never)
          : credentials;
      },
    };
  },
});

/** Documents of the entities, as the catalog's own module makes them. */
const catalogDocuments = createBackendModule({
  pluginId: 'search',
  moduleId: 'test-catalog-collator',
  register(registration) {
    registration.registerInit({
      deps: {
        registry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ registry, scheduler: tasks }) {
        registry.addCollator({
          schedule: tasks.createScheduledTaskRunner({
            frequency: { hours: 1 },
            timeout: { minutes: 1 },
          }),
          factory: {
            type: 'software-catalog',
            getCollator: async () =>
              Readable.from(
                ['checkout-prod', 'reports-prod'].map(name => ({
                  title: name,
                  text: 'eu-west-1',
                  location: `/catalog/default/resource/${name}`,
                })),
              ),
          },
        });
      },
    });
  },
});

function entity(name: string, owner: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      labels: { 'clusterworks.dev/region': 'eu-west-1' },
    },
    spec: { type: 'kubernetes-cluster', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

describe('searchModuleClusters', () => {
  const scheduler = mockServices.scheduler();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        clustersPlugin,
        searchPlugin,
        searchModuleClusters,
        catalogDocuments,
        permissionPlugin,
        policy,
        permissionsServiceFactory,
        httpAuth,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost' },
            permission: { enabled: true },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            entity('checkout-prod', 'payments'),
            entity('reports-prod', 'reports'),
          ],
        }),
      ],
    });
    await waitFor(async () => {
      const { status, body } = await request(backend.server)
        .get('/api/clusters/v1/fleet')
        .set('Authorization', mockCredentials.user.header(ADMIN));
      assert.equal(status, 200);
      assert.equal(body.items.length, 2);
    });
    await scheduler.triggerTask('search_index_clusters');
    await scheduler.triggerTask('search_index_software_catalog');
  });

  afterAll(async () => {
    await backend?.stop();
  });

  async function search(user: string, term: string) {
    const { status, body } = await request(backend.server)
      .get('/api/search/query')
      .query({ term, types: ['clusters'] })
      .set('Authorization', mockCredentials.user.header(user));
    expect(status).toBe(200);
    return body.results;
  }

  const titles = async (user: string, term: string) =>
    (await search(user, term))
      .map(({ document }: { document: { title: string } }) => document.title)
      .sort();

  it('finds clusters by name, region and owner', async () => {
    expect(await titles(ADMIN, 'eu-west-1')).toEqual([
      'checkout-prod',
      'reports-prod',
    ]);
    expect(await titles(ADMIN, 'checkout')).toEqual(['checkout-prod']);
    expect(await titles(ADMIN, 'reports')).toEqual(['reports-prod']);
    expect(await search(ADMIN, 'checkout')).toMatchObject([
      {
        type: 'clusters',
        document: {
          title: 'checkout-prod',
          location: '/catalog/default/resource/checkout-prod#health',
          text: expect.stringMatching(/^Unknown: .*region eu-west-1/),
        },
      },
    ]);
  });

  it('shows each user the clusters that the user may read', async () => {
    expect(await titles(OWNER, 'eu-west-1')).toEqual(['checkout-prod']);
    expect(await titles(OWNER, 'reports')).toEqual([]);
    expect(await titles('user:default/stranger', 'eu-west-1')).toEqual([]);
  });
});
