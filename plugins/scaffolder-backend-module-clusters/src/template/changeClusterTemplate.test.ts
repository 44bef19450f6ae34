import type { Entity } from '@backstage/catalog-model';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import {
  allowAll,
  denyOnly,
  startTemplateBackend,
  type TemplateBackend,
} from '../__testUtils__/startTemplateBackend';
import { exampleSpec } from '../actions/exampleSpec';
import { changeClusterTemplateYaml } from './changeClusterTemplate';

const file = resolve(
  __dirname,
  '../../../../templates/change-cluster/template.yaml',
);
const specPath = 'clusters/dev/payments-dev/cluster.yaml';
const endingPath = 'clusters/dev/ending-dev/cluster.yaml';
/** The example under another name. */
const ending = {
  ...exampleSpec,
  metadata: { ...exampleSpec.metadata, name: 'ending-dev' },
};

jest.setTimeout(120_000);

// `generate:template` sets this, and the test below then holds.
if (process.env.UPDATE_TEMPLATE) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, changeClusterTemplateYaml());
}

describe('template.yaml', () => {
  it('is what is generated', () => {
    expect(readFileSync(file, 'utf8')).toBe(changeClusterTemplateYaml());
  });
});

function cluster(name: string, location: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      ...{ name, namespace: 'default' },
      annotations: { 'backstage.io/managed-by-location': location },
    },
    spec: { type: 'kubernetes-cluster' },
  };
}

describe('Change a cluster', () => {
  let backend: TemplateBackend;
  const authorize = jest.fn();

  beforeAll(async () => {
    backend = await startTemplateBackend({
      ...{ file, authorize },
      entities: url => [
        cluster('payments-dev', `url:${url}/blob/main/${specPath}`),
        cluster('liar', `url:${url}/blob/main/${specPath}`),
        cluster('ending-dev', `url:${url}/blob/main/${endingPath}`),
        cluster('by-hand', 'url:https://example.com/cluster.yaml'),
      ],
    });
    await backend.github.repository.commit({
      message: 'The cluster as it is',
      write: {
        ...renderCluster(exampleSpec as never).files,
        ...renderCluster(ending as never).files,
      },
    });
  });

  beforeEach(() => allowAll(authorize));

  afterAll(() => backend?.stop());

  const change = (value: object) => backend.run({ change: value });

  async function inGit(path = specPath) {
    const text = (await backend.github.repository.readFile(path)) ?? '';
    return parseClusterSpecYaml(text);
  }

  it.each<[string, string, RegExp]>([
    ['another cluster', 'liar', /is not a cluster of a platform repository/],
    ['one of nobody', 'none', /is not a cluster of a platform repository/],
    ['one by hand', 'by-hand', /is not a cluster of a platform repository/],
  ])('refuses to write to %s', async (_, name, message) => {
    const spec = await inGit();
    const { status, last } = await change({
      ...{ cluster: name, operation: 'edit', spec },
    });
    expect([status, last.error.message]).toEqual([
      'failed',
      expect.stringMatching(message),
    ]);
  });

  it('refuses the spec of another cluster', async () => {
    const spec = await inGit();
    spec.metadata.name = 'search-dev';
    const { last } = await change({
      ...{ cluster: 'payments-dev', operation: 'edit', spec },
    });
    expect(last.error.message).toContain('but the cluster is dev/payments-dev');
  });

  it('asks for the permission of the operation and of each field', async () => {
    denyOnly(authorize, 'clusters.cluster.pool');
    const spec = await inGit();
    spec.spec.karpenter = {
      ...spec.spec.karpenter,
      nodePools: [{ name: 'general' }, { name: 'batch' }],
    };
    const { last } = await change({
      ...{ cluster: 'payments-dev', operation: 'edit', spec },
    });
    expect(last.error.message).toBe(
      'Not allowed to change payments-dev: clusters.cluster.pool',
    );
    expect(backend.github.repository.pulls.list()).toEqual([]);
  });

  it('shows the files as they would be in a dry run, and sends nothing', async () => {
    const { repository } = backend.github;
    await repository.commit({
      message: 'By hand',
      write: {
        [specPath]: `# ours\n${await repository.readFile(specPath)}`,
      },
    });
    const spec = await inGit();
    spec.metadata.description = 'Tried';
    const refs = await repository.git.listRefs('refs/');
    const { status, body } = await backend.post('dry-run', {
      template: parse(readFileSync(file, 'utf8')),
      values: { change: { cluster: 'payments-dev', operation: 'edit', spec } },
      directoryContents: [],
    });
    expect([status, JSON.stringify(body.error ?? '')]).toEqual([200, '""']);
    const shown = body.directoryContents.find(
      ({ path }: { path: string }) => path === specPath,
    );
    const text = Buffer.from(shown.base64Content, 'base64').toString();
    // The file as it is after the merge, with what people wrote into it.
    expect(text).toMatch(/^# ours\n/);
    expect(parseClusterSpecYaml(text).metadata.description).toBe('Tried');
    expect(await repository.git.listRefs('refs/')).toEqual(refs);
  });

  it('ends in one pull request', async () => {
    const spec = await inGit();
    spec.metadata.description = 'Payments';
    const value = { cluster: 'payments-dev', operation: 'edit', spec };
    const { status, last } = await change(value);
    expect([status, JSON.stringify(last)]).toEqual([
      'completed',
      expect.stringContaining(`${backend.github.repositoryUrl}/pull/1`),
    ]);
    await change(value);
    expect(backend.github.repository.pulls.list()).toHaveLength(1);
    // No clusters backend answers here, and the pull request says so.
    expect(backend.github.repository.pulls.get(1)?.body).toMatch(
      /### What happens to running nodes\n\nUnknown: the clusters backend/,
    );
    expect(backend.github.repository.pulls.get(1)?.body).toContain(
      'Requested by [`user:default/mock`](https://portal.example/catalog/default/user/mock)',
    );
  });

  it('takes a cluster down in two pull requests', async () => {
    const { repository, apiBaseUrl, token } = backend.github;
    const spec = await inGit(endingPath);
    const value = { cluster: 'ending-dev', operation: 'decommission' };
    const opened = () =>
      repository.pulls.list().sort((a, b) => b.number - a.number)[0];
    const drained = {
      ...spec,
      spec: { ...spec.spec, decommission: { stage: 'draining' } },
    };
    expect(await change({ ...value, spec: drained })).toMatchObject({
      status: 'completed',
    });
    expect(opened().title).toBe('Drain cluster ending-dev (dev)');
    await fetch(
      `${apiBaseUrl}/repos/acme/platform/pulls/${opened().number}/merge`,
      {
        method: 'PUT',
        headers: { authorization: `token ${token}` },
        body: '{}',
      },
    );

    const before = await inGit(endingPath);
    const remove = (removal: object) =>
      change({ ...value, spec: before, removal });
    // No clusters backend answers here, so nobody knows what still runs.
    const { last } = await remove({});
    expect(last.error.message).toContain('say how you know that nothing does');
    expect(opened().title).toBe('Drain cluster ending-dev (dev)');

    expect(await remove({ confirmedGone: 'destroyed' })).toMatchObject({
      status: 'completed',
    });
    expect(opened().title).toBe('Remove cluster ending-dev (dev)');
    expect(opened().body).toContain('nothing runs any more:** destroyed');
    expect(
      await repository.readFile(endingPath, opened().head),
    ).toBeUndefined();
  });
});
