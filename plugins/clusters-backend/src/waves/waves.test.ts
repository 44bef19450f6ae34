import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  integrationsOf,
  type SimulatedGithub,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import {
  deployment,
  healthyCluster,
  karpenterController,
  type KubeObject,
  lease,
  leaderLeases,
  nodePool,
  testCluster,
} from '@clusterworks/kube-fixtures';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import {
  clusterAnnotations,
  type Wave,
} from '@clusterworks/plugin-clusters-common';
import {
  parseClusterSpec,
  withTarget,
} from '@clusterworks/plugin-clusters-spec';
import { smallSpec, waitFor } from '@clusterworks/test-support';
import request from 'supertest';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import {
  startClustersBackend,
  testAwsKeys,
} from '../__testUtils__/startClustersBackend';

const FROM = '1.14.3';
const TO = '1.15.1';

const clusters = [
  { name: 'a', environment: 'dev' },
  { name: 'b', environment: 'staging' },
  { name: 'c', environment: 'prod' },
];

const user = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: {},
};

/** Karpenter of a version, as a cluster has it that is well. */
function karpenter(version: string): KubeObject {
  const versions = { ...testCluster.versions, karpenter: version };
  return deployment(karpenterController({ ...testCluster, versions }));
}

/** A cluster that is well, and stays so for an hour. */
function objects(): KubeObject[] {
  const renewedAt = new Date(Date.now() + 3_600_000).toISOString();
  const { leases, ...others } = healthyCluster();
  return [
    ...Object.values(others).flat(),
    lease(leaderLeases.karpenter, { holder: 'karpenter-1_x', renewedAt }),
    lease(leaderLeases.ciliumOperator, { holder: 'cilium_x', renewedAt }),
  ];
}

/** The cluster as git wants it, or as a person who upgrades it does. */
function specOf({ name, environment }: (typeof clusters)[number]) {
  return parseClusterSpec({
    ...smallSpec,
    metadata: { name, owner: 'user:default/mock' },
    spec: { ...smallSpec.spec, environment },
  });
}

onEachDatabase('a wave of three clusters', database => {
  let directory: string;
  let github: SimulatedGithub;
  let simulated: Map<string, SimulatedCluster>;
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;
  let scheduler: ReturnType<typeof mockServices.scheduler>;

  const notes: {
    payload: { title: string; scope: string };
  }[] = [];

  /** A backend that starts with what is in the database. */
  async function start(config = {}) {
    scheduler = mockServices.scheduler();
    backend = await startClustersBackend({
      scheduler,
      entities: [
        user,
        ...clusters.map(({ name, environment }) =>
          clusterEntity(name, {
            ...simulated.get(name),
            environment,
            owner: 'user:default/mock',
            annotations: {
              [clusterAnnotations.desiredKarpenterVersion]: FROM,
              'backstage.io/managed-by-location': `url:${github.repositoryUrl}/blob/main/clusters/${environment}/${name}/cluster.yaml`,
            },
          }),
        ),
      ],
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async note => void notes.push(note as never),
          }),
        }),
        mockServices.database.factory({ knex: database() }),
      ],
      config: {
        app: { baseUrl: 'http://portal' },
        integrations: integrationsOf(github),
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          reader: { judge: { seconds: 1 } },
          platformRepositories: [{ url: github.repositoryUrl }],
        },
        ...config,
      },
    });
    await waitFor(async () => {
      const { items } = await get('/fleet');
      const connections = items.map(
        ({ connection }: { connection: { state: string } }) => connection.state,
      );
      expect(connections).toEqual(['live', 'live', 'live']);
    });
  }

  async function get(path: string) {
    const { body } = await request(backend.server)
      .get(`/api/clusters/v1${path}`)
      .set('Authorization', mockCredentials.user.header());
    return body;
  }

  const post = (path: string, body: object) =>
    request(backend.server)
      .post(`/api/clusters/v1${path}`)
      .set('Authorization', mockCredentials.user.header())
      .send(body);

  /** Looks at clusters and git, as the scheduler does every 20 seconds. */
  async function look(): Promise<void> {
    await scheduler.triggerTask('clusters-waves:drive');
    await scheduler.triggerTask('clusters-waves:watch');
  }

  async function states(id: string): Promise<string[]> {
    const wave: Wave = await get(`/waves/${id}`);
    return [
      wave.status,
      // A note says why something does not go on.
      ...wave.steps.map(({ cluster, state, note }) =>
        [cluster, state, ...(state === 'opening' ? [note ?? ''] : [])]
          .join(' ')
          .trim(),
      ),
    ];
  }

  async function reach(id: string, wanted: string[]): Promise<void> {
    await waitFor(async () => {
      await look();
      expect(await states(id)).toEqual(wanted);
    });
  }

  const openPulls = () =>
    github.repository.pulls.list().filter(({ state }) => state === 'open');

  async function act(path: string, method: string, body: object) {
    const { apiBaseUrl, token } = github;
    const response = await fetch(`${apiBaseUrl}/repos/acme/platform${path}`, {
      method,
      headers: { authorization: `token ${token}` },
      body: JSON.stringify(body),
    });
    expect(response.ok).toBe(true);
  }

  const upgrade = (name: string) => simulated.get(name)?.apply(karpenter(TO));

  beforeEach(async () => {
    notes.length = 0;
    directory = await mkdtemp(join(tmpdir(), 'waves-'));
    github = await startSimulatedGithub({ directory, port: 0 });
    simulated = new Map();
    for (const { name, environment } of clusters) {
      const { files } = renderCluster(specOf({ name, environment }));
      await github.repository.commit({ message: name, write: files });
      simulated.set(
        name,
        await startSimulatedCluster({
          id: name,
          auth: {
            type: 'eks',
            keys: testAwsKeys,
            groups: ['clusterworks:readers'],
          },
          objects: objects(),
        }),
      );
    }
    await start();
  });

  afterEach(async () => {
    await backend?.stop();
    await Promise.all([...simulated.values()].map(each => each.stop()));
    await github?.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
    for (const table of ['cluster_waves', 'cluster_wave_members']) {
      await database()(table).delete();
    }
  });

  const wanted = {
    change: { what: 'karpenter', to: TO },
    filter: 'karpenter:<1.15',
    settleMinutes: 0,
    acceptDegraded: true,
  };

  it('halts at the second one that fails, over a restart, and goes on', async () => {
    const { body: plan } = await post('/waves/plan', wanted);
    expect(plan).toEqual({
      stages: clusters.map(({ name, environment }) => ({
        ...{ environment, clusters: [name] },
      })),
      leftOut: [],
      opensBy: 'app',
    });
    const { body: wave, status } = await post('/waves', wanted);
    expect(status).toBe(201);
    const { id } = wave;
    expect((await post('/waves', wanted)).status).toBe(400);

    await reach(id, ['running', 'a open', 'b waiting', 'c waiting']);
    const [first] = openPulls();
    expect(first).toMatchObject({ head: 'clusterworks/upgrade-a' });
    expect(first.body).toContain(
      'Requested by [`user:default/mock`](http://portal/catalog/default/user/mock).',
    );
    expect(first.body).toContain(
      `Cluster 1 of 3 in the wave [Karpenter ${TO}](http://portal/clusters/waves/${id})`,
    );
    await act(`/pulls/${first.number}/merge`, 'PUT', {});
    await reach(id, ['running', 'a applying', 'b waiting', 'c waiting']);
    upgrade('a');
    await reach(id, ['running', 'a done', 'b open', 'c waiting']);

    // Another process goes on with what is stored.
    await backend.stop();
    await start();
    const [second] = openPulls();
    expect(second.head).toBe('clusterworks/upgrade-b');
    await act(`/pulls/${second.number}/merge`, 'PUT', {});
    await reach(id, ['running', 'a done', 'b applying', 'c waiting']);
    simulated.get('b')?.delete(nodePool('general'));
    await reach(id, ['halted', 'a done', 'b applying', 'c waiting']);
    expect((await get(`/waves/${id}`)).halt).toEqual({
      ...{ reason: 'critical', cluster: 'b' },
    });
    expect(notes).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'user:default/mock' },
        payload: expect.objectContaining({
          title: `The wave Karpenter ${TO} halted: b is critical`,
          link: `/clusters/waves/${id}`,
          severity: 'high',
          scope: `wave:${id}`,
        }),
      },
    ]);
    const refused = await post(`/waves/${id}/resume`, {});
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringContaining('b is critical'),
    ]);

    simulated.get('b')?.apply(nodePool('general'));
    upgrade('b');
    await waitFor(async () => {
      expect((await post(`/waves/${id}/resume`, {})).status).toBe(200);
    });
    await reach(id, ['running', 'a done', 'b done', 'c open']);
    expect(notes[1].payload).toMatchObject({
      title: `The wave Karpenter ${TO} goes on`,
      scope: `wave:${id}`,
    });

    const [third] = openPulls();
    await act(`/pulls/${third.number}`, 'PATCH', { state: 'closed' });
    await reach(id, ['halted', 'a done', 'b done', 'c closed']);
    const { body: rest } = await post(`/waves/${id}/resume`, { skip: ['c'] });
    expect(rest).toMatchObject({
      status: 'running',
      commands: expect.anything(),
    });
    await reach(id, ['done', 'a done', 'b done', 'c skipped']);
    // The clusters are free for another wave.
    expect((await post('/waves', { ...wanted, filter: 'name:c' })).status).toBe(
      201,
    );
  });

  it('leaves it to people to open pull requests with their own tokens', async () => {
    await backend.stop();
    await start({ scaffolder: { requireScmUserCredentials: true } });
    const { body } = await post('/waves', { ...wanted, clusters: ['a', 'b'] });
    await reach(body.id, ['running', 'a toOpen', 'b waiting']);
    expect(openPulls()).toEqual([]);
    const { files } = renderCluster(
      withTarget(specOf(clusters[0]), { what: 'karpenter', to: TO }),
    );
    await github.repository.commit({ message: 'By a person', write: files });
    await reach(body.id, ['running', 'a applying', 'b waiting']);
    expect((await post(`/waves/${body.id}/pause`, {})).body).toMatchObject({
      ...{ status: 'paused', commands: ['stop', 'resume'] },
    });
    expect((await post(`/waves/${body.id}/stop`, {})).body.status).toBe(
      'stopped',
    );
    expect((await post(`/waves/${body.id}/pause`, {})).status).toBe(403);
    expect((await post('/waves/unknown/pause', {})).status).toBe(404);
  });
});
