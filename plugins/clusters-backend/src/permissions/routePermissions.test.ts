import assert from 'node:assert/strict';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockCredentials } from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  clusterMutePermission,
  clusterReadPermission,
  clusterRenderPermission,
  webhooksManagePermission,
} from '@clusterworks/plugin-clusters-common';
import request from 'supertest';
import { smallSpec, waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';
import { principalsHttpAuth } from '../__testUtils__/testPrincipals';
import { openApiDocument } from '../schema/openApiDocument';
import {
  clusterConditions,
  createClusterConditionalDecision,
} from './clusterRules';

const onlyMine = createClusterConditionalDecision(
  clusterReadPermission,
  clusterConditions.isClusterOwner({ owners: ['group:default/mine'] }),
);
const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

const decisions = new Map<string, Map<string, PolicyDecision>>([
  [
    'user:default/admin',
    new Map([
      [clusterReadPermission.name, allow],
      [clusterRenderPermission.name, allow],
    ]),
  ],
  [
    'user:default/owner',
    new Map<string, PolicyDecision>([
      [clusterReadPermission.name, onlyMine],
      [clusterMutePermission.name, allow],
    ]),
  ],
  ['user:default/author', new Map([[clusterRenderPermission.name, allow]])],
  ['user:default/operator', new Map([[webhooksManagePermission.name, allow]])],
]);

const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test-policy',
  register(registration) {
    registration.registerInit({
      deps: { policy: policyExtensionPoint },
      async init(deps) {
        deps.policy.setPolicy({
          async handle({ permission }: PolicyQuery, user?: PolicyQueryUser) {
            const ref = user?.info.userEntityRef ?? '';
            return decisions.get(ref)?.get(permission.name) ?? deny;
          },
        });
      },
    });
  },
});

const user = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);
const ofPlugin = (id: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(`plugin:${id}`),
    targetPluginId: 'clusters',
  });
const forUser = (name: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.user(`user:default/${name}`),
    targetPluginId: 'clusters',
  });

/**
 * For one principal, the answers: names of clusters, a preview, or a refusal.
 */
type Answer = string[] | 'files' | 400 | 401 | 403 | 404;

interface PrincipalCase {
  /** `POST /v1/waves` without a cluster to change; 400 when absent. */
  start?: Answer;
  principal: string;
  header: string | undefined;
  /** `/v1/fleet`, and the history of both clusters. */
  fleet: Answer;
  /** `/v1/clusters/mine`, its history and a drain plan. */
  mine: Answer;
  /** `/v1/clusters/other`, its history and a drain plan. */
  other: Answer;
  render: Answer;
  /**
   * `POST /v1/creation/preview`, for which no repository is configured: 400 to
   * those who may preview, and otherwise as `render`.
   */
  create?: never;
  /**
   * `/v1/clusters/mine/creation`, of which no pull request is known: 404 to
   * all who are signed in.
   */
  creation?: never;
  observations: Answer;
  /** `/v1/clusters/mine/spec` and a preview; the cluster is in no repository. */
  change?: Answer;
  /**
   * Muting a finding of `mine` that does not exist, and ending its mute; 403
   * when absent, also for those who may not even see the cluster.
   */
  mute?: Answer;
  /** `/v1/changes` about a repository that is none of ours; 404 when absent. */
  follow?: Answer;
  /** `/v1/webhooks`, of which there are none; 403 when absent. */
  webhooks?: Answer;
}

const both = ['mine', 'other'];
const cases: PrincipalCase[] = [
  {
    ...{ principal: 'nobody', header: undefined },
    ...{ fleet: 401, mine: 401, other: 401, render: 401, observations: 401 },
    ...{ change: 401, webhooks: 401, mute: 401, follow: 401 },
    start: 401,
  },
  {
    ...{ principal: 'an admin', header: user('admin') },
    ...{ fleet: both, mine: ['mine'], other: ['other'] },
    ...{ render: 'files', observations: 403 },
    change: 403,
  },
  {
    ...{ principal: 'an owner', header: user('owner') },
    ...{ fleet: ['mine'], mine: ['mine'], other: 404 },
    ...{ render: 403, observations: 403 },
    ...{ change: 403, mute: 404 },
  },
  {
    ...{ principal: 'a plugin for an owner', header: forUser('owner') },
    ...{ fleet: ['mine'], mine: ['mine'], other: 404 },
    ...{ render: 403, observations: 403 },
    ...{ change: 403, mute: 404 },
  },
  {
    ...{ principal: 'an author', header: user('author') },
    ...{ fleet: [], mine: 404, other: 404 },
    ...{ render: 'files', observations: 403 },
    mute: 404,
  },
  {
    ...{ principal: 'an operator', header: user('operator') },
    ...{ fleet: [], mine: 404, other: 404, render: 403, observations: 403 },
    webhooks: [],
    mute: 404,
  },
  {
    ...{ principal: 'a stranger', header: user('stranger') },
    ...{ fleet: [], mine: 404, other: 404, render: 403, observations: 403 },
    mute: 404,
  },
  {
    ...{ principal: 'the catalog', header: ofPlugin('catalog') },
    ...{ fleet: both, mine: ['mine'], other: ['other'] },
    ...{ render: 'files', observations: both, webhooks: [], start: 403 },
  },
  {
    ...{ principal: 'an external token', header: 'Bearer unrestricted' },
    ...{ fleet: both, mine: ['mine'], other: ['other'] },
    ...{ render: 'files', observations: both, webhooks: [], start: 403 },
  },
  {
    principal: 'an external token for clusters.render',
    start: 403,
    header: 'Bearer renderOnly',
    ...{ fleet: [], mine: 404, other: 404 },
    ...{ render: 'files', observations: 403 },
  },
  {
    principal: 'an external token for clusters.cluster.read',
    start: 403,
    header: 'Bearer clustersOnly',
    ...{ fleet: both, mine: ['mine'], other: ['other'] },
    ...{ render: 403, observations: both },
    change: 403,
  },
  {
    principal: 'an external token for creating only',
    start: 403,
    header: 'Bearer createOnly',
    ...{ fleet: [], mine: 404, other: 404, render: 403, observations: 403 },
  },
];

type Field = Exclude<keyof PrincipalCase, 'principal' | 'header'>;

/** Fields whose answers follow from those of another one. */
const sameAs: Partial<Record<Field, Field>> = {
  create: 'render',
  creation: 'mine',
};

const routes: { route: string; path: string; field: Field }[] = [
  { route: 'GET /v1/fleet', path: '/v1/fleet', field: 'fleet' },
  {
    route: 'GET /v1/fleet/history',
    path: '/v1/fleet/history?names=mine,nobody,other',
    field: 'fleet',
  },
  ...(['mine', 'other'] as const).flatMap(field => [
    {
      route: 'GET /v1/clusters/{name}',
      path: `/v1/clusters/${field}`,
      field,
    },
    {
      route: 'GET /v1/clusters/{name}/history',
      path: `/v1/clusters/${field}/history`,
      field,
    },
    {
      route: 'GET /v1/clusters/{name}/merges',
      path: `/v1/clusters/${field}/merges`,
      field,
    },
    {
      route: 'GET /v1/clusters/{name}/mutes',
      path: `/v1/clusters/${field}/mutes`,
      field,
    },
    {
      route: 'GET /v1/clusters/{name}/freeze',
      path: `/v1/clusters/${field}/freeze`,
      field,
    },
    {
      route: 'GET /v1/clusters/{name}/drain-plan',
      path: `/v1/clusters/${field}/drain-plan?nodes=a,b`,
      field,
    },
    {
      route: 'GET /v1/clusters/{name}/pods',
      path: `/v1/clusters/${field}/pods?nodes=a,b`,
      field,
    },
  ]),
  {
    route: 'GET /v1/clusters/{name}/spec',
    path: '/v1/clusters/mine/spec',
    field: 'change',
  },
  {
    route: 'POST /v1/clusters/{name}/preview',
    path: '/v1/clusters/mine/preview',
    field: 'change',
  },
  {
    route: 'GET /v1/clusters/{name}/creation',
    path: '/v1/clusters/mine/creation',
    field: 'creation',
  },
  {
    route: 'POST /v1/creation/preview',
    path: '/v1/creation/preview',
    field: 'create',
  },
  ...['PUT', 'DELETE'].map(method => ({
    route: `${method} /v1/clusters/{name}/mutes/{finding}`,
    path: '/v1/clusters/mine/mutes/none',
    field: 'mute' as const,
  })),
  { route: 'POST /v1/render', path: '/v1/render', field: 'render' },
  { route: 'GET /v1/ledger', path: '/v1/ledger', field: 'fleet' },
  {
    route: 'GET /v1/changes',
    path: '/v1/changes?pull=https://github.com/acme/platform/pull/7',
    field: 'follow',
  },
  {
    route: 'GET /v1/observations',
    path: '/v1/observations',
    field: 'observations',
  },
  {
    route: 'GET /v1/documents',
    path: '/v1/documents',
    field: 'observations',
  },
  { route: 'GET /v1/waves', path: '/v1/waves', field: 'fleet' },
  { route: 'POST /v1/waves', path: '/v1/waves', field: 'start' },
  { route: 'POST /v1/waves/plan', path: '/v1/waves/plan', field: 'fleet' },
  { route: 'GET /v1/waves/{id}', path: '/v1/waves/none', field: 'fleet' },
  ...['pause', 'resume', 'stop'].map(command => ({
    route: `POST /v1/waves/{id}/${command}`,
    path: `/v1/waves/none/${command}`,
    field: 'fleet' as const,
  })),
  { route: 'GET /v1/webhooks', path: '/v1/webhooks', field: 'webhooks' },
  {
    route: 'POST /v1/webhooks/{name}/redeliver',
    path: '/v1/webhooks/none/redeliver',
    field: 'webhooks',
  },
];

const mute = {
  reason: 'It is known',
  until: new Date(Date.now() + 3_600_000).toISOString(),
};

describe('permissions of every principal on every route', () => {
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  function send(route: string, path: string, header: string | undefined) {
    const call = request(backend.server);
    const url = `/api/clusters${path}`;
    const [method] = route.split(' ');
    const sent = {
      GET: () => call.get(url),
      POST: () => call.post(url).send(bodyOf(path)),
      PUT: () => call.put(url).send(mute),
      DELETE: () => call.delete(url),
    }[method as 'GET' | 'POST' | 'PUT' | 'DELETE']();
    return header === undefined ? sent : sent.set('Authorization', header);
  }

  beforeAll(async () => {
    backend = await startClustersBackend({
      entities: [
        clusterEntity('mine', { owner: 'group:default/mine' }),
        clusterEntity('other', { owner: 'group:default/other' }),
      ],
      features: [
        permissionPlugin,
        policy,
        permissionsServiceFactory,
        principalsHttpAuth,
      ],
      config: { permission: { enabled: true } },
    });
    await waitFor(async () => {
      const { body } = await send('GET', '/v1/fleet', user('admin'));
      assert.equal(body.items.length, 2);
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  it('covers every route of the API', () => {
    const documented = Object.entries(openApiDocument().paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(routes.map(({ route }) => route))].sort()).toEqual(
      documented.sort(),
    );
  });

  const table = cases.flatMap(({ principal, header, ...answers }) =>
    routes.map(({ route, path, field }) => ({
      ...{ principal, header, route, path },
      expected: expectedOf(path, answers[sameAs[field] ?? field], field),
    })),
  );

  it.each(table)(
    'answers $principal at $route, $path',
    async ({ header, route, path, expected }) => {
      const { status, body } = await send(route, path, header);
      expect(answerOf(status, body)).toEqual(expected);
    },
  );
});

function bodyOf(path: string): object | undefined {
  if (path.endsWith('/redeliver')) {
    return undefined;
  }
  if (path.startsWith('/v1/waves')) {
    return path.startsWith('/v1/waves/none')
      ? {}
      : { change: { what: 'kubernetes', to: '1.35' } };
  }
  return path.endsWith('/mine/preview')
    ? { spec: smallSpec, operation: 'edit' }
    : { spec: smallSpec };
}

function expectedOf(
  path: string,
  answer: Answer | undefined,
  field: Field,
): Answer {
  if (field === 'create') {
    return answer === 'files' ? 400 : answer ?? 403;
  }
  if (field === 'creation') {
    return Array.isArray(answer) ? 404 : answer ?? 404;
  }
  if (field === 'start') {
    return answer ?? 400;
  }
  if (path === '/v1/waves' && Array.isArray(answer)) {
    return [];
  }
  if (path.startsWith('/v1/waves/none')) {
    return Array.isArray(answer) ? 404 : answer ?? 404;
  }
  if (field === 'mute') {
    return answer ?? 403;
  }
  if (path.endsWith('/mutes')) {
    // Who sees the cluster sees that nothing is muted.
    return Array.isArray(answer) ? [] : answer ?? 404;
  }
  if (field !== 'webhooks') {
    return answer ?? 404;
  }
  // Who may send again learns that there is no such webhook.
  return path.endsWith('/redeliver') && Array.isArray(answer)
    ? 404
    : answer ?? 403;
}

function answerOf(status: number, body: any): unknown {
  if (status !== 200) {
    return status;
  }
  if (body.files) {
    return 'files';
  }
  if (body.ranges) {
    return body.unknown
      .map(({ cluster }: { cluster: string }) => cluster)
      .sort();
  }
  if (body.leftOut) {
    return body.leftOut
      .map(({ cluster }: { cluster: string }) => cluster)
      .sort();
  }
  const rows = body.items ?? body.clusters;
  const names: string[] = rows
    ? rows.map(({ name }: { name: string }) => name)
    : [body.row?.name ?? body.cluster];
  return names.sort();
}
