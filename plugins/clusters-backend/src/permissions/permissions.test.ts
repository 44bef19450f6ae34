import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  clusterReadPermission,
  fleetResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import request from 'supertest';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';
import {
  clusterConditions,
  createClusterConditionalDecision,
} from './clusterRules';

const entities = Array.from({ length: 1_000 }, (_, index) =>
  clusterEntity(`c${index}`, {
    owner: index % 400 === 0 ? 'group:default/payments' : undefined,
    environment: index < 10 ? 'dev' : 'prod',
    labels: index === 7 ? { team: 'seven' } : {},
  }),
);

const decide = (
  conditions: Parameters<typeof createClusterConditionalDecision>[1],
) => createClusterConditionalDecision(clusterReadPermission, conditions);

describe('permissions per cluster', () => {
  const decisions: Record<string, PolicyDecision> = {
    'user:default/owner': decide(
      clusterConditions.isClusterOwner({ owners: ['group:default/payments'] }),
    ),
    'user:default/developer': decide({
      allOf: [
        clusterConditions.isInEnvironment({ environments: ['dev'] }),
        {
          not: clusterConditions.hasClusterLabel({
            label: 'team',
            value: 'seven',
          }),
        },
      ],
    }),
    'user:default/admin': { result: AuthorizeResult.ALLOW },
    'user:default/stranger': { result: AuthorizeResult.DENY },
  };
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  beforeAll(async () => {
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async (requests, options) => {
        const { credentials } = options as unknown as {
          credentials: { principal: { userEntityRef: string } };
        };
        const decision = decisions[credentials.principal.userEntityRef];
        return requests.map(() => decision) as never;
      },
      authorize: async requests =>
        requests.map(() => ({ result: AuthorizeResult.DENY } as never)),
    });
    backend = await startClustersBackend({
      entities,
      features: [permissions.factory],
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  const get = (user: string, path: string) =>
    request(backend.server)
      .get(`/api/clusters${path}`)
      .set('Authorization', mockCredentials.user.header(user));

  async function fleet(user: string, query = '') {
    return fleetResponseSchema.parse(
      (await get(user, `/v1/fleet${query}`)).body,
    );
  }

  it('shows everything to a user with all permissions', async () => {
    await waitFor(async () => {
      const { totals } = await fleet('user:default/admin');
      expect(totals.clusters).toBe(1_000);
    });
  });

  it.each([
    ['user:default/owner', ['c0', 'c400', 'c800']],
    [
      'user:default/developer',
      ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c8', 'c9'],
    ],
    ['user:default/stranger', []],
  ])('shows %s his clusters, in counts too', async (user, names) => {
    const { items, totals } = await fleet(user, '?sort=name');
    expect(items.map(({ name }) => name)).toEqual(names);
    expect(totals).toMatchObject({
      clusters: names.length,
      building: names.length,
    });
    const page = await fleet(user, '?limit=1');
    expect(page.totals.clusters).toBe(names.length);
  });

  it('hides that other clusters exist', async () => {
    for (const path of ['/v1/clusters/c1', '/v1/clusters/c1/history']) {
      const response = await get('user:default/owner', path);
      expect(response.status).toBe(404);
    }
    const own = await get('user:default/owner', '/v1/clusters/c400');
    expect(own.status).toBe(200);
  });

  it('previews nothing without the permission', async () => {
    const response = await request(backend.server)
      .post('/api/clusters/v1/render')
      .set('Authorization', mockCredentials.user.header('user:default/admin'))
      .send({ spec: {} });
    expect(response.status).toBe(403);
  });
});
