import { NotAllowedError } from '@backstage/errors';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { clusterOperations } from '@clusterworks/plugin-clusters-common';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const specPath = 'clusters/dev/payments-dev/cluster.yaml';
const { files, spec: inGit } = renderCluster(parseClusterSpec(smallSpec));
const described = {
  ...inGit,
  metadata: { ...inGit.metadata, description: 'Payments' },
};
const withPool = {
  ...inGit,
  spec: {
    ...inGit.spec,
    karpenter: {
      ...inGit.spec.karpenter,
      nodePools: [{ name: 'general' }, { name: 'batch' }],
    },
  },
};
const both = { ...withPool, metadata: described.metadata };

describe('the right to change a cluster that exists', () => {
  let platform: PlatformUnderTest;
  const asked: string[][] = [];

  async function refuse(operations: string[]) {
    asked.push(operations);
    throw new NotAllowedError('not you');
  }

  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });

  beforeEach(async () => {
    asked.length = 0;
    await platform.github.repository.commit({
      message: 'The cluster as it is',
      write: files,
    });
  });

  afterAll(() => platform.stop());

  it.each([
    ['update', inGit, ['edit']],
    ['update', described, ['edit']],
    ['update', both, ['edit', 'pool']],
    ['edit', described, ['edit']],
    ['pool', withPool, ['pool']],
    ['pool', both, ['pool', 'edit']],
  ] as const)(
    'is asked for before a proposal to %s (case %#)',
    async (operation, spec, needed) => {
      const proposal = platform.propose(
        { spec, operation },
        { authorize: refuse },
      );
      await expect(proposal).rejects.toThrow(/^not you$/);
      expect(asked).toEqual([needed]);
      expect(await platform.branches()).toEqual(['refs/heads/main']);
    },
  );

  it('is asked for before a preview', async () => {
    const preview = platform.preview(both, 'pool', refuse);
    await expect(preview).rejects.toThrow(/^not you$/);
    expect(asked).toEqual([['pool', 'edit']]);
  });

  it.each<[string, string]>([
    ['is no cluster', 'a: 1\n'],
    ['is no YAML', '{'],
    ['is huge', `#${'x'.repeat(2_000_000)}`],
  ])('takes all rights when cluster.yaml %s', async (_, text) => {
    await platform.github.repository.commit({
      message: 'By hand',
      write: { [specPath]: text },
    });
    const proposal = platform.propose(
      { spec: smallSpec, operation: 'update' },
      { authorize: refuse },
    );
    await expect(proposal).rejects.toThrow(/^not you$/);
    expect(asked).toEqual([[...clusterOperations]]);
  });

  it('says nothing of files in git to somebody without it', async () => {
    await platform.github.repository.commit({
      message: 'By hand',
      write: { 'clusters/dev/payments-dev/terraform/main.tf': 'secret\n' },
    });
    const proposal = platform.propose(
      { spec: both, operation: 'update' },
      { authorize: refuse },
    );
    await expect(proposal).rejects.toThrow(/^not you$/);
  });

  it('says nothing of a cluster to somebody who would create it again', async () => {
    const spec = {
      ...inGit,
      spec: { ...inGit.spec, versions: { kubernetes: '1.33' } },
    };
    const proposal = platform.propose(
      { spec, operation: 'create' },
      { authorize: refuse },
    );
    await expect(proposal).rejects.toThrow(
      'metadata.name: "payments-dev" is taken: clusters/dev/payments-dev/cluster.yaml exists and says something else',
    );
  });

  it('is not asked for with a new cluster', async () => {
    const spec = {
      ...smallSpec,
      metadata: { ...smallSpec.metadata, name: 'fresh-dev' },
    };
    const proposal = platform.propose(
      { spec, operation: 'update' },
      { authorize: refuse },
    );
    expect(await proposal).toMatchObject({ changed: true });
    expect(asked).toEqual([]);
  });
});
