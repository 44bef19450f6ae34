import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  SimulatedGithub,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import {
  clusterFormSchema,
  clusterSpecFromForm,
} from '@clusterworks/plugin-clusters-spec';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import module from '..';
import {
  createClusterTemplate,
  createClusterTemplateYaml,
} from './createClusterTemplate';

const file = resolve(
  __dirname,
  '../../../../templates/create-cluster/template.yaml',
);
const values = {
  name: 'payments-dev',
  owner: 'group:default/payments',
  environment: 'dev',
  region: 'eu-west-1',
  vpcCidr: '10.40.0.0/16',
  nodePools: [{ preset: 'general', cpuLimit: '200' }, { preset: 'gpu' }],
  preview: 'A private cluster',
};

jest.setTimeout(60_000);

describe('template.yaml', () => {
  // `generate:template` sets this, and the test below then holds.
  if (process.env.UPDATE_TEMPLATE) {
    writeFileSync(file, createClusterTemplateYaml());
  }

  it('is what the schema of the spec generates', () => {
    expect(readFileSync(file, 'utf8')).toBe(createClusterTemplateYaml());
  });

  it('asks only for what the form can take', () => {
    const asked = createClusterTemplate().spec.parameters.flatMap(
      ({ properties }) => Object.keys(properties),
    );
    expect(Object.keys(clusterFormSchema.shape)).toEqual(
      expect.arrayContaining(asked),
    );
  });
});

describe('Create Cluster', () => {
  let directory: string;
  let github: SimulatedGithub;
  let backend: TestBackend;
  const template = parse(readFileSync(file, 'utf8'));

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'create-cluster-'));
    github = await startSimulatedGithub({ directory, port: 0 });
    const user: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'mock', namespace: 'default' },
      spec: {},
    };
    const placed = structuredClone(template);
    placed.metadata.namespace = 'default';
    placed.metadata.annotations = {
      'backstage.io/managed-by-location': `file:${file}`,
    };
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        module,
        catalogServiceMock.factory({ entities: [placed, user] }),
        mockServices.rootConfig.factory({
          data: {
            scaffolder: { concurrentTasksLimit: 1 },
            integrations: {
              github: [
                {
                  host: github.host,
                  apiBaseUrl: github.apiBaseUrl,
                  token: github.token,
                },
              ],
            },
            clusters: {
              platformRepositories: [{ url: github.repositoryUrl }],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await github.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function create(formValues: object) {
    const { status, body } = await request(backend.server)
      .post('/api/scaffolder/v2/tasks')
      .set('Authorization', mockCredentials.user.header())
      .send({
        templateRef: 'template:default/create-cluster',
        values: formValues,
      });
    if (status !== 201) {
      return { status, body };
    }
    for (;;) {
      const task = await request(backend.server)
        .get(`/api/scaffolder/v2/tasks/${body.id}`)
        .set('Authorization', mockCredentials.user.header());
      if (!['open', 'processing'].includes(task.body.status)) {
        const events = await request(backend.server)
          .get(`/api/scaffolder/v2/tasks/${body.id}/events`)
          .set('Authorization', mockCredentials.user.header());
        return { status, task: task.body.status, events: events.body };
      }
      await new Promise(done => setTimeout(done, 100));
    }
  }

  it('ends in one pull request with the rendered files', async () => {
    const { task, events } = await create(values);
    expect([task, JSON.stringify(events)]).toEqual([
      'completed',
      expect.stringContaining(`${github.repositoryUrl}/pull/1`),
    ]);
    const { output } = events.at(-1).body;
    expect(output.links).toEqual([
      expect.objectContaining({ url: `${github.repositoryUrl}/pull/1` }),
      expect.objectContaining({ entityRef: 'resource:default/payments-dev' }),
    ]);
    const rendered = renderCluster(clusterSpecFromForm(values));
    const branch = 'clusterworks/create-payments-dev';
    for (const path of Object.keys(rendered.files)) {
      expect([path, await github.repository.readFile(path, branch)]).toEqual([
        path,
        rendered.files[path],
      ]);
    }
    expect(github.repository.pulls.get(1)?.body).toContain(
      'Requested by `user:default/mock`',
    );
  });

  it('refuses in its first step what the form and the command line refuse', async () => {
    const bad = {
      ...values,
      name: 'Payments',
      vpcCidr: '10.40.1.0/16',
      nodePools: [{ preset: 'general', cpuLimit: 'many' }],
    };
    let message = '';
    try {
      clusterSpecFromForm(bad);
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message.split('\n')).toHaveLength(4);
    const { task, events } = await create(bad);
    expect(task).toBe('failed');
    expect(events.at(-1).body.error.message).toBe(message);
    expect(github.repository.pulls.list()).toHaveLength(1);
  });

  it('refuses what its schema knows before any task', async () => {
    const { status, body } = await create({ ...values, region: 'mars-1' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('region');
  });

  it('shows real files in a dry run and sends nothing', async () => {
    const before = await github.repository.git.listRefs('refs/');
    const { status, body } = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('Authorization', mockCredentials.user.header())
      .send({
        template,
        values: { ...values, name: 'dry-dev' },
        directoryContents: [],
      });
    expect([status, JSON.stringify(body.error ?? '')]).toEqual([200, '""']);
    const spec = body.directoryContents.find(
      ({ path }: { path: string }) =>
        path === 'clusters/dev/dry-dev/cluster.yaml',
    );
    expect(
      parse(Buffer.from(spec.base64Content, 'base64').toString()),
    ).toMatchObject({ metadata: { name: 'dry-dev' } });
    expect(await github.repository.git.listRefs('refs/')).toEqual(before);
  });
});
