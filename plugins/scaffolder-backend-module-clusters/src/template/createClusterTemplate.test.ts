import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import {
  clusterFormSchema,
  clusterSpecFromForm,
} from '@clusterworks/plugin-clusters-spec';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import {
  startTemplateBackend,
  type TemplateBackend,
} from '../__testUtils__/startTemplateBackend';
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
  let backend: TemplateBackend;
  const template = parse(readFileSync(file, 'utf8'));

  beforeAll(async () => {
    backend = await startTemplateBackend({ file });
  });

  afterAll(() => backend?.stop());

  it('ends in one pull request with the rendered files', async () => {
    const { status, events } = await backend.run(values);
    expect([status, JSON.stringify(events)]).toEqual([
      'completed',
      expect.stringContaining(`${backend.github.repositoryUrl}/pull/1`),
    ]);
    const { output } = events.at(-1).body;
    expect(output.links).toEqual([
      expect.objectContaining({
        url: `${backend.github.repositoryUrl}/pull/1`,
      }),
      // Before the merge there is no page of the cluster to link to.
      expect.objectContaining({
        url: `/clusters/changes?pull=${encodeURIComponent(
          `${backend.github.repositoryUrl}/pull/1`,
        )}`,
      }),
    ]);
    const rendered = renderCluster(clusterSpecFromForm(values));
    const branch = 'clusterworks/create-payments-dev';
    for (const path of Object.keys(rendered.files)) {
      expect([
        path,
        await backend.github.repository.readFile(path, branch),
      ]).toEqual([path, rendered.files[path]]);
    }
    expect(backend.github.repository.pulls.get(1)?.body).toContain(
      'Requested by [`user:default/mock`](https://portal.example/catalog/default/user/mock)',
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
    const { status, events } = await backend.run(bad);
    expect(status).toBe('failed');
    expect(events.at(-1).body.error.message).toBe(message);
    expect(backend.github.repository.pulls.list()).toHaveLength(1);
  });

  it('refuses what its schema knows before any task', async () => {
    const { created, body } = await backend.run({
      ...values,
      nodePools: 'general',
    });
    expect(created).toBe(400);
    expect(JSON.stringify(body)).toContain('nodePools');
  });

  it('shows real files in a dry run and sends nothing', async () => {
    const before = await backend.github.repository.git.listRefs('refs/');
    const { status, body } = await backend.post('dry-run', {
      template,
      // The other range is that of an open pull request.
      values: { ...values, name: 'dry-dev', vpcCidr: '10.50.0.0/16' },
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
    expect(await backend.github.repository.git.listRefs('refs/')).toEqual(
      before,
    );
  });
});
