import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const root = 'terraform/environments/dev/payments-dev';
const status = 'clusters/dev/payments-dev/status.yaml';

describe('a hand-over to Argo CD', () => {
  let platform: PlatformUnderTest;
  const repository = () => platform.github.repository;
  const pull = (number = 0) => repository().pulls.get(number);

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
    await repository().commit({
      message: 'The cluster as it is',
      write: {
        ...renderCluster(smallSpec as ClusterSpec).files,
        [status]: 'there: true\n',
      },
    });
  });
  afterEach(() => platform.stop());

  async function handOver(gitops: ClusterSpec['spec']['gitops']) {
    const { spec, version } = await platform.read();
    const wanted = structuredClone(spec as ClusterSpec);
    wanted.spec.gitops = gitops;
    return platform.propose({ spec: wanted, version, operation: 'handover' });
  }

  it('registers, hands over, and takes back, each with what to check', async () => {
    const first = await handOver({ argocd: true });
    const registered = pull(first.pullRequestNumber);
    expect(registered).toMatchObject({
      title: 'Hand over cluster payments-dev (dev)',
      head: 'clusterworks/handover-payments-dev',
    });
    expect(registered?.body).toContain('Argo CD applies nothing yet');
    expect(registered?.body).toContain('- [ ] `argocd_hub`');
    expect(registered?.body).toContain('| `spec.gitops` | — |');
    expect(
      await repository().readFile(`${root}/argocd.tf`, registered?.head),
    ).toBeDefined();
    await platform.merge(first.pullRequestNumber ?? 0);

    const second = await handOver({ argocd: true, handedOver: true });
    const { body = '', head } = pull(second.pullRequestNumber) ?? {};
    expect(body).toContain('will no longer be managed by Terraform');
    expect(body).toContain('Nothing is pruned at the adoption');
    expect(body).toContain('--release');
    expect(body).not.toMatch(/^- (\[ \] )?$/m);
    expect(await repository().readFile(`${root}/releases.tf`, head)).toContain(
      'handed_over',
    );
    await platform.merge(second.pullRequestNumber ?? 0);

    const third = await handOver({ argocd: true });
    expect(pull(third.pullRequestNumber)?.body).toContain(
      'imported into the state before the next apply',
    );
  });

  it('is refused before the cluster is registered and applied', async () => {
    await expect(handOver({ argocd: true, handedOver: true })).rejects.toThrow(
      /comes after spec.gitops.argocd/,
    );
    await platform.merge(
      (await handOver({ argocd: true })).pullRequestNumber ?? 0,
    );
    await repository().commit({ message: 'Lost', delete: [status] });
    await expect(handOver({ argocd: true, handedOver: true })).rejects.toThrow(
      /the cluster has no status.yaml in git/,
    );
    expect(repository().pulls.list()).toHaveLength(1);
  });

  it('is no way to change anything else', async () => {
    const { spec, version } = await platform.read();
    const wanted = structuredClone(spec as ClusterSpec);
    wanted.spec.gitops = { argocd: true };
    wanted.metadata.description = 'x';
    await expect(
      platform.propose({ spec: wanted, version, operation: 'handover' }),
    ).rejects.toThrow(/metadata.description: does not belong/);
  });
});

describe('how a change reaches the cluster', () => {
  let platform: PlatformUnderTest;
  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterEach(() => platform.stop());

  const limits = (spec: ClusterSpec['spec']) => {
    spec.karpenter = {
      ...spec.karpenter,
      nodePools: [{ name: 'general', limits: { cpu: '7' } }],
    };
  };
  const handedOver = { argocd: true, handedOver: true };

  it.each<
    [
      string,
      ClusterSpec['spec']['gitops'],
      (spec: ClusterSpec['spec']) => void,
      string,
    ]
  >([
    [
      'a limit of a pool',
      undefined,
      limits,
      'Merging it changes no cluster yet. This does: scripts/apply-karpenter-nodes.sh, which the workflow Terraform apply runs.',
    ],
    [
      'a limit of a pool that Argo CD syncs',
      handedOver,
      limits,
      'Argo CD applies it within minutes of the merge.',
    ],
    [
      'values of a release',
      undefined,
      spec => {
        spec.cilium = { hubble: false };
      },
      'Merging it changes no cluster yet. This does: the next Terraform apply.',
    ],
  ])('is said of %s', async (_, gitops, change, sentence) => {
    const { repository } = platform.github;
    const spec = structuredClone(smallSpec) as ClusterSpec;
    spec.spec.gitops = gitops;
    await repository.commit({
      message: 'The cluster as it is',
      write: renderCluster(spec).files,
    });
    const { spec: inGit, version } = await platform.read();
    const wanted = structuredClone(inGit as ClusterSpec);
    change(wanted.spec);
    const { pullRequestNumber = 0 } = await platform.propose({
      ...{ spec: wanted, version },
      operation: 'edit',
    });
    const body = repository.pulls.get(pullRequestNumber)?.body ?? '';
    expect(body.trim().split('\n').at(-1)).toContain(sentence);
  });

  it('is said of texts, which change nothing', async () => {
    const { repository } = platform.github;
    await repository.commit({
      message: 'The cluster as it is',
      write: renderCluster(smallSpec as ClusterSpec).files,
    });
    const { spec: inGit, version } = await platform.read();
    const wanted = structuredClone(inGit as ClusterSpec);
    wanted.metadata.description = 'Payments';
    const { pullRequestNumber = 0 } = await platform.propose({
      ...{ spec: wanted, version },
      operation: 'edit',
    });
    expect(repository.pulls.get(pullRequestNumber)?.body).toContain(
      'Merging it changes nothing in the cluster',
    );
  });
});
