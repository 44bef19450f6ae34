import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import type { JsonObject } from '@backstage/types';
import {
  integrationsOf,
  type SimulatedGithub,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import {
  parseClusterSpec,
  withFreeze,
} from '@clusterworks/plugin-clusters-spec';
import { waitFor } from '@clusterworks/test-support';
import request from 'supertest';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';

const PAYMENTS = 'group:default/payments';
const OVER = '2026-01-01T18:00Z';
const LATER = '2099-01-01T18:00Z';
const BRANCH = 'clusterworks/freeze-payments-dev';

const spec = parseClusterSpec({
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-dev', owner: PAYMENTS },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
  },
});

const related = (kind: string, name: string, type: string, ref: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: {},
  relations: [{ type, targetRef: ref }],
});

type Backend = Awaited<ReturnType<typeof startClustersBackend>> & {
  /** Runs the task that ends freezes. */
  endFreezes(): Promise<void>;
};

describe('the end of a freeze of disruption', () => {
  let directory: string;
  let github: SimulatedGithub;
  const backends: Backend[] = [];

  const freezeInGit = (until: string) =>
    github.repository.commit({
      message: `Freeze disruption in cluster payments-dev (dev) (#7)

Nothing moves.

Requested-by: user:default/jane
Generated-by: clusterworks`,
      write: renderCluster(withFreeze(spec, { until })).files,
    });

  const get = (backend: Backend, path: string, user?: string) =>
    request(backend.server)
      .get(path)
      .set('Authorization', mockCredentials.user.header(user));

  /** A backend of which the catalog says until when the cluster is frozen. */
  async function start(
    until: string,
    config: JsonObject = {},
  ): Promise<Backend> {
    const folder = `${github.repositoryUrl}/blob/main/clusters/dev/payments-dev`;
    const scheduler = mockServices.scheduler();
    const started = await startClustersBackend({
      scheduler,
      entities: [
        related('User', 'mock', 'memberOf', PAYMENTS),
        related('Group', 'payments', 'hasMember', 'user:default/mock'),
        clusterEntity('payments-dev', {
          owner: PAYMENTS,
          annotations: {
            'backstage.io/managed-by-location': `url:${folder}/cluster.yaml`,
            'clusterworks.dev/frozen-until': until,
          },
        }),
      ],
      features: [notificationsPlugin],
      config: {
        app: { baseUrl: 'http://localhost' },
        integrations: integrationsOf(github),
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          platformRepositories: [{ url: github.repositoryUrl }],
        },
        ...config,
      },
    });
    const backend = {
      ...started,
      endFreezes: () => scheduler.triggerTask('clusters-freezes:end'),
    };
    backends.push(backend);
    await waitFor(async () => {
      const { body } = await get(backend, '/api/clusters/v1/fleet');
      assert.equal(body.items?.length, 1);
    });
    return backend;
  }

  const freezeOf = async (backend: Backend) =>
    (await get(backend, '/api/clusters/v1/clusters/payments-dev/freeze')).body;

  async function told(backend: Backend, user: string) {
    const { body } = await get(backend, '/api/notifications', user);
    return body.notifications.map(
      ({ payload }: { payload: { description: string } }) =>
        payload.description,
    );
  }

  async function api(path: string, method = 'GET', body?: object) {
    const response = await fetch(
      `${github.apiBaseUrl}/repos/acme/platform${path}`,
      {
        method,
        headers: { authorization: `token ${github.token}` },
        ...(body ? { body: JSON.stringify(body) } : {}),
      },
    );
    return await response.json();
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'freezes-'));
    github = await startSimulatedGithub({ directory, port: 0 });
  });

  afterEach(async () => {
    for (const backend of backends.splice(0)) {
      await backend.stop();
    }
    await github?.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
  });

  it('is one pull request, which owner and requester are told of', async () => {
    await freezeInGit(OVER);
    const backend = await start(OVER);
    expect(await freezeOf(backend)).toEqual({
      ...{ cluster: 'payments-dev', until: OVER, overdue: true },
      endedBy: 'portal',
    });
    await backend.endFreezes();
    const [pull, ...others] = await api('/pulls?state=open');
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      title: 'Freeze disruption in cluster payments-dev (dev)',
      head: { ref: BRANCH },
      body: expect.stringMatching(
        /What happens to running nodes(.|\n)*because that time has come/,
      ),
    });
    const { content } = await api(
      `/contents/clusters/dev/payments-dev/cluster.yaml?ref=${BRANCH}`,
    );
    expect(Buffer.from(content, 'base64').toString()).not.toContain('freeze');
    expect(await freezeOf(backend)).toMatchObject({
      pullRequestUrl: pull.html_url,
    });
    const waits = expect.stringContaining(`to be merged: ${pull.html_url}`);
    for (const user of ['user:default/mock', 'user:default/jane']) {
      expect(await told(backend, user)).toEqual([waits]);
    }
    const { body } = await get(
      backend,
      '/api/clusters/v1/fleet?filter=freeze:overdue',
    );
    expect(body.items).toHaveLength(1);
  });

  it('is not proposed again after a person closed it', async () => {
    await freezeInGit(OVER);
    const backend = await start(OVER);
    await backend.endFreezes();
    const [{ number }] = await api('/pulls?state=open');
    await api(`/pulls/${number}`, 'PATCH', { state: 'closed' });
    await backend.endFreezes();
    expect(await api('/pulls?state=open')).toEqual([]);
    expect(await told(backend, 'user:default/mock')).toHaveLength(1);
  });

  it('is one pull request of several backends', async () => {
    await freezeInGit(OVER);
    // Nothing is shared but GitHub, as if no lock were held.
    const both = [await start(OVER), await start(OVER)];
    await Promise.all(both.map(backend => backend.endFreezes()));
    const pulls = await api('/pulls?state=all');
    expect(pulls).toHaveLength(1);
    for (const backend of both) {
      expect(await freezeOf(backend)).toMatchObject({
        pullRequestUrl: pulls[0].html_url,
      });
    }
  });

  it.each([
    ['the time has not come', LATER, LATER, false],
    ['git was changed and the catalog lags behind', LATER, OVER, true],
  ])('is not proposed while %s', async (_, inGit, inCatalog, overdue) => {
    await freezeInGit(inGit);
    const backend = await start(inCatalog);
    await backend.endFreezes();
    expect(await api('/pulls?state=all')).toEqual([]);
    expect(await told(backend, 'user:default/mock')).toEqual([]);
    expect(await freezeOf(backend)).toMatchObject({ overdue });
  });

  it('is left to people where the portal may not write', async () => {
    await freezeInGit(OVER);
    const backend = await start(OVER, {
      scaffolder: { requireScmUserCredentials: true },
    });
    await backend.endFreezes();
    await backend.endFreezes();
    expect(await api('/pulls?state=all')).toEqual([]);
    expect(await freezeOf(backend)).toEqual({
      ...{ cluster: 'payments-dev', until: OVER, overdue: true },
      endedBy: 'person',
    });
    for (const user of ['user:default/mock', 'user:default/jane']) {
      expect(await told(backend, user)).toEqual([
        expect.stringContaining('only with the credentials of a person'),
      ]);
    }
  });

  it('waits for another change that is open, and says so', async () => {
    await freezeInGit(OVER);
    const { sha } = (await api('/git/ref/heads/main')).object;
    await api('/git/refs', 'POST', {
      ...{ ref: 'refs/heads/clusterworks/edit-payments-dev', sha },
    });
    await github.repository.commit({
      branch: 'clusterworks/edit-payments-dev',
      message: 'x',
      write: { 'notes.md': 'x' },
    });
    await api('/pulls', 'POST', {
      title: 'Change cluster payments-dev (dev)',
      ...{ head: 'clusterworks/edit-payments-dev', base: 'main' },
    });
    const backend = await start(OVER);
    await backend.endFreezes();
    expect(await api('/pulls?state=open')).toHaveLength(1);
    expect((await freezeOf(backend)).problem).toMatch(
      /has an open change already, "Change cluster payments-dev \(dev\)"/,
    );
    expect(await told(backend, 'user:default/mock')).toEqual([
      expect.stringContaining('is tried again: payments-dev has an open'),
    ]);
  });
});
