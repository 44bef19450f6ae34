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

const owns = (group: string) =>
  createClusterConditionalDecision(
    clusterReadPermission,
    clusterConditions.isClusterOwner({ owners: [group] }),
  );

const decisions: Record<string, PolicyDecision> = {
  'user:default/first': owns('group:default/first'),
  'user:default/secret': owns('group:default/secret'),
  'user:default/admin': { result: AuthorizeResult.ALLOW },
};

/** The name itself is confidential, so a leak shows in any answer. */
const hidden = 'secret-project';

const entities = [
  clusterEntity('payments', { owner: 'group:default/first' }),
  clusterEntity('PAYMENTS', {
    owner: 'group:default/secret',
    namespace: hidden,
  }),
];

describe('of a cluster that claims the name of another', () => {
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
    });
    backend = await startClustersBackend({
      entities,
      features: [permissions.factory],
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  const get = (user: string, path: string, etag = '') =>
    request(backend.server)
      .get(`/api/clusters/v1/${path}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .set('If-None-Match', etag);

  const pages = ['fleet', 'clusters/payments'];

  beforeEach(async () => {
    await waitFor(async () => {
      const { text } = await get('admin', 'fleet');
      if (!text.includes(hidden)) {
        throw new Error(`No claim is known yet: ${text}`);
      }
    });
  });

  it.each(pages)('%s tells the reference to who may see both', async path => {
    const { text } = await get('admin', path);
    expect(text).toContain(`resource:${hidden}/payments`);
  });

  it.each(pages)('%s tells the holder that there is one, only', async path => {
    const { text } = await get('first', path);
    expect(text).toContain('"otherClaims":[{"reason":"nameTaken"');
    expect(text).not.toContain(hidden);
    expect(text).not.toContain('PAYMENTS');
  });

  it.each(pages)('%s has another tag for who is told less', async path => {
    const { headers } = await get('admin', path);
    const { status, text } = await get('first', path, headers.etag);
    expect(status).toBe(200);
    expect(text).not.toContain(hidden);
  });

  it('hides the holder from a user who may see only the other one', async () => {
    expect((await get('secret', 'clusters/payments')).status).toBe(404);
    const { items } = fleetResponseSchema.parse(
      (await get('secret', 'fleet')).body,
    );
    expect(items).toEqual([]);
  });
});
