import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockCredentials } from '@backstage/backend-test-utils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  integrationsOf,
  type SimulatedGithub,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import request from 'supertest';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';
import { principalsHttpAuth } from '../__testUtils__/testPrincipals';

const spec = parseClusterSpec({
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-dev', owner: 'group:default/payments' },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
  },
});

/** A cluster in the same repository that none of the users sees. */
const secret = parseClusterSpec({
  ...spec,
  metadata: {
    name: 'secret-dev',
    owner: 'group:default/secret',
    description: 'merger with acme',
  },
});

/** For each user, the permissions that the policy grants besides reading. */
const rights = new Map([
  ['user:default/editor', ['clusters.cluster.edit']],
  ['user:default/pooler', ['clusters.cluster.pool']],
  ['user:default/ender', ['clusters.cluster.decommission']],
  ['user:default/author', ['clusters.render']],
  ['user:default/viewer', []],
]);

const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test-policy',
  register(registration) {
    registration.registerInit({
      deps: { policy: policyExtensionPoint },
      async init(deps) {
        deps.policy.setPolicy({
          async handle({ permission }, user) {
            const own = rights.get(user?.info.userEntityRef ?? '');
            const isAllowed =
              own &&
              (own.includes(permission.name) ||
                permission.name === 'clusters.cluster.read');
            return {
              result: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
            };
          },
        });
      },
    });
  },
});

describe('changes of a cluster', () => {
  let directory: string;
  let github: SimulatedGithub;
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  const as = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);
  const get = (path: string, name: string) =>
    request(backend.server)
      .get(`/api/clusters/v1${path}`)
      .set('Authorization', as(name));
  const preview = (body: object, name: string, cluster = 'payments-dev') =>
    request(backend.server)
      .post(`/api/clusters/v1/clusters/${cluster}/preview`)
      .set('Authorization', as(name))
      .send(body);

  const create = (body: object, name = 'author') =>
    request(backend.server)
      .post('/api/clusters/v1/creation/preview')
      .set('Authorization', as(name))
      .send(body);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cluster-changes-'));
    github = await startSimulatedGithub({ directory, port: 0 });
    await github.repository.commit({
      message: 'The cluster as it is',
      write: { ...renderCluster(spec).files, ...renderCluster(secret).files },
    });
    const folder = `${github.repositoryUrl}/blob/main/clusters/dev/payments-dev`;
    backend = await startClustersBackend({
      entities: [
        clusterEntity('payments-dev', {
          annotations: {
            'backstage.io/managed-by-location': `url:${folder}/cluster.yaml`,
          },
        }),
        clusterEntity('by-hand'),
      ],
      features: [
        permissionPlugin,
        policy,
        permissionsServiceFactory,
        principalsHttpAuth,
      ],
      config: {
        permission: { enabled: true },
        integrations: integrationsOf(github),
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          platformRepositories: [{ url: github.repositoryUrl }],
        },
      },
    });
    await waitFor(async () => {
      const { body } = await get('/fleet', 'viewer');
      assert.equal(body.items?.length, 2);
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await github?.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
  });

  it('start with the spec in git, for callers who may change something', async () => {
    const { status, body } = await get('/clusters/payments-dev/spec', 'pooler');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      cluster: 'payments-dev',
      repository: github.repositoryUrl,
      spec: { metadata: { name: 'payments-dev' } },
      issues: [],
      isOpenChange: false,
      operations: ['pool'],
    });
    expect(body.text).toContain('vpcCidr: 10.40.0.0/16');
    expect((await get('/clusters/payments-dev/spec', 'viewer')).status).toBe(
      403,
    );
    expect((await get('/clusters/by-hand/spec', 'editor')).status).toBe(404);
  });

  it('have a preview of their effects', async () => {
    const { body } = await get('/clusters/payments-dev/spec', 'editor');
    const wanted = structuredClone(body.spec);
    wanted.spec.cilium = { hubble: false };
    const { body: seen } = await preview(
      { operation: 'edit', spec: wanted },
      'editor',
    );
    expect(seen).toMatchObject({
      fields: [{ path: 'spec.cilium', after: { hubble: false } }],
      conflicts: [],
    });
    expect(seen.files[0].path).toBe('clusters/dev/payments-dev/cluster.yaml');
    // Nothing is known of nodes of a cluster that is not read.
    expect(seen.blastRadius).toMatchObject({
      nodes: { certainty: 'exact', value: 0 },
      terraform: { state: 'unknown' },
    });
    expect(seen.files.at(-1).isRecord).toBe(true);
  });

  it('tell nothing of another cluster in the same repository', async () => {
    const { spec: guess } = renderCluster(secret);
    delete guess.metadata.description;
    const { status, body } = await preview(
      { operation: 'edit', spec: guess },
      'editor',
    );
    expect(JSON.stringify(body)).not.toContain('acme');
    expect([status, body.error?.message]).toEqual([
      400,
      'spec: is of dev/secret-dev, but the cluster is dev/payments-dev',
    ]);
  });

  it('call nodes of a cluster that is not read unknown', async () => {
    const { body } = await get('/clusters/payments-dev/spec', 'pooler');
    const wanted = structuredClone(body.spec);
    wanted.spec.karpenter.nodePools = [
      { name: 'general', labels: { team: 'web' } },
    ];
    const { body: seen } = await preview(
      { operation: 'pool', spec: wanted },
      'pooler',
    );
    expect(seen.blastRadius).toMatchObject({
      causes: [{ reason: 'NodePoolDrifted', nodes: { certainty: 'unknown' } }],
      nodes: { certainty: 'unknown' },
      heldTotal: { certainty: 'unknown' },
    });
  });

  it('tell what still runs instead, for a cluster that is taken down', async () => {
    const { body } = await get('/clusters/payments-dev/spec', 'ender');
    const removal = { operation: 'decommission', spec: body.spec, removal: {} };
    const { status, body: seen } = await preview(removal, 'ender');
    expect(status).toBe(200);
    expect(seen).not.toHaveProperty('blastRadius');
    expect(seen.stillRuns.nodeClaims.certainty).toBe('unknown');
    expect(seen.removalProblems).toEqual([
      expect.stringContaining('drain it first'),
      expect.stringContaining('say how you know that nothing does'),
    ]);
    expect(
      new Set(seen.files.map(({ change }: { change: string }) => change)),
    ).toEqual(new Set(['removed']));
    expect((await preview(removal, 'editor')).status).toBe(403);
    const other = { ...removal, operation: 'edit' };
    expect((await preview(other, 'editor')).status).toBe(400);
  });

  it('need the permission of each field that differs', async () => {
    const { body } = await get('/clusters/payments-dev/spec', 'editor');
    const wanted = structuredClone(body.spec);
    wanted.spec.karpenter.nodePools = [{ name: 'general' }, { name: 'batch' }];
    const pools = { operation: 'pool', spec: wanted };
    const allowed = await preview(pools, 'pooler');
    expect(allowed.status).toBe(200);
    expect(allowed.body.blastRadius).toMatchObject({
      causes: [],
      nodes: { certainty: 'exact', value: 0 },
      terraform: { state: 'nothing' },
    });
    expect((await preview(pools, 'editor')).status).toBe(403);
    const { status, body: refused } = await preview(
      { operation: 'edit', spec: wanted },
      'editor',
    );
    expect(status).toBe(403);
    expect(refused.error.message).toContain('clusters.cluster.pool');
    expect((await preview(pools, 'viewer')).status).toBe(403);
  });

  describe('that creates it', () => {
    const wanted = (name: string, vpcCidr = '10.41.0.0/16') => ({
      ...spec,
      metadata: { ...spec.metadata, name },
      spec: { ...spec.spec, network: { vpcCidr } },
    });

    it('shows what it would do to the repository', async () => {
      const { status, body } = await create({ spec: wanted('search-dev') });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        repository: github.repositoryUrl,
        summary: expect.stringContaining('10.41.0.0/16'),
        conflicts: [],
      });
      expect(body.files[0]).toMatchObject({
        ...{ path: 'clusters/dev/search-dev/cluster.yaml', change: 'added' },
      });
      expect(body.files.at(-1).isRecord).toBe(true);
      expect(body.untouched).toBeGreaterThan(10);
      expect((await github.repository.git.listRefs('refs/heads/')).length).toBe(
        1,
      );
    });

    it.each<[what: string, body: object, name: string, answer: unknown[]]>([
      [
        'without permission',
        { spec: wanted('search-dev') },
        'viewer',
        [403, expect.stringContaining('Not allowed to preview')],
      ],
      [
        'of a name that is taken',
        { spec: wanted('secret-dev') },
        'author',
        [409, expect.stringContaining('"secret-dev" is taken')],
      ],
      [
        'in a repository of somebody else',
        { spec: wanted('search-dev'), repository: 'https://git.example/a/b' },
        'author',
        [403, expect.stringContaining('is not in clusters.platformRepo')],
      ],
      [
        'with a token that may not read',
        { spec: wanted('search-dev'), token: 'of-nobody' },
        'author',
        [401, expect.stringContaining('GitHub answered 401')],
      ],
    ])('is refused %s', async (_what, asked, name, answer) => {
      const { status, body } = await create(asked, name);
      expect([status, body.error?.message]).toEqual(answer);
      expect(JSON.stringify(body)).not.toMatch(/merger with acme|of-nobody/);
    });
  });
});
