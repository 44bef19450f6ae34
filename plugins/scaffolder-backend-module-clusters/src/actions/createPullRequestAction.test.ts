import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { PlatformRepositories } from '@clusterworks/plugin-clusters-changes-node';
import type {
  FaultyProxy,
  SimulatedGithub,
} from '@clusterworks/github-simulator';
import {
  integrationsOf,
  startFaultyProxy,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { directRenderer } from '../__testUtils__/directRenderer';
import { runAction } from '../__testUtils__/runAction';
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
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
  });

  async function run(
    input: {
      spec: object;
      operation?: 'create' | 'update';
      repository?: string;
      overlapAcknowledgement?: string;
    },
    options: {
      isDryRun?: boolean;
      groups?: string[];
    } = {},
  ) {
    const config = mockServices.rootConfig({
      data: {
        integrations: integrationsOf({ url: proxy.url, token: github.token }),
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
        check: async (_spec, _requester, acknowledgement) => ({
          ...{ policy: 'acknowledge', acknowledgement, ownRanges: [] },
          overlaps: [
            {
              range: '10.40.0.0/16',
              message: 'it overlaps <b>others</b>',
              mayBeSameVpc: acknowledgement === undefined,
            },
          ],
        }),
      },
      renderer: directRenderer,
      rights: { checkAt: async () => {} },
    });
    return runAction(action, input, {
      user,
      isDryRun: options.isDryRun,
      workspacePath: join(directory, 'workspace'),
    });
  }

  function merge(number: number) {
    const address = `${github.apiBaseUrl}/repos/acme/platform/pulls/${number}/merge`;
    return fetch(address, {
      method: 'PUT',
      headers: { authorization: `token ${github.token}` },
      body: '{}',
    });
  }

  it('opens a pull request and says which', async () => {
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
  });

  it('writes down why an overlap is wanted', async () => {
    await run({ spec: exampleSpec, overlapAcknowledgement: 'never *joined*' });
    const { body } = github.repository.pulls.get(1) ?? {};
    expect(body).toContain('### Addresses that two clusters share');
    expect(body).toContain(
      '**The requester acknowledges this:** never \\*joined\\*',
    );
  });

  it('refuses an overlap without a reason, and writes nothing', async () => {
    const refused = run({ spec: exampleSpec, overlapAcknowledgement: ' ' });
    await expect(refused).rejects.toThrow(/The addresses are taken:\n.*others/);
    expect(proxy.seen.every(({ method }) => method === 'GET')).toBe(true);
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

  it('shows the files in a dry run, and sends nothing', async () => {
    const output = await run({ spec: exampleSpec }, { isDryRun: true });
    const shown = await readFile(
      join(directory, 'workspace', specPath),
      'utf8',
    );
    expect(parse(shown)).toMatchObject(exampleSpec);
    expect(output.files).toContain(specPath);
    expect(proxy.seen).toEqual([]);
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
