import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import {
  SimulatedGithub,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PlatformRepositories } from '../github/PlatformRepositories';
import { runAction } from '../__testUtils__/runAction';
import {
  FaultyProxy,
  startFaultyProxy,
} from '../__testUtils__/startFaultyProxy';
import { createPullRequestAction } from './createPullRequestAction';
import { examples } from './createPullRequestAction.examples';
import { exampleSpec } from './exampleSpec';

const user = {
  ref: 'user:default/jane',
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'jane' },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  },
};
const branch = 'clusterworks/create-payments-dev';
const specPath = 'clusters/dev/payments-dev/cluster.yaml';

jest.setTimeout(30_000);

describe('clusters:pull-request', () => {
  let directory: string;
  let github: SimulatedGithub;
  let proxy: FaultyProxy;
  let repositoryUrl: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pull-request-'));
    github = await startSimulatedGithub({ directory, port: 0 });
    proxy = await startFaultyProxy(github.url);
    repositoryUrl = `${proxy.url}/acme/platform`;
  });

  afterEach(async () => {
    await proxy.stop();
    await github.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function run(
    input: {
      spec: object;
      operation?: 'create' | 'update';
      repository?: string;
    },
    options: { isDryRun?: boolean; token?: string; groups?: string[] } = {},
  ) {
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host: new URL(proxy.url).host,
              apiBaseUrl: `${proxy.url}/api/v3`,
              token: options.token ?? github.token,
            },
          ],
        },
        clusters: {
          platformRepositories: [
            {
              url: repositoryUrl,
              ...(options.groups ? { allowedOwnerGroups: options.groups } : {}),
            },
          ],
        },
      },
    });
    const action = createPullRequestAction({
      repositories: PlatformRepositories.fromConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      addresses: {
        warningsFor: async () => [
          { code: 'cidr-overlap', message: 'it overlaps <b>others</b>' },
        ],
      },
    });
    return runAction(action, input, { user, isDryRun: options.isDryRun });
  }

  const branches = async () =>
    (await github.repository.git.listRefs('refs/heads/')).map(({ ref }) => ref);

  function merge(number: number) {
    const address = `${github.apiBaseUrl}/repos/acme/platform/pulls/${number}/merge`;
    return fetch(address, {
      method: 'PUT',
      headers: { authorization: `token ${github.token}` },
      body: '{}',
    });
  }

  const withCidr = (vpcCidr: string) => ({
    ...exampleSpec,
    spec: { ...exampleSpec.spec, network: { vpcCidr } },
  });

  it('opens one pull request with everything in one commit', async () => {
    const output = await run({ spec: exampleSpec });
    expect(output).toMatchObject({
      changed: true,
      branch,
      pullRequestNumber: 1,
      pullRequestUrl: `${github.url}/acme/platform/pull/1`,
    });
    const pull = github.repository.pulls.get(1);
    expect(pull).toMatchObject({
      title: 'Create cluster payments-dev (dev)',
      state: 'open',
      base: 'main',
    });
    expect(pull?.body).toContain(
      'Owner: `group:default/payments`. Requested by `user:default/jane`.',
    );
    expect(pull?.body).toContain(`- \`${specPath}\``);
    expect(pull?.body).toContain(
      '- **cidr-overlap**: it overlaps \\<b\\>others\\</b\\>',
    );
    const text = await github.repository.readFile(specPath, branch);
    expect(parse(text ?? '')).toMatchObject(exampleSpec);
    const commits = await github.repository.git.log(`main..${branch}`);
    expect(commits).toHaveLength(1);
    expect(commits[0].message).toContain('Requested-by: user:default/jane');
    const files = await github.repository.listFiles(branch);
    expect(files.filter(path => path !== 'README.md').sort()).toEqual(
      output.files,
    );
  });

  it('run again changes nothing, and with another spec updates the pull request', async () => {
    await run({ spec: exampleSpec });
    const first = github.repository.pulls.get(1);
    const again = await run({ spec: exampleSpec });
    expect(again.pullRequestNumber).toBe(1);
    expect(github.repository.pulls.get(1)?.headSha).toBe(first?.headSha);

    const changed = await run({ spec: withCidr('10.48.0.0/16') });
    expect(changed.pullRequestNumber).toBe(1);
    expect(github.repository.pulls.list()).toHaveLength(1);
    expect(await github.repository.readFile(specPath, branch)).toContain(
      '10.48.0.0/16',
    );
    const commits = await github.repository.git.log(`main..${branch}`);
    expect(commits).toHaveLength(1);
  });

  it('opens none when the repository is as it should be', async () => {
    await run({ spec: exampleSpec });
    expect((await merge(1)).status).toBe(200);
    const output = await run({ spec: exampleSpec });
    expect(output).toMatchObject({ changed: false, files: [] });
    expect(output).not.toHaveProperty('pullRequestUrl');
    expect(await branches()).toEqual(['refs/heads/main']);
  });

  it('updates a cluster that exists, keeping what people edited', async () => {
    await run({ spec: exampleSpec });
    await merge(1);
    const values = 'platform/overlays/dev/payments-dev/cilium-values.yaml';
    const generated = (await github.repository.readFile(values)) ?? '';
    await github.repository.commit({
      message: 'By hand',
      write: { [values]: `# by hand\n${generated}` },
    });
    const spec = {
      ...exampleSpec,
      spec: { ...exampleSpec.spec, cilium: { hubble: false } },
    };
    const output = await run({ spec, operation: 'update' });
    expect(output).toMatchObject({
      changed: true,
      branch: 'clusterworks/update-payments-dev',
    });
    const merged = await github.repository.readFile(values, output.branch);
    expect(merged).toContain('# by hand');
    expect(merged).not.toBe(`# by hand\n${generated}`);
    expect(await github.repository.readFile(specPath, output.branch)).toContain(
      'hubble: false',
    );
  });

  it.each([
    ['the pull request', 'POST', /\/pulls$/],
    ['the branch', 'POST', /\/git\/refs$/],
    ['the commit', 'POST', /\/git\/commits$/],
    ['the tree', 'POST', /\/git\/trees$/],
  ])('leaves no branch when %s fails', async (_, method, path) => {
    proxy.fail = { method, path, status: 500 };
    await expect(run({ spec: exampleSpec })).rejects.toThrow(
      /GitHub answered 500 to POST .*Server Error/,
    );
    expect(await branches()).toEqual(['refs/heads/main']);
    expect(github.repository.pulls.list()).toEqual([]);

    proxy.fail = undefined;
    expect((await run({ spec: exampleSpec })).pullRequestNumber).toBe(1);
  });

  it('puts the branch back when the pull request cannot be updated', async () => {
    await run({ spec: exampleSpec });
    const before = github.repository.pulls.get(1)?.headSha;
    proxy.fail = { method: 'PATCH', path: /\/pulls\/1$/, status: 502 };
    await expect(run({ spec: withCidr('10.48.0.0/16') })).rejects.toThrow(
      '502',
    );
    expect(await github.repository.git.readRef(`refs/heads/${branch}`)).toBe(
      before,
    );
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a name in another environment',
      () =>
        github.repository.commit({
          message: 'x',
          write: { 'clusters/prod/payments-dev/cluster.yaml': 'x' },
        }),
      /"payments-dev" is taken by clusters\/prod\/payments-dev/,
    ],
    [
      'a cluster that exists and differs',
      () =>
        github.repository.commit({ message: 'x', write: { [specPath]: 'x' } }),
      /"payments-dev" is taken: .* exists and says something else/,
    ],
    [
      'a file that is not ours',
      () =>
        github.repository.commit({
          message: 'x',
          write: { 'platform/cilium/values.yaml': 'mine: true\n' },
        }),
      /Nothing was written.*\nplatform\/cilium\/values\.yaml: /,
    ],
    [
      'a branch with commits of somebody else',
      async () => {
        await run({ spec: exampleSpec });
        await github.repository.commit({
          message: 'Review fix',
          branch,
          actor: 'reviewer',
          write: { x: '1' },
        });
      },
      /pull\/1 has commits by reviewer; merge or close it first/,
    ],
    [
      'a name that another owner has proposed',
      () =>
        run({
          spec: {
            ...exampleSpec,
            metadata: {
              ...exampleSpec.metadata,
              owner: 'group:default/search',
            },
          },
        }),
      /the name is proposed for group:default\/search already/,
    ],
  ])('refuses %s and writes nothing', async (_, prepare, message) => {
    await prepare();
    const before = await github.repository.git.listRefs('refs/');
    await expect(run({ spec: withCidr('10.48.0.0/16') })).rejects.toThrow(
      message,
    );
    expect(await github.repository.git.listRefs('refs/')).toEqual(before);
  });

  it('holds the peers of a mesh against their specs in git', async () => {
    const peer = {
      ...exampleSpec,
      metadata: { ...exampleSpec.metadata, name: 'orders-dev' },
    };
    await github.repository.commit({
      message: 'x',
      write: {
        'clusters/dev/orders-dev/cluster.yaml': JSON.stringify(peer),
        'clusters/dev/broken/cluster.yaml': ': no yaml',
      },
    });
    const meshed = {
      ...exampleSpec,
      spec: {
        ...exampleSpec.spec,
        cilium: {
          clusterMesh: { enabled: true, id: 1, peers: ['orders-dev'] },
        },
      },
    };
    await expect(run({ spec: meshed })).rejects.toThrow(
      /"orders-dev" has clusterMesh switched off/,
    );
    await expect(run({ spec: meshed })).rejects.toThrow(/overlaps/);
    expect(await branches()).toEqual(['refs/heads/main']);
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a bad spec, all problems at once',
      () => run({ spec: { metadata: { name: 'X' } } }),
      /problems:\n(.*\n){2,}/,
    ],
    [
      'another repository',
      () =>
        run({
          spec: exampleSpec,
          repository: 'https://github.com/evil/platform',
        }),
      /"https:\/\/github.com\/evil\/platform" is not in clusters.platformRepositories/,
    ],
    [
      'an owner that is not allowed',
      () => run({ spec: exampleSpec }, { groups: ['search'] }),
      /"group:default\/payments" may not own clusters/,
    ],
  ])('refuses %s before asking GitHub', async (_, act, message) => {
    await expect(act()).rejects.toThrow(message);
    expect(proxy.seen).toEqual([]);
  });

  it('says what GitHub says, without the token', async () => {
    const error: Error = await run(
      { spec: exampleSpec },
      { token: 'wr0ng-t0ken' },
    ).then(
      () => new Error('nothing thrown'),
      e => e,
    );
    expect(error.message).toMatch(/GitHub answered 401 .*Bad credentials/);
    expect(
      JSON.stringify(error, Object.getOwnPropertyNames(error)),
    ).not.toContain('wr0ng-t0ken');
  });

  it('sends nothing in a dry run', async () => {
    const output = await run({ spec: exampleSpec }, { isDryRun: true });
    expect(output.files).toContain(specPath);
    expect(proxy.seen).toEqual([]);
  });

  it('fetches no file that is already as it should be', async () => {
    await run({ spec: exampleSpec });
    await merge(1);
    proxy.seen.length = 0;
    await run({
      spec: {
        ...withCidr('10.64.0.0/16'),
        metadata: { name: 'other-dev', owner: 'group:default/payments' },
      },
    });
    const fetched = proxy.seen.filter(({ path }) => /git\/blobs/.test(path));
    expect(fetched).toEqual([]);
    expect(proxy.seen.length).toBeLessThan(12);
  });

  it('runs its examples', async () => {
    const [create, update] = examples.map(
      ({ example }) => parse(example).steps[0].input,
    );
    expect((await run(create)).pullRequestNumber).toBe(1);
    await merge(1);
    expect((await run(update)).changed).toBe(false);
  });
});
