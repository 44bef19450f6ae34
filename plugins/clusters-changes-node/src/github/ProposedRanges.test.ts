import { ScmIntegrations } from '@backstage/integration';
import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';
import { PlatformRepositories } from './PlatformRepositories';
import { ProposedRanges } from './ProposedRanges';

const other = {
  ...smallSpec,
  metadata: { ...smallSpec.metadata, name: 'search-dev' },
  spec: {
    ...smallSpec.spec,
    network: { vpcCidr: '10.41.0.0/16', secondaryCidrs: ['100.64.0.0/16'] },
  },
};

describe('ProposedRanges', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterAll(() => platform.stop());

  it('reads the ranges of open pull requests, once per commit', async () => {
    const proposed = platform.proposedRanges();
    expect(await proposed.read()).toEqual({ ranges: [], problems: [] });

    const first = await platform.propose({ spec: smallSpec });
    const second = await platform.propose({ spec: other });
    const { ranges, problems } = await proposed.read();
    expect(problems).toEqual([]);
    expect(
      ranges.map(({ cidr, cluster, pullRequest }) => [
        cluster,
        cidr,
        pullRequest.number,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['payments-dev', '10.40.0.0/16', first.pullRequestNumber],
        ['search-dev', '10.41.0.0/16', second.pullRequestNumber],
        ['search-dev', '100.64.0.0/16', second.pullRequestNumber],
      ]),
    );

    const before = platform.proxy.seen.length;
    expect((await proposed.read()).ranges).toHaveLength(3);
    const asked = platform.proxy.seen.slice(before);
    expect(asked.map(({ path }) => path.split('?')[0])).toEqual([
      '/api/v3/repos/acme/platform/pulls',
    ]);

    await platform.merge(first.pullRequestNumber ?? 0);
    const left = await proposed.read();
    expect(left.ranges.map(({ cluster }) => cluster)).toEqual([
      'search-dev',
      'search-dev',
    ]);
  });

  it('reads those of other operations, which may be continued', async () => {
    const { spec: found, version } = await platform.read();
    const spec = structuredClone(found as ClusterSpec);
    spec.spec.karpenter = {
      ...spec.spec.karpenter,
      nodePools: [{ name: 'general' }, { name: 'batch' }],
    };
    await platform.propose({ spec, version, operation: 'pool' });
    const proposed = platform.proposedRanges();
    const cidrs = async () =>
      (await proposed.read()).ranges
        .filter(({ cluster }) => cluster === 'payments-dev')
        .map(({ cidr }) => cidr);
    expect(await cidrs()).toEqual(['10.40.0.0/16']);

    // What is continued stays on the branch of the operation that it began as.
    spec.spec.network.secondaryCidrs = ['100.65.0.0/16'];
    const { branch } = await platform.propose({
      ...{ spec, operation: 'edit', continueOpen: true },
    });
    expect(branch).toBe('clusterworks/pool-payments-dev');
    expect(await cidrs()).toEqual(['10.40.0.0/16', '100.65.0.0/16']);
  });

  it('says what could not be read', async () => {
    const config = mockServices.rootConfig({
      data: {
        clusters: {
          platformRepositories: [{ url: 'https://elsewhere.example/a/b' }],
        },
      },
    });
    const proposed = new ProposedRanges({
      repositories: PlatformRepositories.fromConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
    });
    const { ranges, problems } = await proposed.read();
    expect(ranges).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/open pull requests of .*elsewhere.*apiBaseUrl/),
    ]);
  });
});
