import type {
  FaultyProxy,
  SimulatedGithub,
} from '@clusterworks/github-simulator';
import { parse } from 'yaml';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const branch = 'clusterworks/create-payments-dev';
const specPath = 'clusters/dev/payments-dev/cluster.yaml';

describe('proposeClusterChange', () => {
  let platform: PlatformUnderTest;
  let github: SimulatedGithub;
  let proxy: FaultyProxy;

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
    ({ github, proxy } = platform);
  });

  afterEach(() => platform.stop());

  const run: PlatformUnderTest['propose'] = (...args) =>
    platform.propose(...args);
  const branches = () => platform.branches();
  const merge = (number: number) => platform.merge(number);

  const withCidr = (vpcCidr: string) => ({
    ...smallSpec,
    spec: { ...smallSpec.spec, network: { vpcCidr } },
  });

  it('opens one pull request with everything in one commit', async () => {
    const output = await run({ spec: smallSpec });
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
    expect(parse(text ?? '')).toMatchObject(smallSpec);
    const commits = await github.repository.git.log(`main..${branch}`);
    expect(commits).toHaveLength(1);
    expect(commits[0].message).toContain('Requested-by: user:default/jane');
    const files = await github.repository.listFiles(branch);
    expect(files.filter(path => path !== 'README.md').sort()).toEqual(
      output.files,
    );
  });

  it('requests the review of the teams of the owner', async () => {
    await run({ spec: smallSpec });
    expect(github.repository.pulls.get(1)?.requestedTeams).toEqual([
      'payments-team',
      'on-call',
    ]);
  });

  it('is there although GitHub knows no such team', async () => {
    proxy.fail = {
      ...{ method: 'POST', path: /\/requested_reviewers$/, status: 422 },
      body: /payments-team/,
    };
    const output = await run({ spec: smallSpec });
    expect(output.pullRequestNumber).toBe(1);
    expect(github.repository.pulls.get(1)?.requestedTeams).toEqual(['on-call']);
  });

  it('run again changes nothing, and with another spec updates the pull request', async () => {
    await run({ spec: smallSpec });
    const first = github.repository.pulls.get(1);
    const again = await run({ spec: smallSpec });
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

  it('opens no pull request when the repository is up to date', async () => {
    await run({ spec: smallSpec });
    expect((await merge(1)).status).toBe(200);
    const output = await run({ spec: smallSpec });
    expect(output).toMatchObject({ changed: false, files: [] });
    expect(output).not.toHaveProperty('pullRequestUrl');
    expect(await branches()).toEqual(['refs/heads/main']);
  });

  it('updates an existing cluster, and keeps manual edits', async () => {
    await run({ spec: smallSpec });
    await merge(1);
    const values = 'platform/overlays/dev/payments-dev/cilium-values.yaml';
    const generated = (await github.repository.readFile(values)) ?? '';
    await github.repository.commit({
      message: 'By hand',
      write: { [values]: `# by hand\n${generated}` },
    });
    const spec = {
      ...smallSpec,
      spec: { ...smallSpec.spec, cilium: { hubble: false } },
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
    await expect(run({ spec: smallSpec })).rejects.toThrow(
      /GitHub answered 500 to POST .*Server Error/,
    );
    expect(await branches()).toEqual(['refs/heads/main']);
    expect(github.repository.pulls.list()).toEqual([]);

    proxy.fail = undefined;
    expect((await run({ spec: smallSpec })).pullRequestNumber).toBe(1);
  });

  it('puts the branch back when the pull request cannot be updated', async () => {
    await run({ spec: smallSpec });
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
        await run({ spec: smallSpec });
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
            ...smallSpec,
            metadata: {
              ...smallSpec.metadata,
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

  describe('of a cluster in a mesh', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((key, index) => {
        const before = 'abcdefghi'[index];
        return `${key}: &${key} [${`*${before},`.repeat(9)}]`;
      }),
    ].join('\n');
    const peer = (name: string, id: number, vpcCidr: string) => ({
      ...smallSpec,
      metadata: { ...smallSpec.metadata, name },
      spec: {
        ...smallSpec.spec,
        network: { vpcCidr },
        cilium: {
          clusterMesh: {
            enabled: true,
            id,
            peers: name === 'orders-dev' ? ['payments-dev'] : ['orders-dev'],
          },
        },
      },
    });
    const files = (texts: Record<string, string>) => ({
      message: 'x',
      write: Object.fromEntries(
        Object.entries({
          ...texts,
          'orders-dev': JSON.stringify(peer('orders-dev', 2, '10.99.0.0/16')),
        }).map(([name, text]) => [`clusters/dev/${name}/cluster.yaml`, text]),
      ),
    });

    const hostile = {
      'alias-bomb': bomb,
      brackets: `{ x: [${'['.repeat(5_000)}`,
      'endless-key': `? ${'[? '.repeat(5_000)}`,
      'odd-tags': '!!binary "=": !<tag:x> &a { *a : *a }',
      'many-lines': 'x: 1\n'.repeat(40_000),
      'no-text': '\u0000\u0001\ufffd',
      nothing: '',
      number: '1',
      javascript: '__proto__: { a: 1 }\nconstructor: 1',
    };

    it('is not hindered by files of its neighbours', async () => {
      await github.repository.commit(files(hostile));
      const spec = peer('payments-dev', 1, '10.40.0.0/16');
      expect(await run({ spec })).toMatchObject({ changed: true });
    });

    it('does not fetch what no spec can be', async () => {
      await github.repository.commit(
        files({ neighbour: `# ${'x'.repeat(2 ** 20)}` }),
      );
      await run({ spec: peer('payments-dev', 1, '10.40.0.0/16') });
      const blobs = proxy.seen.filter(({ path }) => /git\/blobs/.test(path));
      // Only the peer's spec is fetched.
      expect(blobs).toHaveLength(1);
    });
  });

  it('checks the peers of a mesh against their specs in git', async () => {
    const peer = {
      ...smallSpec,
      metadata: { ...smallSpec.metadata, name: 'orders-dev' },
    };
    await github.repository.commit({
      message: 'x',
      write: {
        'clusters/dev/orders-dev/cluster.yaml': JSON.stringify(peer),
        'clusters/dev/broken/cluster.yaml': ': no yaml',
      },
    });
    const meshed = {
      ...smallSpec,
      spec: {
        ...smallSpec.spec,
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

  it('says what GitHub says, without the token', async () => {
    const error: Error = await run(
      { spec: smallSpec },
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

  it('fetches no file that is already up to date', async () => {
    await run({ spec: smallSpec });
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
    // One of them asks for the review of the owner's teams.
    expect(proxy.seen.length).toBeLessThan(13);
  });
});
